import { describe, expect, test } from '@jest/globals';
import { Matrix } from '@tenfold/linalg';
import fc from 'fast-check';

import {
  accuracyScore,
  auc,
  balancedAccuracyScore,
  confusionMatrix,
  f1Score,
  fbetaScore,
  logLoss,
  misclassified,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
  rocAucScore,
  rocCurve,
  zeroOneLoss,
} from '../src/index.js';
import { pairwiseSum } from '../src/sums.js';

/** True and predicted labels of up to five classes, with whole weights so that sums are exact. */
const samples = fc.array(
  fc.record({
    actual: fc.integer({ min: 0, max: 4 }),
    predicted: fc.integer({ min: 0, max: 4 }),
    weight: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Binary labels of both classes with scores that tie often. */
const scored = fc
  .array(fc.record({ label: fc.integer({ min: 0, max: 1 }), score: fc.integer({ min: -4, max: 4 }) }), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((rows) => new Set(rows.map(({ label }) => label)).size === 2);

function shuffle<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, i) => ({ item, key: Math.sin((i + 1) * (seed + 1)) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe('labels', () => {
  const split = (rows: { actual: number; predicted: number; weight: number }[]) => ({
    yTrue: rows.map(({ actual }) => actual),
    yPred: rows.map(({ predicted }) => predicted),
    sampleWeight: rows.map(({ weight }) => weight),
  });

  test('accuracy is the trace of the confusion matrix over its sum, also weighted', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred, sampleWeight } = split(rows);
        const matrix = confusionMatrix(yTrue, yPred, { sampleWeight });
        expect(accuracyScore(yTrue, yPred, { sampleWeight })).toBe(matrix.trace() / matrix.sum());
      }),
    );
  });

  test('each cell is a count by the plainest loop', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred } = split(rows);
        const labels = [3, 0, 4, 1, 2];
        const matrix = confusionMatrix([...yTrue, 0], [...yPred, 0], { labels });
        labels.forEach((row, i) =>
          labels.forEach((column, j) => {
            const count = rows.filter((r) => r.actual === row && r.predicted === column).length;
            expect(matrix.get(i, j)).toBe(count + (row === 0 && column === 0 ? 1 : 0));
          }),
        );
      }),
    );
  });

  test('micro precision, recall and F1 are the accuracy', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred, sampleWeight } = split(rows);
        const accuracy = accuracyScore(yTrue, yPred, { sampleWeight });
        for (const score of [precisionScore, recallScore, f1Score]) {
          expect(score(yTrue, yPred, { average: 'micro', sampleWeight })).toBeCloseTo(accuracy, 14);
        }
      }),
    );
  });

  test('a weight of w is the same as w copies of the sample', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred, sampleWeight } = split(rows);
        const copies = split(rows.flatMap((row) => Array.from({ length: row.weight }, () => row)));
        expect(precisionRecallFscoreSupport(yTrue, yPred, { sampleWeight })).toEqual(
          precisionRecallFscoreSupport(copies.yTrue, copies.yPred),
        );
      }),
    );
  });

  test('the order of the samples changes nothing', () => {
    fc.assert(
      fc.property(samples, fc.nat(1000), (rows, seed) => {
        const before = split(rows);
        const after = split(shuffle(rows, seed));
        expect(confusionMatrix(after.yTrue, after.yPred).to2DArray()).toEqual(
          confusionMatrix(before.yTrue, before.yPred).to2DArray(),
        );
        expect(f1Score(after.yTrue, after.yPred, { average: 'macro' })).toBe(
          f1Score(before.yTrue, before.yPred, { average: 'macro' }),
        );
      }),
    );
  });

  test('text labels score as the numbers they name', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred } = split(rows);
        const asText = (y: number[]) => y.map((label) => `class ${label}`);
        expect(precisionRecallFscoreSupport(asText(yTrue), asText(yPred))).toEqual(
          precisionRecallFscoreSupport(Uint8Array.from(yTrue), yPred),
        );
      }),
    );
  });

  test('precision and recall change places with the arguments; F1 stays', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred } = split(rows);
        const ways = { average: 'macro' as const };
        expect(precisionScore(yTrue, yPred, ways)).toBe(recallScore(yPred, yTrue, ways));
        expect(f1Score(yTrue, yPred, ways)).toBe(f1Score(yPred, yTrue, ways));
        expect(fbetaScore(yTrue, yPred, { ...ways, beta: 0 })).toBe(precisionScore(yTrue, yPred, ways));
        expect(fbetaScore(yTrue, yPred, { ...ways, beta: Infinity })).toBe(recallScore(yTrue, yPred, ways));
      }),
    );
  });

  test('balanced accuracy is the mean recall of the true classes', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred } = split(rows);
        const labels = [...new Set(yTrue)].sort();
        expect(balancedAccuracyScore(yTrue, yPred)).toBeCloseTo(
          recallScore(yTrue, yPred, { labels, average: 'macro' }),
          14,
        );
      }),
    );
  });

  test('misses are exactly the rows that differ, and are as many as the zero-one loss says', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred } = split(rows);
        const misses = misclassified(yTrue, yPred);
        const differing = [...yTrue.keys()].filter((i) => yTrue[i] !== yPred[i]);
        expect(misses.map(({ index }) => index)).toEqual(differing);
        for (const { index, actual, predicted } of misses) {
          expect([actual, predicted]).toEqual([yTrue[index], yPred[index]]);
        }
        expect(misses).toHaveLength(zeroOneLoss(yTrue, yPred, { normalize: false }));
      }),
    );
  });

  test('normalized rows, columns and whole sum to one where they are not empty', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { yTrue, yPred } = split(rows);
        const counts = confusionMatrix(yTrue, yPred);
        const byRow = confusionMatrix(yTrue, yPred, { normalize: 'true' }).sum('row');
        counts.sum('row').forEach((count, i) => expect(byRow[i]).toBeCloseTo(count === 0 ? 0 : 1, 12));
        const byColumn = confusionMatrix(yTrue, yPred, { normalize: 'pred' }).sum('column');
        counts.sum('column').forEach((count, j) => expect(byColumn[j]).toBeCloseTo(count === 0 ? 0 : 1, 12));
        expect(confusionMatrix(yTrue, yPred, { normalize: 'all' }).sum()).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('scores', () => {
  const split = (rows: { label: number; score: number }[]) => ({
    yTrue: rows.map(({ label }) => label),
    yScore: rows.map(({ score }) => score),
  });

  test('the area is the share of pairs in the right order, ties half (Mann-Whitney)', () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const { yTrue, yScore } = split(rows);
        const positives = rows.filter(({ label }) => label === 1);
        const negatives = rows.filter(({ label }) => label === 0);
        let won = 0;
        for (const p of positives) {
          for (const n of negatives) won += p.score > n.score ? 1 : p.score === n.score ? 0.5 : 0;
        }
        const expected = won / (positives.length * negatives.length);
        expect(rocAucScore(yTrue, yScore)).toBeCloseTo(expected, 12);
      }),
    );
  });

  test('the curve rises from (0, 0) to (1, 1) and each point counts what scores its threshold or more', () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const { yTrue, yScore } = split(rows);
        const { fpr, tpr, thresholds } = rocCurve(yTrue, yScore, { dropIntermediate: false });
        expect([fpr[0], tpr[0], fpr.at(-1), tpr.at(-1)]).toEqual([0, 0, 1, 1]);
        const share = (label: number, threshold: number) => {
          const ofLabel = rows.filter((row) => row.label === label);
          return ofLabel.filter(({ score }) => score >= threshold).length / ofLabel.length;
        };
        thresholds.forEach((threshold, i) => {
          expect([fpr[i], tpr[i]]).toEqual([share(0, threshold), share(1, threshold)]);
        });
      }),
    );
  });

  test('leaving out intermediate points leaves the area', () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const { yTrue, yScore } = split(rows);
        const full = rocCurve(yTrue, yScore, { dropIntermediate: false });
        const few = rocCurve(yTrue, yScore);
        expect(few.fpr.length).toBeLessThanOrEqual(full.fpr.length);
        expect(auc(few.fpr, few.tpr)).toBeCloseTo(auc(full.fpr, full.tpr), 12);
        expect(auc(few.fpr.toReversed(), few.tpr.toReversed())).toBeCloseTo(auc(few.fpr, few.tpr), 12);
      }),
    );
  });

  test('only the order of the scores matters, and turning it round mirrors the area', () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const { yTrue, yScore } = split(rows);
        const area = rocAucScore(yTrue, yScore);
        expect(rocAucScore(yTrue, yScore.map(Math.exp))).toBe(area);
        expect(
          rocAucScore(
            yTrue,
            yScore.map((score) => -score),
          ),
        ).toBeCloseTo(1 - area, 12);
      }),
    );
  });

  test('log loss: a list of p, two columns and labels as text agree', () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const { yTrue, yScore } = split(rows);
        const p = yScore.map((score) => 1 / (1 + Math.exp(-score)));
        const plain = -rows.reduce((sum, { label }, i) => sum + Math.log(label ? p[i] : 1 - p[i]), 0);
        expect(logLoss(yTrue, p, { normalize: false })).toBeCloseTo(plain, 10);
        const columns = new Matrix(p.map((q) => [1 - q, q]));
        expect(logLoss(yTrue, columns)).toBe(logLoss(yTrue, p));
        expect(
          logLoss(
            yTrue.map((label) => (label ? 'b' : 'a')),
            columns,
          ),
        ).toBe(logLoss(yTrue, p));
      }),
    );
  });

  test('the pairwise sum is a sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 2000 }), (values) => {
        expect(pairwiseSum(values)).toBe(values.reduce((sum, value) => sum + value, 0));
      }),
    );
  });
});
