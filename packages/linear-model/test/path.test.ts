import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { ByteMatrix, CsrMatrix, referenceBackend } from '@tenfold/linalg';
import fc from 'fast-check';

import {
  LogisticRegression,
  logisticRegressionPath,
  type LogisticRegressionPathOptions,
} from '../src/index.js';
import { threeGroups, twoGroups } from './data.js';

interface GoldenCase {
  name: string;
  X: number[][];
  y: number[];
  weights: number[] | null;
  l1Ratio: number;
  params: { fit_intercept?: boolean; class_weight?: 'balanced' };
  points: { C: number; coef: number[][]; intercept: number[]; objective: number }[];
}

const { cases } = JSON.parse(readFileSync(new URL('golden/elastic-net.json', import.meta.url), 'utf8')) as {
  cases: GoldenCase[];
};

function optionsOf({ weights, l1Ratio, params, points }: GoldenCase): LogisticRegressionPathOptions {
  return {
    Cs: points.map(({ C }) => C),
    l1Ratio,
    sampleWeight: weights ?? undefined,
    fitIntercept: params.fit_intercept ?? true,
    ...(params.class_weight && { classWeight: params.class_weight }),
    tol: 1e-11,
    maxIter: 1000,
  };
}

/** Intercepts of several classes: a shift common to all changes no probability. */
function centred(intercept: ArrayLike<number>): number[] {
  const values = Array.from(intercept);
  const mean = values.length === 1 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function supportOf(coef: number[]): number[] {
  return coef.flatMap((value, j) => (value === 0 ? [] : [j]));
}

describe.each(cases.map((golden) => [golden.name, golden] as const))('a path of %s', (_name, golden) => {
  test('has scikit-learn’s optima and their zeros', async () => {
    const { points } = await logisticRegressionPath(golden.X, golden.y, optionsOf(golden));
    for (const [at, expected] of golden.points.entries()) {
      const { C, coef, intercept, objective, certificate, converged, nonZero } = points[at];
      expect(C).toBe(expected.C);
      expect(converged).toBe(true);
      expect(objective / expected.objective).toBeCloseTo(1, 8);
      expect(certificate).toBeLessThan(1e-6 * objective);
      expect(coef.to2DArray().map(supportOf)).toEqual(expected.coef.map(supportOf));
      expect(nonZero).toBe(expected.coef.flat().filter((value) => value !== 0).length);
      const scale = Math.max(...expected.coef.flat().map(Math.abs), ...expected.intercept.map(Math.abs));
      const actual = [...coef.to1DArray(), ...centred(intercept)];
      for (const [j, value] of [...expected.coef.flat(), ...centred(expected.intercept)].entries()) {
        expect(Math.abs(actual[j] - value)).toBeLessThan(1e-5 * scale);
      }
    }
  });
});

const WAYS: [string, LogisticRegressionPathOptions][] = [
  ['l1', { l1Ratio: 1 }],
  ['elastic net', { l1Ratio: 0.5 }],
  ['l2', {}],
  ['l1, one against the rest', { l1Ratio: 1, multiClass: 'ovr' }],
  ['l2, one against the rest', { multiClass: 'ovr' }],
  ['l1, balanced, without intercept', { l1Ratio: 1, classWeight: 'balanced', fitIntercept: false }],
];

describe.each([
  ['three classes', threeGroups()],
  ['two classes', twoGroups()],
])('a path, %s', (_name, { X, y }) => {
  test.each(WAYS)('%s: certificates hold, and each model is what it is alone', async (_way, options) => {
    const Cs = [1, 0.001, 0.1, 30];
    const tight = { ...options, tol: 1e-11, maxIter: 2000 };
    const { points } = await logisticRegressionPath(X, y, { ...tight, Cs });
    expect(points.map(({ C }) => C)).toEqual([0.001, 0.1, 1, 30]);
    for (const { C, coef, objective, certificate } of points) {
      const { points: alone } = await logisticRegressionPath(X, y, { ...tight, Cs: [C] });
      expect(objective / alone[0].objective).toBeCloseTo(1, 9);
      const scale = Math.max(...coef.to1DArray().map(Math.abs), 1e-9);
      alone[0].coef.to1DArray().forEach((value, j) => {
        expect(Math.abs(value - coef.to1DArray()[j])).toBeLessThan(1e-5 * scale);
      });
      const { points: early } = await logisticRegressionPath(X, y, { ...tight, maxIter: 2, Cs: [C] });
      const missing = early[0].objective - objective;
      expect(early[0].certificate).toBeGreaterThanOrEqual(missing - 1e-9 * objective);
      expect(certificate).toBeLessThan(1e-5 * objective);
    }
  });

  test('l2 is what LogisticRegression finds', async () => {
    const { points, classes } = await logisticRegressionPath(X, y, {
      Cs: [0.1, 10],
      tol: 1e-10,
      maxIter: 1000,
    });
    expect(classes).toEqual([...new Set(y)].sort());
    for (const { C, objective } of points) {
      const model = await new LogisticRegression({ C, tol: 1e-10, maxIter: 1000 }).fit(X, y);
      expect(objective / model.objective).toBeCloseTo(1, 10);
    }
  });

  test('all ways of storing the rows, and of computing, give one path', async () => {
    const bytes = X.map((row) => row.map((value) => Math.round(100 + 5 * value)));
    const options = { Cs: [0.01, 0.1], l1Ratio: 1, tol: 1e-9 };
    const cells = bytes.map((row) => row.map((value, j) => [j, value] as const));
    const paths = await Promise.all([
      logisticRegressionPath(bytes, y, options),
      logisticRegressionPath(new ByteMatrix(bytes.length, 3, Uint8Array.from(bytes.flat())), y, options),
      logisticRegressionPath(CsrMatrix.fromRows(cells, 3), y, options),
      logisticRegressionPath(bytes, y, { ...options, backend: referenceBackend }),
    ]);
    for (const { points } of paths) {
      points.forEach(({ objective, nonZero }, at) => {
        expect(objective / paths[0].points[at].objective).toBeCloseTo(1, 8);
        expect(nonZero).toBe(paths[0].points[at].nonZero);
      });
    }
  });

  test('gives the same bits on any number of threads', async () => {
    const [one, other] = await Promise.all(
      [1, 3].map((threads) => logisticRegressionPath(X, y, { Cs: 4, l1Ratio: 0.7, threads })),
    );
    expect(one).toEqual(other);
  });
});

describe('conditions of optimality', () => {
  const scales = fc.constantFrom(1e-3, 1, 1, 1, 1e3);
  const problem = fc
    .record({ rows: fc.integer({ min: 4, max: 14 }), columns: fc.integer({ min: 1, max: 20 }) })
    .chain(({ rows, columns }) =>
      fc.record({
        cells: fc.array(fc.constantFrom(-2, -1, 0, 0, 0, 0.5, 1, 3), {
          minLength: rows * columns,
          maxLength: rows * columns,
        }),
        scales: fc.array(scales, { minLength: columns, maxLength: columns }),
        labels: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows - 2, maxLength: rows - 2 }),
        l1Ratio: fc.constantFrom(0.3, 1),
        C: fc.constantFrom(0.01, 1, 50),
        fitIntercept: fc.boolean(),
      }),
    )
    .map(({ cells, scales, labels, ...options }) => ({
      X: [0, 1, ...labels].map((_, i) =>
        scales.map((scale, j) => scale * (j === 1 ? cells[i * scales.length] : cells[i * scales.length + j])),
      ),
      y: [0, 1, ...labels],
      ...options,
    }));

  test('hold wherever it says that it has converged', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async ({ X, y, C, ...options }) => {
        const tight = { ...options, Cs: [C], tol: 1e-9, maxIter: 500 };
        const { points, classes } = await logisticRegressionPath(X, y, tight);
        const [{ coef, intercept, converged }] = points;
        expect(converged).toBe(true);
        const columns = X[0].length;
        for (let k = 0; k < coef.rows; k++) {
          const slopes = new Array<number>(columns + 1).fill(0);
          for (const [i, row] of X.entries()) {
            const residual = residualOf(row, y[i], k);
            row.forEach((cell, j) => (slopes[j] += (residual * cell) / X.length));
            slopes[columns] += residual / X.length;
          }
          const [l1, l2] = [options.l1Ratio, 1 - options.l1Ratio].map((share) => share / (C * X.length));
          for (let j = 0; j < columns; j++) {
            const value = coef.get(k, j);
            const slope = slopes[j] + l2 * value;
            const violation =
              value === 0 ? Math.max(0, Math.abs(slope) - l1) : Math.abs(slope + Math.sign(value) * l1);
            expect(violation).toBeLessThan(1e-7);
          }
          if (options.fitIntercept) expect(Math.abs(slopes[columns])).toBeLessThan(1e-7);
        }

        function residualOf(row: number[], label: number, k: number): number {
          const scores = Array.from(intercept, (b, c) =>
            row.reduce((sum, cell, j) => sum + cell * coef.get(c, j), b),
          );
          if (scores.length === 1) return 1 / (1 + Math.exp(-scores[0])) - (label === classes[1] ? 1 : 0);
          const most = Math.max(...scores);
          const parts = scores.map((score) => Math.exp(score - most));
          const share = parts[k] / parts.reduce((sum, part) => sum + part, 0);
          return share - (label === classes[k] ? 1 : 0);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe('the options of a path', () => {
  const { X, y } = threeGroups();

  test('Cs may be a count, and the path may be ended and cancelled', async () => {
    const seen: number[] = [];
    const { points } = await logisticRegressionPath(X, y, {
      Cs: 5,
      onPoint: ({ C }) => {
        seen.push(C);
        return seen.length < 3;
      },
    });
    expect(points).toHaveLength(3);
    expect(seen).toEqual([1e-4, 1e-2, 1]);
    const control = new AbortController();
    const cancelled = logisticRegressionPath(X, y, {
      signal: control.signal,
      onPoint: () => control.abort(new Error('enough')),
    });
    await expect(cancelled).rejects.toThrow('enough');
  });

  test.each([
    [{ Cs: [] }, 'Cs must be'],
    [{ Cs: [1, 0] }, 'Cs[1] must be'],
    [{ Cs: [NaN] }, 'Cs[0] must be'],
    [{ Cs: 1.5 }, 'Cs must be'],
    [{ Cs: '3' }, 'Cs must be'],
    [{ l1Ratio: 2 }, 'l1Ratio must be'],
    [{ l1ratio: 1 }, 'did you mean l1Ratio?'],
    [{ maxIter: 0 }, 'maxIter must be'],
    [{ onPoint: 3 }, 'onPoint must be'],
  ])('%p is refused', async (options, message) => {
    const run = logisticRegressionPath(X, y, options as LogisticRegressionPathOptions);
    await expect(run).rejects.toThrow(ParameterError);
    await expect(logisticRegressionPath(X, y, options as LogisticRegressionPathOptions)).rejects.toThrow(
      message,
    );
  });
});
