import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { ByteMatrix, CsrMatrix, Matrix } from '@tenfold/linalg';

import { LogisticRegression } from '../src/index.js';

interface GoldenCase {
  classes: 2 | 3;
  multiClass: 'auto' | 'ovr';
  solver: 'sag' | 'saga';
  weighted: boolean;
  scale: number;
  /** null is no penalty. */
  C: number | null;
  l1Ratio: number;
  fitIntercept: boolean;
  coef: number[][];
  intercept: number[];
  proba: number[][] | null;
}

const { data, cases } = JSON.parse(readFileSync(new URL('golden/saga.json', import.meta.url), 'utf8')) as {
  data: Record<number, { X: number[][]; y: number[] }>;
  cases: GoldenCase[];
};

const named = cases.map((golden) => [nameOf(golden), golden] as const);

function nameOf({
  solver,
  classes,
  multiClass,
  weighted,
  scale,
  C,
  l1Ratio,
  fitIntercept,
}: GoldenCase): string {
  return JSON.stringify({ solver, classes, multiClass, weighted, scale, C, l1Ratio, fitIntercept });
}

/** The largest difference, relative to the largest entry. */
function relativeDifference(actual: number[], expected: number[]): number {
  const scale = Math.max(...expected.map(Math.abs));
  return Math.max(...actual.map((value, i) => Math.abs(value - expected[i]))) / scale;
}

/** The rows as they may be stored. */
function formsOf(X: number[][], scale: number): (number[][] | CsrMatrix | ByteMatrix)[] {
  const scaled = X.map((row) => row.map((cell) => scale * cell));
  const forms = [scaled, CsrMatrix.fromDense(new Matrix(scaled))];
  return scale === 1 ? [...forms, new ByteMatrix(X.length, X[0].length, Uint8Array.from(X.flat()))] : forms;
}

describe('sag and saga end where scikit-learn’s do', () => {
  test.each(named)('%s', async (_, golden) => {
    const { classes, C, l1Ratio, multiClass, solver, fitIntercept, weighted, scale } = golden;
    const { X, y } = data[classes];
    const sampleWeight = weighted ? y.map((__, i) => [0.5, 1, 1.5][i % 3]) : undefined;
    const closeness = l1Ratio === 0 ? 1e-6 : 1e-5;
    let first: number[] | undefined;
    for (const form of formsOf(X, scale)) {
      const model = await new LogisticRegression({
        solver,
        C: C ?? Infinity,
        l1Ratio,
        multiClass,
        fitIntercept,
        tol: 1e-10,
        maxIter: 200_000,
      }).fit(form, y, { sampleWeight });
      expect(model.converged).toBe(true);
      const coef = model.coef.to1DArray();
      const actual = [...coef, ...model.intercept];
      first ??= actual;
      expect(actual).toEqual(first);
      expect(relativeDifference(actual, [...golden.coef.flat(), ...golden.intercept])).toBeLessThan(
        closeness,
      );
      expect(coef.map((w) => w === 0)).toEqual(golden.coef.flat().map((w) => w === 0));
      if (golden.proba === null) continue;
      const probabilities = model.predictProba(X.slice(0, 5).map((row) => row.map((x) => scale * x)));
      expect(relativeDifference(probabilities.to1DArray(), golden.proba.flat())).toBeLessThan(closeness);
    }
  });
});
