import { describe, expect, test } from '@jest/globals';
import { caseJson } from '@tenfold/cases';
import { ParameterError } from '@tenfold/core';

import { LogisticRegression } from '../src/index.js';
import { threeGroups } from './data.js';

interface Case {
  X: number[][];
  y: number[];
  options: { classWeight: Record<string, number>; tol: number };
  expected: { coef: number; intercept: number; tolerance: number };
}

describe('the weight of a class that is not there', () => {
  const { X, y, options, expected } = caseJson<Case>('class-weight-absent.json');

  test('is ignored when all that are there have one', async () => {
    const model = await new LogisticRegression(options).fit(X, y);
    expect(Math.abs(model.coef.get(0, 0) - expected.coef)).toBeLessThan(expected.tolerance);
    expect(Math.abs(model.intercept[0] - expected.intercept)).toBeLessThan(expected.tolerance);
    expect(throughJson(model).params.classWeight).toEqual(model.params.classWeight);
  });

  test('is refused when one of them has none, for it may be meant for that', async () => {
    const misspelt = new LogisticRegression({ classWeight: { 0: 1, l: 10 } });
    await expect(misspelt.fit(X, y)).rejects.toThrow(ParameterError);
    await expect(misspelt.fit(X, y)).rejects.toThrow('while one of them, 1, has no weight, got "l"');
    const partial = await new LogisticRegression({ classWeight: { 1: 10 } }).fit(X, y);
    expect(partial.isFitted).toBe(true);
  });

  test('a label has one weight', () => {
    const twice = new Map<number | string, number>([
      [1, 2],
      ['1', 3],
    ]);
    expect(() => new LogisticRegression({ classWeight: twice })).toThrow(
      'classWeight must be one weight a label',
    );
  });
});

describe('an infinite C', () => {
  const { X, y, expected } = caseJson<Case>('c-infinity.json');

  test('is no penalty', async () => {
    const model = await new LogisticRegression({ C: Infinity, tol: 1e-8 }).fit(X, y);
    expect(Math.abs(model.coef.get(0, 0) - expected.coef)).toBeLessThan(expected.tolerance);
    expect(Math.abs(model.intercept[0] - expected.intercept)).toBeLessThan(expected.tolerance);
  });

  test.each(['ovr', 'multinomial'] as const)('is the same as none, bit for bit (%s)', async (multiClass) => {
    const { X, y } = threeGroups();
    const rows = X.map((row, i) => (i % 7 === 0 ? X[(i + 1) % X.length] : row));
    const none = await new LogisticRegression({ penalty: null, multiClass, classWeight: 'balanced' }).fit(
      rows,
      y,
    );
    const model = await new LogisticRegression({ C: Infinity, multiClass, classWeight: 'balanced' }).fit(
      rows,
      y,
    );
    expect(model.coef).toEqual(none.coef);
    expect(model.objective).toBe(none.objective);
  });

  test('is the same after JSON', async () => {
    const model = await new LogisticRegression({ C: Infinity }).fit(X, y);
    expect(model.toJSON().estimator.params.C).toBe('Infinity');
    const back = throughJson(model);
    expect(back.params.C).toBe(Infinity);
    expect(back.toJSON()).toEqual(model.toJSON());
  });

  test('is none for liblinear, which always has a penalty', () => {
    expect(() => new LogisticRegression({ C: Infinity, solver: 'liblinear' })).toThrow(
      'C must be finite with the solver liblinear',
    );
    for (const C of [-Infinity, NaN, 0]) expect(() => new LogisticRegression({ C })).toThrow(ParameterError);
  });
});

function throughJson(model: LogisticRegression): LogisticRegression {
  return LogisticRegression.fromJSON(JSON.parse(JSON.stringify(model)));
}
