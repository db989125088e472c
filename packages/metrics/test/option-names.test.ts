import { describe, expect, test } from '@jest/globals';
import { caseJson } from '@tenfold/cases';
import { ParameterError } from '@tenfold/core';

import * as metrics from '../src/index.js';
import { type Score, thrownBy } from './thrown-by.js';

/** The functions that take no options; any other export must refuse a name it does not know. */
const WITHOUT_OPTIONS = ['auc', 'getScorer', 'uniqueLabels'];

const scores = Object.entries(metrics).filter(([, value]) => !isErrorClass(value)) as [string, Score][];
const withOptions = scores.filter(([name]) => !WITHOUT_OPTIONS.includes(name));

/** Data that each function takes, and an option that it has. */
const calls: Record<string, { data: unknown[]; given: Record<string, unknown> }> = {
  ...Object.fromEntries(
    withOptions.map(([name]) => [
      name,
      {
        data: [
          [0, 1, 1],
          [1, 1, 1],
        ],
        given: { sampleWeight: [1, 9, 1] },
      },
    ]),
  ),
  fbetaScore: {
    data: [
      [0, 1],
      [1, 1],
    ],
    given: { beta: 2 },
  },
  formatNumpy: { data: [[[1, 2]]], given: { precision: 3 } },
  misclassified: {
    data: [
      [0, 1],
      [1, 1],
    ],
    given: { sortBy: 'index' },
  },
};

describe.each(withOptions)('%s', (name, score) => {
  const { data, given } = calls[name];
  const required = name === 'fbetaScore' ? { beta: 1 } : {};

  test('takes the options that it has', () => {
    expect(() => score(...(data as never[]), given as never)).not.toThrow();
  });

  test('refuses a misspelt option, and says which was meant', () => {
    const [option] = Object.keys(given);
    const misspelt = { ...required, [`${option}s`]: given[option] };
    const error = thrownBy(score, ...data, misspelt);
    expect(error).toBeInstanceOf(ParameterError);
    expect(error).toMatchObject({ owner: name, received: `${option}s` });
    expect((error as Error).message).toContain(`(did you mean ${option}?)`);
  });

  test.each([null, [], 'macro', 1, new Map()])('refuses %p for options', (options) => {
    const error = thrownBy(score, ...data, options);
    expect(error).toBeInstanceOf(ParameterError);
    expect(error).toMatchObject({ owner: name, parameter: 'options' });
  });

  test('takes undefined for each of its options, which is their default', () => {
    const names = (thrownBy(score, ...data, { zzz: 1 }) as ParameterError).expected
      .replace('one of ', '')
      .split(', ');
    expect(names.length).toBeGreaterThan(1);
    const left = Object.fromEntries(names.map((option) => [option, undefined]));
    expect(score(...(data as never[]), { ...left, ...required } as never)).toEqual(
      score(...(data as never[]), required as never),
    );
  });
});

test('the functions without options take none', () => {
  for (const name of WITHOUT_OPTIONS) expect(Object.keys(metrics)).toContain(name);
});

test('the options that were overlooked are refused', () => {
  const { cases } = caseJson<{
    cases: { call: string; expectedWithTheRightName?: number }[];
  }>('options.json');
  const calls = cases.filter(({ call }) => !call.startsWith('model.'));
  expect(calls.map(({ call }) => call)).toEqual([
    'accuracyScore([1,0,1], [1,1,1], { sampleweight: [1,9,1] })',
    "confusionMatrix([1,0], [1,0], { normalise: 'true' })",
  ]);
  const { accuracyScore, confusionMatrix } = metrics;
  const misspelt = { sampleweight: [1, 9, 1] } as object;
  expect(() => accuracyScore([1, 0, 1], [1, 1, 1], misspelt)).toThrow('did you mean sampleWeight?');
  expect(accuracyScore([1, 0, 1], [1, 1, 1], { sampleWeight: [1, 9, 1] })).toBe(
    calls[0].expectedWithTheRightName,
  );
  const normalise = { normalise: 'true' } as object;
  expect(() => confusionMatrix([1, 0], [1, 0], normalise)).toThrow('did you mean normalize?');
});

/** Whether an export is a class of errors. */
function isErrorClass(value: object): boolean {
  return Object.getPrototypeOf(value) !== Function.prototype;
}
