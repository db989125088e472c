import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { type DesignMatrix, Matrix, referenceBackend, toDesignMatrix } from '@tenfold/linalg';

import { type LiblinearOptions, trainLiblinear } from '../src/index.js';

/** What the reference found. */
interface Fit {
  coef: number[];
  intercept: number[];
  nIter: number;
}

interface Case {
  name: string;
  rows: number;
  columns: number;
  X: number[];
  y: number[];
  weights: number[] | null;
  C: number;
  bias: number;
  primal: Fit;
  primalDefault: Fit;
  dual: Fit;
  dualDefault: Fit;
  dualOnePass: Fit;
  official?: Omit<Fit, 'nIter'>;
}

interface Golden {
  cases: Case[];
}

const golden = JSON.parse(
  readFileSync(new URL('./golden/liblinear.json', import.meta.url), 'utf8'),
) as Golden;

const named = golden.cases.map((one): [string, Case] => [one.name, one]);

function dense({ rows, columns, X }: Case): DesignMatrix {
  return toDesignMatrix(Matrix.from1DArray(rows, columns, X), { owner: 'test', storage: 'dense' });
}

function solve(one: Case, options: Partial<LiblinearOptions> = {}) {
  return trainLiblinear({
    design: dense(one),
    targets: Float64Array.from(one.y, (label) => (label === 1 ? 1 : -1)),
    weights: Float64Array.from(one.y, (_, i) => one.C * (one.weights?.[i] ?? 1)),
    bias: one.bias,
    backend: referenceBackend,
    ...options,
  });
}

/** The largest difference from the reference, as a share of its largest number. */
function distance(x: Float64Array, one: Case, fit: Omit<Fit, 'nIter'>): number {
  const expected = [...fit.coef, ...fit.intercept];
  const found = Array.from(x, (value, j) => (j < one.columns ? value : value * one.bias));
  expect(found).toHaveLength(expected.length);
  const scale = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, j) => Math.abs(found[j] - value))) / scale;
}

describe('the primal', () => {
  test.each(named)('%s: at a tight tolerance', async (_, one) => {
    const { x, converged, loss, gradNorm } = await solve(one, { tol: 1e-10, maxIter: 10_000 });
    expect(converged).toBe(true);
    expect(distance(x, one, one.primal)).toBeLessThan(1e-6);
    expect(gradNorm).toBeLessThan(1e-4 * loss);
  });

  test.each(named)('%s: the steps of the default tolerance', async (_, one) => {
    const { x, nIter } = await solve(one);
    expect(nIter).toBe(one.primalDefault.nIter);
    expect(distance(x, one, one.primalDefault)).toBeLessThan(1e-8);
  });

  test.each(named)('%s: the preconditioner leads to the same optimum', async (_, one) => {
    const { x, converged } = await solve(one, { tol: 1e-10, maxIter: 10_000, preconditioner: 'diagonal' });
    expect(converged).toBe(true);
    expect(distance(x, one, one.dual)).toBeLessThan(1e-6);
  });
});

describe('the dual', () => {
  test.each(named)('%s: at a tight tolerance', async (_, one) => {
    const { x, nIter, converged } = await solve(one, { dual: true, tol: 1e-10, maxIter: 1_000_000 });
    expect(converged).toBe(true);
    expect(distance(x, one, one.dual)).toBeLessThan(1e-9);
    // The last passes move by rounding errors.
    expect(Math.abs(nIter - one.dual.nIter)).toBeLessThanOrEqual(0.05 * one.dual.nIter + 2);
  });

  test.each(named)('%s: the passes of the default tolerance', async (_, one) => {
    const { x, nIter } = await solve(one, { dual: true, maxIter: 10_000 });
    expect(nIter).toBe(one.dualDefault.nIter);
    expect(distance(x, one, one.dualDefault)).toBeLessThan(1e-9);
  });

  test.each(named)('%s: one pass visits the rows in the same order', async (_, one) => {
    const { x, nIter, converged, message } = await solve(one, { dual: true, maxIter: 1 });
    expect(nIter).toBe(1);
    expect(converged).toBe(false);
    expect(message).toBe('no convergence within 1 passes');
    expect(distance(x, one, one.dualOnePass)).toBeLessThan(1e-12);
  });
});

describe('LIBLINEAR itself', () => {
  const solved = named.filter(([, one]) => one.official !== undefined);
  test.each(solved)('%s: the same optimum', async (_, one) => {
    const { x } = await solve(one, { tol: 1e-10, maxIter: 10_000, preconditioner: 'diagonal' });
    expect(distance(x, one, one.official!)).toBeLessThan(1e-6);
  });
});
