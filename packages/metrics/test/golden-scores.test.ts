import { describe, expect, test } from '@jest/globals';
import { Matrix } from '@tenfold/linalg';

import { auc, type AucAverage, logLoss, rocAucScore, rocCurve } from '../src/index.js';
import { readGolden } from './read-golden.js';

interface CurveCase {
  name: string;
  yTrue: number[];
  yScore: number[];
  weights: number[] | null;
  posLabel: number | null;
  curves: [number[], number[], number[]][];
  area?: number;
}

interface TableCase {
  name: string;
  yTrue: number[];
  yProba: number[][];
  weights: number[] | null;
  labels: number[] | null;
  aucs: {
    multiClass: 'ovr' | 'ovo';
    average: AucAverage | null;
    weighted: boolean;
    value: number | number[];
  }[];
  losses: { normalize: boolean; weighted: boolean; value: number }[];
}

const golden = readGolden('metrics.json') as {
  curves: CurveCase[];
  tables: TableCase[];
  losses: {
    binary: { yTrue: number[]; p: number[]; value: number };
    single: { yTrue: number[]; p: number[][]; value: number };
  };
};

describe.each(golden.curves)('$name', ({ yTrue, yScore, weights, posLabel, curves, area }) => {
  const options = {
    ...(weights === null ? {} : { sampleWeight: weights }),
    ...(posLabel === null ? {} : { posLabel }),
  };

  test.each([true, false])('curve, drop intermediate points: %p', (dropIntermediate) => {
    const [fpr, tpr, thresholds] = curves[dropIntermediate ? 0 : 1];
    expect(rocCurve(yTrue, yScore, { ...options, dropIntermediate })).toEqual({ fpr, tpr, thresholds });
  });

  test('area', () => {
    if (area === undefined) return;
    const sampleWeight = weights === null ? {} : { sampleWeight: weights };
    expect(rocAucScore(yTrue, yScore, sampleWeight)).toBe(area);
    if (posLabel !== 0) expect(auc(...(curves[0].slice(0, 2) as [number[], number[]]))).toBe(area);
  });
});

describe.each(golden.tables)('$name', ({ yTrue, yProba, weights, labels, aucs, losses }) => {
  const given = labels === null ? {} : { labels };
  const weightsIf = (weighted: boolean) => (weighted && weights !== null ? { sampleWeight: weights } : {});

  test.each(aucs)(
    'ROC AUC $multiClass, $average, weighted: $weighted',
    ({ multiClass, average, weighted, value }) => {
      const options = { ...given, ...weightsIf(weighted), multiClass, average: average as 'macro' };
      expect(rocAucScore(yTrue, new Matrix(yProba), options)).toEqual(value);
    },
  );

  test.each(losses)(
    'log loss, normalize: $normalize, weighted: $weighted',
    ({ normalize, weighted, value }) => {
      const loss = logLoss(yTrue, yProba, { ...given, ...weightsIf(weighted), normalize });
      // The two logarithms may differ in their last bit.
      expect(Math.abs(loss / value - 1)).toBeLessThan(1e-14);
    },
  );
});

describe('log loss', () => {
  test('of a list of probabilities', () => {
    const { yTrue, p, value } = golden.losses.binary;
    expect(Math.abs(logLoss(yTrue, p) / value - 1)).toBeLessThan(1e-14);
  });

  test('of rows in single precision, which are clipped sooner', () => {
    const { yTrue, p, value } = golden.losses.single;
    const rows = p.map((row) => Float32Array.from(row));
    expect(Math.abs(logLoss(yTrue, rows) / value - 1)).toBeLessThan(1e-6);
    expect(
      logLoss(yTrue, [
        [0.1, 0.9],
        [1, 0],
        [0.3, 0.7],
      ]),
    ).toBeGreaterThan(value + 5);
  });
});
