import { expect, test } from '@jest/globals';
import type { Labels } from '@tenfold/linalg';
import fc from 'fast-check';

import {
  classificationReport,
  f1Score,
  logLoss,
  misclassified,
  rocAucScore,
  rocCurve,
} from '../src/index.js';
import { scoresOfLabels } from './scores-of-labels.js';

const codes = fc.array(fc.record({ actual: fc.nat(1), predicted: fc.nat(1) }), { minLength: 1 });
const booleans = (values: readonly number[]): boolean[] => values.map(Boolean);

/** All that do not say the labels in their result. */
const scores = Object.entries(scoresOfLabels).filter(
  ([name]) => !['classificationReport', 'misclassified'].includes(name),
) as [string, (yTrue: Labels, yPred: Labels) => unknown][];

test.each(scores)('%s of booleans is that of 0 and 1', (_, score) => {
  fc.assert(
    fc.property(codes, (rows) => {
      const actual = rows.map((row) => row.actual);
      const predicted = rows.map((row) => row.predicted);
      const expected = score([0, 1, ...actual], [0, 1, ...predicted]);
      expect(score([false, true, ...booleans(actual)], [false, true, ...booleans(predicted)])).toEqual(
        expected,
      );
      const clamped = Uint8ClampedArray.from([0, 1, ...actual]);
      expect(score(clamped, [0, 1, ...predicted])).toEqual(expected);
    }),
  );
});

test('scores speak for true', () => {
  const actual = [0, 1, 1, 0, 1];
  const proba = [0.1, 0.8, 0.4, 0.5, 0.9];
  expect(rocCurve(booleans(actual), proba)).toEqual(rocCurve(actual, proba));
  expect(rocAucScore(booleans(actual), proba)).toBe(rocAucScore(actual, proba));
  expect(logLoss(booleans(actual), proba)).toBe(logLoss(actual, proba));
  expect(rocCurve(booleans(actual), proba, { posLabel: false })).toEqual(
    rocCurve(actual, proba, { posLabel: 0 }),
  );
  expect(f1Score([false, false], [false, false])).toBe(0);
});

test('reports and misses name true and false', () => {
  expect(classificationReport([true, false], [true, true], { outputDict: true })).toHaveProperty(
    'true.recall',
    1,
  );
  expect(misclassified([true, false], [true, true])).toEqual([{ index: 1, actual: false, predicted: true }]);
});
