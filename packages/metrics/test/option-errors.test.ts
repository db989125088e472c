import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import { Matrix } from '@tenfold/linalg';

import {
  accuracyScore,
  auc,
  balancedAccuracyScore,
  classificationReport,
  confusionMatrix,
  f1Score,
  fbetaScore,
  formatNumpy,
  logLoss,
  misclassified,
  OneClassError,
  precisionScore,
  ProbabilityError,
  recallScore,
  rocAucScore,
  rocCurve,
  uniqueLabels,
  UnknownLabelError,
  zeroOneLoss,
} from '../src/index.js';
import { type Score, thrownBy } from './thrown-by.js';

const [three, threeToo] = [
  [0, 1, 2],
  [0, 2, 2],
];
const even = [0.5, 0.5];
const rows = [
  [0.5, 0.3, 0.2],
  [0.2, 0.5, 0.3],
  [0.1, 0.1, 0.8],
];

describe('options and values', () => {
  test.each<[string, Score, unknown, unknown, unknown, new (...args: never[]) => Error, string]>([
    [
      'labels without one in yTrue',
      confusionMatrix,
      [0],
      [7],
      { labels: [7] },
      UnknownLabelError,
      'labels holds 7',
    ],
    [
      'labels twice',
      confusionMatrix,
      three,
      threeToo,
      { labels: [0, 0] },
      ParameterError,
      'distinct labels, got 0',
    ],
    ['labels empty', confusionMatrix, three, threeToo, { labels: [] }, ShapeError, 'at least one label'],
    [
      'labels of text',
      f1Score,
      three,
      threeToo,
      { labels: ['a'], average: 'macro' },
      ParameterError,
      'labels[0]',
    ],
    [
      'normalize',
      confusionMatrix,
      three,
      threeToo,
      { normalize: 'tru' },
      ParameterError,
      'did you mean true?',
    ],
    [
      'normalize of accuracy',
      accuracyScore,
      three,
      threeToo,
      { normalize: 1 },
      ParameterError,
      'true or false',
    ],
    [
      'normalize of the loss',
      zeroOneLoss,
      three,
      threeToo,
      { normalize: 1 },
      ParameterError,
      'true or false',
    ],
    [
      'adjusted',
      balancedAccuracyScore,
      three,
      threeToo,
      { adjusted: 'yes' },
      ParameterError,
      'true or false',
    ],
    ['average', f1Score, three, threeToo, { average: 'makro' }, ParameterError, 'did you mean macro?'],
    ['binary of three', f1Score, three, threeToo, {}, ParameterError, 'more than two classes'],
    ['posLabel absent', f1Score, ['a', 'b'], ['a', 'b'], {}, UnknownLabelError, 'labels "a", "b"'],
    [
      'posLabel of text',
      recallScore,
      [1, 1],
      [1, 1],
      { posLabel: 'a' },
      UnknownLabelError,
      'posLabel holds "a"',
    ],
    ['beta negative', fbetaScore, three, threeToo, { beta: -1, average: 'macro' }, ParameterError, 'beta'],
    ['beta NaN', fbetaScore, three, threeToo, { beta: NaN, average: 'macro' }, ParameterError, 'beta'],
    ['zeroDivision', precisionScore, [0, 1], [0, 1], { zeroDivision: 0.5 }, ParameterError, '0, 1 or NaN'],
    ['digits', classificationReport, three, threeToo, { digits: -1 }, ParameterError, 'digits'],
    [
      'targetNames',
      classificationReport,
      three,
      threeToo,
      { targetNames: ['a'] },
      ShapeError,
      'classes (3), got 1',
    ],
    ['outputDict', classificationReport, three, threeToo, { outputDict: 1 }, ParameterError, 'outputDict'],
    ['a NaN score', rocCurve, [0, 1], [0.1, NaN], {}, ParameterError, 'yScore[1] must be a finite number'],
    ['too few scores', rocCurve, [0, 1], [0.1], {}, ShapeError, 'as many score values'],
    ['no scores', rocCurve, [], [], {}, ShapeError, 'at least one sample'],
    ['posLabel needed for text', rocCurve, ['a', 'b'], even, {}, ParameterError, 'posLabel must be given'],
    ['posLabel needed for three', rocCurve, three, [1, 2, 3], {}, ParameterError, 'posLabel must be given'],
    ['posLabel not in yTrue', rocCurve, [0, 1], even, { posLabel: 2 }, UnknownLabelError, 'posLabel holds 2'],
    ['dropIntermediate', rocCurve, [0, 1], even, { dropIntermediate: 0 }, ParameterError, 'true or false'],
    ['scores of no kind', rocCurve, [0, 1], 'ab', {}, ParameterError, 'yScore must be an array of numbers'],
    ['one class that weighs', rocAucScore, [0, 1], even, { sampleWeight: [1, 0] }, OneClassError, 'class 0'],
    ['one class', rocAucScore, [1, 1], even, {}, OneClassError, 'every sample that counts is of class 1'],
    ['no samples', rocAucScore, [], [], {}, ShapeError, 'at least one sample'],
    ['two columns', rocAucScore, [0, 1], [even, even], {}, ShapeError, 'a single column of scores'],
    ['multiClass not given', rocAucScore, three, rows, {}, ParameterError, "'ovr' or 'ovo'"],
    ['multiClass', rocAucScore, three, rows, { multiClass: 'ovx' }, ParameterError, 'multiClass'],
    [
      'average of areas',
      rocAucScore,
      three,
      rows,
      { multiClass: 'ovr', average: 'mean' },
      ParameterError,
      'average',
    ],
    [
      'micro pairs',
      rocAucScore,
      three,
      rows,
      { multiClass: 'ovo', average: 'micro' },
      ParameterError,
      'average',
    ],
    ['pairs each', rocAucScore, three, rows, { multiClass: 'ovo', average: null }, ParameterError, 'average'],
    [
      'weighted pairs',
      rocAucScore,
      three,
      rows,
      { multiClass: 'ovo', sampleWeight: [1, 1, 1] },
      ParameterError,
      'left out',
    ],
    [
      'a list for three classes',
      rocAucScore,
      three,
      [1, 2, 3],
      { multiClass: 'ovr' },
      ShapeError,
      'one column of yScore',
    ],
    [
      'a column short',
      rocAucScore,
      [0, 1, 2, 3],
      [...rows, rows[0]],
      { multiClass: 'ovr' },
      ShapeError,
      '(4; pass labels',
    ],
    [
      'labels disordered',
      rocAucScore,
      three,
      rows,
      { multiClass: 'ovr', labels: [2, 1, 0] },
      ParameterError,
      'ascending',
    ],
    [
      'a label not in labels',
      rocAucScore,
      [0, 1, 3],
      rows,
      { multiClass: 'ovr', labels: three },
      UnknownLabelError,
      '3',
    ],
    [
      'sums of scores',
      rocAucScore,
      three,
      [...rows.slice(1), [0.5, 0.3, 0.3]],
      { multiClass: 'ovr' },
      ProbabilityError,
      'row 2 sums to 1.1',
    ],
    [
      'a NaN in a matrix',
      rocAucScore,
      three,
      [[0, NaN, 1], ...rows.slice(1)],
      { multiClass: 'ovr' },
      NonFiniteError,
      'row 0, column 1',
    ],
    [
      'sums of probabilities',
      rocAucScore,
      three,
      [...rows.slice(1), [0.5, 0.2, 0.1]],
      { multiClass: 'ovr' },
      ProbabilityError,
      'row 2 sums to 0.79',
    ],
    ['a probability above 1', logLoss, [0, 1], [0.5, 1.5], {}, ProbabilityError, 'row 1 holds 1.5'],
    ['a probability below 0', logLoss, [0, 1], [even, [-0.5, 1.5]], {}, ProbabilityError, 'row 1 holds -0.5'],
    ['a NaN probability', logLoss, [0, 1], [0.5, NaN], {}, ParameterError, 'yProba[1]'],
    [
      'an infinite probability',
      logLoss,
      [0, 1],
      [even, [Infinity, 0]],
      {},
      NonFiniteError,
      'row 1, column 0',
    ],
    ['too few probabilities', logLoss, [0, 1], [0.5], {}, ShapeError, 'as many probability values'],
    ['columns', logLoss, [0, 1, 0], rows, {}, ShapeError, '(2; pass labels where yTrue lacks some), got 3'],
    ['one class of loss', logLoss, [1, 1], even, {}, OneClassError, 'class 1'],
    [
      'a label outside labels',
      logLoss,
      [0, 1, 9],
      rows,
      { labels: three },
      UnknownLabelError,
      'yTrue holds 9',
    ],
    ['no rows', logLoss, [], [], {}, ShapeError, 'at least one sample'],
    ['onWarning of log loss', logLoss, [0, 1], even, { onWarning: 'no' }, ParameterError, 'a function'],
    ['normalize of log loss', logLoss, [0, 1], even, { normalize: 'no' }, ParameterError, 'true or false'],
    ['sortBy', misclassified, three, threeToo, { sortBy: 'size' }, ParameterError, 'index, confidence'],
    [
      'sortBy without proba',
      misclassified,
      three,
      threeToo,
      { sortBy: 'confidence' },
      ParameterError,
      'proba',
    ],
    ['rows of proba', misclassified, three, threeToo, { proba: [0.1] }, ShapeError, '3 rows of proba'],
    [
      'columns of proba',
      misclassified,
      three,
      threeToo,
      { proba: rows, labels: [0, 1] },
      ShapeError,
      '2 labels, got 3',
    ],
    [
      'a prediction outside labels',
      misclassified,
      three,
      [0, 7, 2],
      { proba: rows, labels: three },
      UnknownLabelError,
      'yPred[1]',
    ],
    ['indices', misclassified, three, threeToo, { indices: [1] }, ShapeError, '3 indices'],
    [
      'an index of a half',
      misclassified,
      three,
      threeToo,
      { indices: [1, 1.5, 2] },
      ParameterError,
      'indices[1]',
    ],
    ['x and y', auc, [0, 1], [0], undefined, ShapeError, 'as many y as x (2), got 1'],
    ['one point', auc, [0], [0], undefined, ShapeError, 'at least 2 points'],
    ['x up and down', auc, [0, 1, 0], [0, 1, 2], undefined, ParameterError, 'steadily'],
    ['a NaN y', auc, [0, 1], [0, NaN], undefined, ParameterError, 'y[1]'],
    ['a wrong first label', uniqueLabels, [0.5], [1], undefined, ParameterError, 'ys[0][0]'],
  ])('%s', (_, score, first, second, options, kind, message) => {
    const args = options === undefined ? [] : [options];
    const error = thrownBy(score, first, second, ...args);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toContain(message);
  });

  test.each([
    ['dtype', [[1]], { dtype: 'double' }, ParameterError],
    ['a fraction as int', [[1.5]], { dtype: 'int' }, ParameterError],
    ['precision', [[1.5]], { precision: -1 }, ParameterError],
    ['edge items', [[1]], { edgeItems: 0 }, ParameterError],
    ['line width', [[1]], { lineWidth: 0.5 }, ParameterError],
    ['threshold', [[1]], { threshold: -1 }, ParameterError],
    ['ragged rows', [[1], [1, 2]], {}, ShapeError],
  ])('formatNumpy: %s', (_, values, options, kind) => {
    expect(() => formatNumpy(values, options as never)).toThrow(kind);
  });
});

describe('what scikit-learn lets pass, passes', () => {
  test('a class that is nowhere in the data scores 0', () => {
    expect(recallScore(three, threeToo, { labels: [9, 0], average: null })).toEqual([0, 1]);
  });

  test('binary of one class that is not posLabel is 0', () => {
    expect(f1Score([0, 0], [0, 0])).toBe(0);
  });

  test('posLabel is not looked at by other averages', () => {
    expect(f1Score(three, threeToo, { average: 'micro', posLabel: 17 })).toBeCloseTo(2 / 3, 15);
  });

  test('sums as far from one as rounding takes them', () => {
    const nearly = [
      [0.3 + 1e-9, 0.7],
      [0.6, 0.4],
    ];
    expect(logLoss([0, 1], new Matrix(nearly))).toBeGreaterThan(0);
  });

  test('errors carry their numbers as fields', () => {
    expect(thrownBy(logLoss, [0, 1], [0.5, 2])).toMatchObject({ row: 1, value: 2, kind: 'input' });
    expect(thrownBy(rocAucScore, [4, 4], even)).toMatchObject({ label: 4 });
    expect(thrownBy(f1Score, [0, 2], [0, 2])).toMatchObject({ label: 1, known: [0, 2], where: 'posLabel' });
    const many = Array.from({ length: 20 }, (_, i) => i);
    expect(thrownBy(logLoss, [99], [0.5], { labels: many })).toHaveProperty(
      'message',
      expect.stringContaining('11, … (20 in all)'),
    );
  });
});
