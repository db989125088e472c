import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import fc from 'fast-check';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';
import { threeGroups, twoGroups } from './data.js';

type Fits = Pick<LogisticRegressionOptions, 'C' | 'maxIter'>;

interface Golden {
  first: Fits;
  second: Fits;
  cases: {
    name: string;
    X: number[][];
    y: number[];
    fitIntercept: boolean;
    solver: 'lbfgs' | 'liblinear';
    multiClass: 'auto' | 'ovr';
    coef: number[][];
    intercept: number[];
    nIter: number[];
  }[];
}

const golden = JSON.parse(readFileSync(new URL('golden/warm-start.json', import.meta.url), 'utf8')) as Golden;

describe('a second fit with warmStart, as scikit-learn', () => {
  test.each(golden.cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const { X, y, fitIntercept, solver, multiClass } = each;
    const model = new LogisticRegression({
      ...{ warmStart: true, preconditioner: 'none', ...golden.first },
      ...{ fitIntercept, solver, multiClass },
    });
    await model.fit(X, y);
    await model.setParams(golden.second).fit(X, y);
    expect(model.nIter).toEqual(each.nIter);
    each.coef.forEach((row, k) => {
      row.forEach((value, j) => {
        expect(model.coef.get(k, j)).toBeCloseTo(value, 6);
      });
      expect(model.intercept[k]).toBeCloseTo(each.intercept[k], 6);
    });
  });
});

const tight = { tol: 1e-9, maxIter: 10_000 };

test('it ends at the optimum that a fit from zero finds', async () => {
  const option = fc.record({
    first: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    second: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    maxIter: fc.integer({ min: 1, max: 60 }),
    multiClass: fc.constantFrom('auto' as const, 'ovr' as const),
    preconditioner: fc.constantFrom('auto' as const, 'none' as const, 'gram' as const),
    fitIntercept: fc.boolean(),
    classes: fc.constantFrom(2, 3),
  });
  await fc.assert(
    fc.asyncProperty(option, async ({ first, second, maxIter, classes, ...options }) => {
      const { X, y } = classes === 2 ? twoGroups() : threeGroups();
      const model = new LogisticRegression({ ...options, warmStart: true, C: first, maxIter });
      await model.fit(X, y);
      await model.setParams({ ...tight, C: second }).fit(X, y);
      const cold = await new LogisticRegression({ ...options, ...tight, C: second }).fit(X, y);
      expect(Math.abs(model.objective - cold.objective)).toBeLessThan(1e-7 * cold.objective);
    }),
    { numRuns: 40 },
  );
});

test('a fit that has converged needs no iteration to be found converged again', async () => {
  const { X, y } = threeGroups();
  const model = await new LogisticRegression({ warmStart: true, preconditioner: 'none' }).fit(X, y);
  expect(model.nIter[0]).toBeGreaterThan(5);
  const { coef } = model;
  await model.fit(X, y);
  expect(model.nIter).toEqual([0]);
  expect(model.coef).toEqual(coef);
  expect((await model.setParams({ warmStart: false }).fit(X, y)).nIter[0]).toBeGreaterThan(5);
});

test('a model that was read from a file begins from its coefficients, and with an intercept of 0 where it had none', async () => {
  const { X, y } = threeGroups();
  const model = await new LogisticRegression({ warmStart: true, preconditioner: 'none' }).fit(X, y);
  const back = LogisticRegression.fromJSON(JSON.parse(JSON.stringify(model)));
  expect((await back.fit(X, y)).nIter).toEqual([0]);
  const without = await new LogisticRegression({ ...tight, warmStart: true, fitIntercept: false }).fit(X, y);
  await without.setParams({ fitIntercept: true }).fit(X, y);
  const cold = await new LogisticRegression(tight).fit(X, y);
  expect(without.objective).toBeCloseTo(cold.objective, 7);
  expect(without.intercept.some((value) => value !== 0)).toBe(true);
});

test('other labels of the same number are as good; other numbers of classes or features are refused and change nothing', async () => {
  const { X, y } = threeGroups();
  const model = await new LogisticRegression({ warmStart: true }).fit(X, y);
  const { coef } = model;
  const names = y.map((label) => ['a', 'b', 'c'][label]);
  const renamed = await model.fit(X, names);
  expect(renamed.classes).toEqual(['a', 'b', 'c']);
  const two = twoGroups();
  await expect(model.fit(two.X, two.y)).rejects.toThrow(ParameterError);
  const wide = X.map((row) => [...row, 1]);
  await expect(model.fit(wide, y)).rejects.toThrow(
    'LogisticRegression: warmStart must be false when X and y have 4 features and 3 classes after a fit to 3 features ' +
      'and 3 classes (fit a clone() of the estimator), got true',
  );
  expect(model.coef.rows).toBe(coef.rows);
  expect(model.classes).toEqual(['a', 'b', 'c']);
  expect((await model.clone().fit(wide, y)).nFeatures).toBe(4);
  expect((await model.setParams({ solver: 'liblinear' }).fit(wide, y)).nFeatures).toBe(4);
});

test('coefficients at which nothing can be computed are no start', async () => {
  const { X, y } = threeGroups();
  const model = await new LogisticRegression({ warmStart: true, C: 1e6 }).fit(X, y);
  const huge = X.map((row) => row.map((value) => value * 1e300));
  await model.fit(huge, y);
  const cold = await new LogisticRegression({ C: 1e6 }).fit(huge, y);
  expect(model.objective).toBe(cold.objective);
  expect(model.coef).toEqual(cold.coef);
});
