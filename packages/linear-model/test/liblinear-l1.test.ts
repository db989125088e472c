import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { ByteMatrix, CsrMatrix, type FeatureMatrix, Matrix } from '@tenfold/linalg';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';

interface GoldenCase {
  name: string;
  X: number[][];
  y: number[];
  weights: number[] | null;
  params: { C?: number; fit_intercept?: boolean; intercept_scaling?: number };
  coef: number[][];
  intercept: number[];
  objective: number;
  objectiveDefault: number;
}

const { cases } = JSON.parse(readFileSync(new URL('golden/liblinear-l1.json', import.meta.url), 'utf8')) as {
  cases: GoldenCase[];
};

function optionsOf({ params }: GoldenCase): LogisticRegressionOptions {
  return {
    solver: 'liblinear',
    penalty: 'l1',
    C: params.C ?? 1,
    fitIntercept: params.fit_intercept ?? true,
    interceptScaling: params.intercept_scaling ?? 1,
  };
}

/** The rows as every kind of matrix that can hold them. */
function storagesOf(X: number[][]): [string, FeatureMatrix][] {
  const cells = X.map((row) => row.map((value, j) => [j, value] as const).filter(([, value]) => value !== 0));
  const storages: [string, FeatureMatrix][] = [
    ['dense', new Matrix(X)],
    ['sparse', CsrMatrix.fromRows(cells, X[0].length)],
  ];
  const isBytes = X.every((row) =>
    row.every((value) => Number.isInteger(value) && value >= 0 && value < 256),
  );
  if (isBytes) storages.push(['bytes', new ByteMatrix(X.length, X[0].length, Uint8Array.from(X.flat()))]);
  return storages;
}

function relativeDifference(actual: number[], expected: number[]): number {
  const scale = Math.max(...expected.map(Math.abs), 1e-300);
  return Math.max(...actual.map((value, i) => Math.abs(value - expected[i]))) / scale;
}

describe.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_name, golden) => {
  const sampleWeight = golden.weights ?? undefined;

  test.each(storagesOf(golden.X))('scikit-learn’s optimum and its zeros, %s', async (_storage, X) => {
    const options = { ...optionsOf(golden), tol: 1e-10, maxIter: 10_000 };
    const model = await new LogisticRegression(options).fit(X, golden.y, { sampleWeight });
    expect(model.converged).toBe(true);
    expect(model.objective).toBeLessThanOrEqual(golden.objective * (1 + 1e-10));
    expect(model.objective).toBeGreaterThanOrEqual(golden.objective * (1 - 1e-6));
    const coef = model.coef.to2DArray();
    expect(coef.map(supportOf)).toEqual(golden.coef.map(supportOf));
    const actual = [...coef.flat(), ...model.intercept];
    expect(relativeDifference(actual, [...golden.coef.flat(), ...golden.intercept])).toBeLessThan(1e-5);
  });

  test('by default it is no further from the optimum than scikit-learn', async () => {
    const model = await new LogisticRegression(optionsOf(golden)).fit(golden.X, golden.y, { sampleWeight });
    expect(model.converged).toBe(true);
    expect(model.objective).toBeLessThanOrEqual(golden.objectiveDefault * (1 + 1e-4));
    expect(model.certificate).toBeGreaterThanOrEqual(model.objective - golden.objective - 1e-9);
  });
});

function supportOf(coef: number[]): number[] {
  return coef.flatMap((value, j) => (value === 0 ? [] : [j]));
}
