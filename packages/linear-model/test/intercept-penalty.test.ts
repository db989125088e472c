import { describe, expect, test } from '@jest/globals';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';
import { threeGroups, twoGroups } from './data.js';

const FREE = { solver: 'liblinear', interceptPenalty: false, tol: 1e-10, maxIter: 10_000 } as const;

/** Data far from the origin, so that the intercept matters. */
function shifted({ X, y }: { X: number[][]; y: number[] }): { X: number[][]; y: number[] } {
  return { X: X.map(([first, ...rest]) => [first + 20, ...rest]), y };
}

const SETS: [string, { X: number[][]; y: number[] }][] = [
  ['two classes', twoGroups()],
  ['two classes, far off', shifted(twoGroups())],
  ['three classes', shifted(threeGroups())],
];

describe.each(SETS)('an intercept that liblinear does not penalise, %s', (_name, { X, y }) => {
  test.each(['none', 'gram'] as const)('is that of lbfgs, preconditioner %s', async (preconditioner) => {
    for (const C of [0.01, 1, 100]) {
      for (const classWeight of [undefined, 'balanced'] as const) {
        const same = { C, classWeight };
        const model = await new LogisticRegression({ ...FREE, ...same, preconditioner }).fit(X, y);
        const expected = { ...same, multiClass: 'ovr', tol: 1e-10, maxIter: 10_000 } as const;
        const other = await new LogisticRegression(expected).fit(X, y);
        const scale = Math.max(...other.coef.to1DArray().map(Math.abs), ...other.intercept.map(Math.abs));
        const all = [...model.coef.to1DArray(), ...model.intercept];
        for (const [j, value] of [...other.coef.to1DArray(), ...other.intercept].entries()) {
          expect(Math.abs(all[j] - value)).toBeLessThan(1e-5 * scale);
        }
        expect(model.objective / other.objective).toBeCloseTo(1, 9);
        expect(model.certificate).toBeLessThan(1e-6 * model.objective);
      }
    }
  });

  test.each(['l2', 'l1'] as const)('does not depend on interceptScaling, %s', async (penalty) => {
    const options = { ...FREE, penalty, C: 0.5 };
    const one = await new LogisticRegression(options).fit(X, y);
    const other = await new LogisticRegression({ ...options, interceptScaling: 30 }).fit(X, y);
    expect(other.objective / one.objective).toBeCloseTo(1, 8);
    one.intercept.forEach((value, k) => expect(other.intercept[k]).toBeCloseTo(value, 3));
  });

  test('is the limit of an intercept that is hardly penalised, l1', async () => {
    const options: LogisticRegressionOptions = { ...FREE, penalty: 'l1', C: 0.5 };
    const free = await new LogisticRegression(options).fit(X, y);
    const hardly = { ...options, interceptPenalty: true, interceptScaling: 1e6 };
    const near = await new LogisticRegression(hardly).fit(X, y);
    expect(near.objective / free.objective).toBeCloseTo(1, 4);
    expect(free.objective).toBeLessThanOrEqual(near.objective * (1 + 1e-9));
  });

  test.each(['l2', 'l1'] as const)('has a certificate that holds wherever it stops, %s', async (penalty) => {
    const options = { ...FREE, penalty, C: 0.5 };
    const best = await new LogisticRegression(options).fit(X, y);
    expect(best.certificate).toBeLessThan(1e-5 * best.objective);
    for (const maxIter of [1, 2, 3, 5, 8]) {
      const early = await new LogisticRegression({ ...options, maxIter }).fit(X, y);
      expect(early.certificate).toBeGreaterThanOrEqual(
        early.objective - best.objective - 1e-9 * best.objective,
      );
    }
  });
});
