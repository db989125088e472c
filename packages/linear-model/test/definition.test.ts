import { describe, expect, test } from '@jest/globals';
import { paramsFromJson, paramsToJson, type ParamTable } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';
import { threeGroups } from './data.js';

const { definition } = LogisticRegression;
const table = definition.params as unknown as ParamTable;

/** Options that let a value of a hyper-parameter stand, where it does not go with the defaults of the others. */
const beside: Record<string, LogisticRegressionOptions> = { dual: { solver: 'liblinear' } };

describe.each(Object.entries(table))('the hyper-parameter %s', (name, param) => {
  const make = (value: unknown): LogisticRegression =>
    new LogisticRegression({ ...beside[name], [name]: value });

  test('accepts and refuses what its description says', () => {
    for (const value of param.bounds.accepted) expect(() => make(value)).not.toThrow();
    for (const value of param.bounds.refused) {
      expect(() => make(value)).toThrow(ParameterError);
      expect(() => make(value)).toThrow(`LogisticRegression: ${name}`);
    }
    expect(param.bounds.refused.length).toBeGreaterThan(0);
  });

  test('has a default that is accepted, and a sentence about it', () => {
    expect(make(param.default).params).toEqual(make(undefined).params);
    expect(param.doc).toMatch(/^[A-Z].*\.$/s);
    expect(param.expected).not.toBe('');
  });

  test('is the same after JSON', () => {
    for (const value of param.bounds.accepted) {
      const { params } = make(value);
      const json: unknown = JSON.parse(JSON.stringify(paramsToJson(table, params)));
      const again = paramsFromJson(table, json as Record<string, unknown>);
      expect(new LogisticRegression(again).params).toEqual(params);
    }
  });
});

test('the presets are options that can be fitted', async () => {
  const { X, y } = threeGroups();
  for (const { options } of definition.presets) {
    const model = await new LogisticRegression(options).fit(X, y);
    expect(model.score(X, y)).toBeGreaterThan(0.9);
  }
  expect(definition.presets.map(({ id }) => id)).toEqual(['lbfgs', 'lbfgs:ovr', 'liblinear']);
});

test('reports have the figures that the definition names', async () => {
  const names = definition.progress?.figures.map(({ name }) => name) ?? [];
  expect(names).toEqual(['loss', 'gradNorm']);
  const { X, y } = threeGroups();
  await new LogisticRegression({ maxIter: 3 }).fit(X, y, {
    onIteration: (report) => {
      expect(report.figures).toEqual(Object.fromEntries(names.map((name) => [name, expect.any(Number)])));
    },
  });
});

test('hyper-parameters are set and copied without a fit', async () => {
  const { X, y } = threeGroups();
  const classWeight = new Map([['1', 2]]);
  const model = await new LogisticRegression({ C: 0.5, classWeight, penalty: null }).fit(X, y);
  const copy = model.clone();
  expect(copy).toBeInstanceOf(LogisticRegression);
  expect(copy.params).toEqual(model.params);
  expect(copy.isFitted).toBe(false);
  expect((await copy.fit(X, y)).coef).toEqual(model.coef);
  expect(() => model.setParams({ solver: 'liblinear' })).toThrow(
    "penalty must be 'l2' or 'l1' with the solver liblinear",
  );
  expect(model.params.solver).toBe('lbfgs');
  expect(model.setParams({ solver: 'liblinear', penalty: 'l2' }).getParams()).toMatchObject({
    solver: 'liblinear',
    C: 0.5,
    classWeight,
  });
  // The stored model says how it was fitted, not what the next fit would be.
  expect(model.toJSON().estimator.params).toMatchObject({ solver: 'lbfgs', penalty: null });
});
