import { describe, expect, test } from '@jest/globals';
import { type JsonValue, paramsToJson, type ParamTable } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import { ByteMatrix, CsrMatrix, Matrix, referenceBackend } from '@tenfold/linalg';
import { logLoss } from '@tenfold/metrics';
import { KFold, StratifiedKFold } from '@tenfold/model-selection';
import { RandomState } from '@tenfold/random';
import fc from 'fast-check';

import {
  LogisticRegression,
  LogisticRegressionCV,
  type LogisticRegressionCVOptions,
  type SearchReport,
} from '../src/index.js';
import { SOLVERS, type SolverName } from '../src/logistic-regression/solvers/traits.js';
import { threeGroups, twoGroups } from './data.js';

const table = LogisticRegressionCV.definition.params as unknown as ParamTable;
const tight = { tol: 1e-10, maxIter: 5000 };

/** Rows of three groups that overlap, so that no C is the best by far. */
function overlapping(rows = 90): { X: number[][]; y: number[] } {
  const random = new RandomState(rows);
  const y = Array.from({ length: rows }, (_, i) => i % 3);
  const X = y.map((k) => [0, 1, 2, 3].map((j) => random.standardNormal() + (j === k ? 1.2 : 0)));
  return { X, y };
}

const pick = <T>(items: readonly T[], rows: ArrayLike<number>): T[] => Array.from(rows, (row) => items[row]);

describe('the model of the best C', () => {
  const solvers = Object.keys(SOLVERS) as SolverName[];

  test.each(solvers)('is LogisticRegression’s at that C: %s', async (solver) => {
    const { X, y } = overlapping();
    const model = await new LogisticRegressionCV({ solver, Cs: 5, cv: 3, ...tight }).fit(X, y);
    const single = await new LogisticRegression({ solver, C: model.C, ...tight }).fit(X, y);
    const [actual, expected] = [model, single].map((fit) => [...fit.coef.to1DArray(), ...fit.intercept]);
    for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 6);
    expect(model.predict(X)).toEqual(single.predict(X));
  });

  test.each(solvers)(
    'has each fold’s path from LogisticRegression on the training rows: %s',
    async (solver) => {
      const { X, y } = overlapping();
      const folds = [...new StratifiedKFold({ nSplits: 3, shuffle: true, randomState: 4 }).split(X, y)];
      const options = { solver, Cs: [1, 0.01], cv: folds, scoring: 'neg_log_loss', ...tight } as const;
      const model = await new LogisticRegressionCV(options).fit(X, y);
      for (const [i, { train, test: held }] of folds.entries()) {
        for (const [j, C] of options.Cs.entries()) {
          const single = await new LogisticRegression({ solver, C, ...tight }).fit(
            pick(X, train),
            pick(y, train),
          );
          const path = model.coefsPaths?.[i][0][j];
          expect(path?.subMatrix(0, 2, 0, 3).sub(single.coef).norm()).toBeLessThan(1e-6);
          const loss = logLoss(pick(y, held), single.predictProba(pick(X, held)));
          expect(model.scores[i][0][j]).toBeCloseTo(-loss, 7);
        }
      }
    },
  );

  test('is the first of those that are equally good', async () => {
    const { X, y } = threeGroups();
    const model = await new LogisticRegressionCV({ Cs: [10, 0.1, 1], cv: 2, scoring: () => 1 }).fit(X, y);
    expect(model.C).toBe(10);
    expect(model.bestParams).toEqual({ C: 10 });
  });

  test('is the mean of the folds’ best without a refit', async () => {
    const { X, y } = overlapping();
    const model = await new LogisticRegressionCV({ Cs: 4, cv: 3, refit: false }).fit(X, y);
    const best = model.scores.map(([path]) => path.indexOf(Math.max(...path)));
    expect(model.C).toBeCloseTo(best.reduce((sum, at) => sum + model.Cs[at], 0) / 3, 12);
    const paths = best.map((at, fold) => model.coefsPaths?.[fold][0][at].get(1, 2) ?? NaN);
    expect(model.coef.get(1, 2)).toBeCloseTo(paths.reduce((sum, value) => sum + value, 0) / 3, 12);
  });
});

test('ten values of C are scikit-learn’s', async () => {
  const { X, y } = twoGroups();
  const model = await new LogisticRegressionCV({ cv: 2, maxIter: 5 }).fit(X, y);
  expect(model.Cs).toHaveLength(10);
  model.Cs.forEach((C, i) => {
    expect(Math.log10(C)).toBeCloseTo(-4 + (8 * i) / 9, 12);
  });
  expect([model.Cs[0], model.Cs[9]]).toEqual([1e-4, 1e4]);
  expect(model.l1Ratios).toEqual([0]);
});

test('the order of the values of C changes nothing but the order of the answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0.01, 0.1, 1, 10], { minLength: 2 }), async (Cs) => {
      const { X, y } = overlapping(45);
      const sorted = [...Cs].sort((a, b) => a - b);
      const [given, ascending] = await Promise.all(
        [Cs, sorted].map((values) =>
          new LogisticRegressionCV({ Cs: values, cv: 3, scoring: 'neg_log_loss' }).fit(X, y),
        ),
      );
      expect(given.C).toBe(ascending.C);
      expect(given.coef.to1DArray()).toEqual(ascending.coef.to1DArray());
      for (const [fold, [path]] of given.scores.entries())
        expect(path).toEqual(Cs.map((C) => ascending.scores[fold][0][sorted.indexOf(C)]));
    }),
    { numRuns: 8 },
  );
});

test('bits do not depend on threads, and hardly on storage or the backend', async () => {
  const { X, y } = overlapping();
  const bytes = X.map((row) => row.map((value) => Math.max(0, Math.round(20 * value + 60))));
  const options = { Cs: 3, cv: 3, scoring: 'neg_log_loss', ...tight } as const;
  const make = () => new LogisticRegressionCV(options);
  const one = await make().fit(bytes, y, { threads: 1 });
  for (const threads of [2, 5])
    expect((await make().fit(bytes, y, { threads })).toJSON()).toEqual(one.toJSON());
  const matrix = new Matrix(bytes);
  const image = new ByteMatrix(bytes.length, 4);
  bytes.forEach((row, i) => {
    row.forEach((value, j) => image.set(i, j, value));
  });
  const others = [
    await make().fit(image, y),
    await make().fit(CsrMatrix.fromDense(matrix), y),
    await make().fit(matrix, y, { backend: referenceBackend }),
  ];
  for (const other of others) {
    expect(other.C).toBe(one.C);
    other.scores.flat(2).forEach((score, i) => {
      expect(score).toBeCloseTo(one.scores.flat(2)[i], 6);
    });
  }
});

describe('what a file keeps', () => {
  test('is all but the folds’ coefficients', async () => {
    const { X, y } = threeGroups();
    const cv = new StratifiedKFold({ nSplits: 3, shuffle: true, randomState: 8 });
    const model = await new LogisticRegressionCV({ Cs: [0.1, Infinity], cv, maxIter: 20 }).fit(X, y);
    const text = JSON.stringify(model.toJSON());
    const read = LogisticRegressionCV.fromJSON(JSON.parse(text));
    expect(JSON.stringify(read.toJSON())).toBe(text);
    for (const name of ['C', 'l1Ratio', 'Cs', 'scores', 'nIter', 'converged', 'params'] as const)
      expect(read[name]).toEqual(model[name]);
    expect(read.coefsPaths).toBeUndefined();
    expect(read.predictProba(X).to1DArray()).toEqual(model.predictProba(X).to1DArray());
    const again = await read.fit(X, y);
    expect(again.scores).toEqual(model.scores);
  });

  test.each<[string, LogisticRegressionCVOptions, JsonValue]>([
    [
      'a list of splits',
      { cv: [[[0, 1], Int32Array.of(2)], { train: Uint32Array.of(2), test: Uint32Array.of(0) }] },
      [
        [[0, 1], [2]],
        [[2], [0]],
      ],
    ],
    ['a splitter', { cv: new KFold({ nSplits: 2 }) }, { kind: 'KFold', nSplits: 2, shuffle: false }],
    ['a number', { cv: 4 }, 4],
  ])('%s', (_, options, json) => {
    const { params } = new LogisticRegressionCV(options);
    const stored = JSON.parse(JSON.stringify(paramsToJson(table, params))) as Record<string, JsonValue>;
    expect(stored.cv).toEqual(json);
    const read = new LogisticRegressionCV({ cv: table.cv.fromJson(stored.cv) as number });
    expect(paramsToJson(table, read.params)).toEqual(stored);
  });

  test('is no function and no generator: another fit asks for them', async () => {
    const { X, y } = threeGroups();
    const cv = new KFold({ nSplits: 2, shuffle: true, randomState: new RandomState(1) });
    for (const [name, options] of [
      ['scoring', { scoring: () => 0 }],
      ['cv', { cv }],
    ] as const) {
      const model = await new LogisticRegressionCV({ Cs: 1, ...options }).fit(X, y);
      const read = LogisticRegressionCV.fromJSON(JSON.parse(JSON.stringify(model.toJSON())));
      expect(read.predict(X)).toEqual(model.predict(X));
      await expect(read.fit(X, y)).rejects.toMatchObject({ name: 'ParameterError', parameter: name });
      await read.setParams({ scoring: 'accuracy', cv: 2 }).fit(X, y);
    }
  });

  test('fits together', async () => {
    const { X, y } = threeGroups();
    const json = (await new LogisticRegressionCV({ Cs: 3, cv: 2 }).fit(X, y)).toJSON();
    const spoil = (tensors: object) => ({ ...json, tensors: { ...json.tensors, ...tensors } });
    const { nIter, scores } = json.tensors;
    for (const value of [
      spoil({ scores: nIter }),
      spoil({ nIter: scores }),
      spoil({ scores: { ...scores, shape: [1, 2, 3] } }),
      { ...json, estimator: { ...json.estimator, params: { ...json.estimator.params, Cs: 2 } } },
      { ...json, facts: {} },
    ])
      expect(() => LogisticRegressionCV.fromJSON(value)).toThrow(
        expect.objectContaining({ name: 'ModelFormatError' }),
      );
  });
});

describe('options', () => {
  test.each(Object.entries(table))('%s keeps its bounds', (name, param) => {
    for (const value of param.bounds.refused)
      expect(() => new LogisticRegressionCV({ [name]: value })).toThrow(ParameterError);
  });

  test.each<[string, object, string]>([
    ['C of LogisticRegression', { C: 1 }, 'did you mean Cs?'],
    ['a mix that the solver does not take', { l1Ratios: [0, 0.5] }, 'l1Ratios'],
    ['no penalty that the solver does not take', { Cs: [1, Infinity], solver: 'liblinear' }, 'Cs'],
    [
      'one model of three classes by liblinear',
      { solver: 'liblinear', multiClass: 'multinomial' },
      'multiClass',
    ],
    ['a score that is none', { scoring: 'acuracy' }, 'did you mean accuracy?'],
    ['no share of L1', { l1Ratios: [] }, 'l1Ratios'],
    ['one fold', { cv: 1 }, 'cv'],
    ['no split', { cv: [] }, 'cv'],
  ])('refuse %s', (_, options, words) => {
    expect(() => new LogisticRegressionCV(options)).toThrow(ParameterError);
    expect(() => new LogisticRegressionCV(options)).toThrow(words);
  });

  test('that only rows can refuse', async () => {
    const { X, y } = threeGroups();
    const fit = (options: LogisticRegressionCVOptions) =>
      new LogisticRegressionCV({ Cs: 2, ...options }).fit(X, y);
    await expect(fit({ cv: 21 })).rejects.toMatchObject({ name: 'FoldError', most: 20 });
    await expect(fit({ cv: [[[0, 1], [60]]] })).rejects.toMatchObject({ name: 'SplitIndexError', split: 0 });
    await expect(fit({ scoring: () => NaN })).rejects.toMatchObject({ parameter: 'scoring' });
    await expect(fit({ scoring: 'f1' })).rejects.toThrow(ParameterError);
  });
});

describe('a score of one’s own', () => {
  test('sees labels, probabilities and scores of the rows that are held out', async () => {
    const { X, y } = overlapping();
    const words = y.map((k) => ['low', 'mid', 'top'][k]);
    const seen: number[] = [];
    const model = await new LogisticRegressionCV({
      Cs: [0.1, 1],
      cv: 3,
      scoring({ yTrue, yPred, yProba, yScore, classes, sampleWeight }) {
        expect(classes).toEqual(['low', 'mid', 'top']);
        expect(sampleWeight).toBeUndefined();
        expect([yProba.rows, yProba.columns]).toEqual([yTrue.length, 3]);
        expect(Matrix.isMatrix(yScore)).toBe(true);
        expect(words).toEqual(expect.arrayContaining([...yPred]));
        seen.push(yTrue.length);
        return -logLoss(yTrue, yProba);
      },
    }).fit(X, words);
    expect(seen).toEqual(Array<number>(6).fill(30));
    const named = await new LogisticRegressionCV({ Cs: [0.1, 1], cv: 3, scoring: 'neg_log_loss' }).fit(
      X,
      words,
    );
    expect(model.scores).toEqual(named.scores);
    expect(model.score(X, words)).toBe(named.score(X, words));
    expect(named.score(X, words)).toBeCloseTo(-logLoss(words, named.predictProba(X)), 12);
  });
});

describe('a fit', () => {
  test('reports each of its fits, and ends after the fold in which that is asked for', async () => {
    const { X, y } = threeGroups();
    const reports: SearchReport[] = [];
    const options = { Cs: 4, cv: 3 };
    const model = await new LogisticRegressionCV(options).fit(X, y, {
      onIteration: (report) => void reports.push(report),
    });
    expect(reports.map(({ done }) => done)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    expect(reports.every(({ total }) => total === 13)).toBe(true);
    expect(reports.slice(0, 12).map(({ figures }) => figures.score)).toEqual(model.scores.flat(2));
    const stopped = await new LogisticRegressionCV(options).fit(X, y, {
      onIteration: ({ done }) => done < 6,
    });
    expect(stopped.scores).toHaveLength(2);
    expect(stopped.scores).toEqual(model.scores.slice(0, 2));
  });

  test('warns once, however many of its fits ran out of iterations', async () => {
    const { X, y } = overlapping();
    const model = await new LogisticRegressionCV({ maxIter: 1, cv: 2 }).fit(X, y);
    expect(model.converged).toBe(false);
    expect(model.warnings).toEqual([expect.objectContaining({ kind: 'convergence', nIter: 1 })]);
    expect(model.warnings[0].message).toMatch(/^LogisticRegressionCV: \d+ of 21 fits not converged/);
  });

  test('stands a fold without one of the classes', async () => {
    const { X, y } = overlapping(60);
    const rare = y.map((k, i) => (k === 2 && i > 3 ? 1 : k));
    const model = await new LogisticRegressionCV({ Cs: 3, cv: 3, scoring: 'neg_log_loss' }).fit(X, rare);
    expect(model.classes).toEqual([0, 1, 2]);
    expect(model.scores.flat(2).every(Number.isFinite)).toBe(true);
  });

  test('one against the rest takes the same way', async () => {
    const { X, y } = overlapping();
    const options = { multiClass: 'ovr', cv: 3, Cs: [0.1, 1], ...tight } as const;
    const model = await new LogisticRegressionCV(options).fit(X, y);
    const single = await new LogisticRegression({ multiClass: 'ovr', C: model.C, ...tight }).fit(X, y);
    expect(model.predictProba(X).sub(single.predictProba(X)).norm()).toBeLessThan(1e-6);
  });
});
