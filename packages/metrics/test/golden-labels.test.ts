import { describe, expect, test } from '@jest/globals';

import {
  accuracyScore,
  type Average,
  balancedAccuracyScore,
  classificationReport,
  confusionMatrix,
  f1Score,
  fbetaScore,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
  type ReportDict,
  zeroOneLoss,
} from '../src/index.js';
import { readGolden } from './read-golden.js';

type Numbers = number | number[];

interface ByLabels {
  labels: number[] | null;
  confusion: Record<string, number[][]>;
  prf: {
    average: Average | null;
    beta: number;
    zero: number;
    values: [Numbers, Numbers, Numbers, Numbers | null];
  }[];
  reports: { digits: number; zero: number; text: string }[];
  dict: ReportDict;
}

interface LabelCase {
  name: string;
  yTrue: number[];
  yPred: number[];
  weights: number[] | null;
  accuracy: [number, number];
  loss: [number, number];
  balanced: [number, number];
  byLabels: ByLabels[];
}

const golden = readGolden('metrics.json') as {
  labels: LabelCase[];
  named: { yTrue: number[]; yPred: number[]; names: string[]; text: string }[];
};

describe.each(golden.labels)('$name', ({ yTrue, yPred, weights, accuracy, loss, balanced, byLabels }) => {
  const weighted = weights === null ? {} : { sampleWeight: weights };

  test('accuracy, zero-one loss, balanced accuracy', () => {
    expect(accuracyScore(yTrue, yPred, weighted)).toBe(accuracy[0]);
    // BLAS adds weights up in an order of its own.
    expect(accuracyScore(yTrue, yPred, { ...weighted, normalize: false })).toBeCloseTo(accuracy[1], 12);
    expect(zeroOneLoss(yTrue, yPred, weighted)).toBe(loss[0]);
    expect(zeroOneLoss(yTrue, yPred, { ...weighted, normalize: false })).toBeCloseTo(loss[1], 12);
    expect(balancedAccuracyScore(yTrue, yPred, weighted)).toBe(balanced[0]);
    expect(balancedAccuracyScore(yTrue, yPred, { ...weighted, adjusted: true })).toBe(balanced[1]);
  });

  describe.each(byLabels)('labels $labels', ({ labels, confusion, prf, reports, dict }) => {
    const options = { ...weighted, ...(labels === null ? {} : { labels }) };

    for (const [normalize, expected] of Object.entries(confusion)) {
      test(`confusion matrix, normalize ${normalize}`, () => {
        const way = normalize === 'None' ? {} : { normalize: normalize as 'true' | 'pred' | 'all' };
        expect(confusionMatrix(yTrue, yPred, { ...options, ...way }).to2DArray()).toEqual(expected);
      });
    }

    test.each(prf)('average $average, beta $beta, zero division $zero', ({ average, beta, zero, values }) => {
      const ways = { ...options, average: average as 'macro', zeroDivision: zero };
      const [precision, recall, fscore, support] = values;
      expect(precisionRecallFscoreSupport(yTrue, yPred, { ...ways, beta })).toEqual({
        precision,
        recall,
        fscore,
        support,
      });
      expect(precisionScore(yTrue, yPred, ways)).toEqual(precision);
      expect(recallScore(yTrue, yPred, ways)).toEqual(recall);
      expect(fbetaScore(yTrue, yPred, { ...ways, beta })).toEqual(fscore);
      if (beta === 1) expect(f1Score(yTrue, yPred, ways)).toEqual(fscore);
    });

    test.each(reports)('report with $digits digits, zero division $zero', ({ digits, zero, text }) => {
      expect(classificationReport(yTrue, yPred, { ...options, digits, zeroDivision: zero })).toBe(text);
    });

    test('report as an object', () => {
      expect(classificationReport(yTrue, yPred, { ...options, outputDict: true })).toEqual(dict);
    });
  });
});

test.each(golden.named)('report with names of its own: $names', ({ yTrue, yPred, names, text }) => {
  expect(classificationReport(yTrue, yPred, { targetNames: names })).toBe(text);
});
