import { beforeAll, describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { referenceBackend } from '@tenfold/linalg';

import { LogisticRegression } from '../src/index.js';

const X = [[0], [1], [2], [3]];
const y = [0, 0, 1, 1];
let model: LogisticRegression;

beforeAll(async () => {
  model = await new LogisticRegression().fit(X, y);
});

/** Every method that takes options, the names of these, and a call with others than its type allows. */
const doors: Record<string, { names: string[]; call: (options: never) => unknown }> = {
  fit: {
    names: ['featureNames', 'sampleWeight', 'signal', 'onIteration', 'threads', 'backend'],
    call: (options) => new LogisticRegression().fit(X, y, options),
  },
  predict: { names: ['featureNames'], call: (options) => model.predict(X, options) },
  predictProba: { names: ['featureNames'], call: (options) => model.predictProba(X, options) },
  predictLogProba: { names: ['featureNames'], call: (options) => model.predictLogProba(X, options) },
  decisionFunction: { names: ['featureNames'], call: (options) => model.decisionFunction(X, options) },
  predictAsync: {
    names: ['featureNames', 'signal', 'threads', 'backend'],
    call: (options) => model.predictAsync(X, options),
  },
  predictProbaAsync: {
    names: ['featureNames', 'signal', 'threads', 'backend'],
    call: (options) => model.predictProbaAsync(X, options),
  },
  score: { names: ['featureNames', 'sampleWeight'], call: (options) => model.score(X, y, options) },
};

const valid = {
  featureNames: ['x'],
  sampleWeight: [1, 2, 1, 2],
  signal: new AbortController().signal,
  onIteration: () => true,
  threads: 1,
  backend: referenceBackend,
};

const wrong = {
  featureNames: ['x', 1, {}],
  sampleWeight: ['1111', 3, null, { length: 4 }],
  signal: [new AbortController(), true, null, { aborted: false }],
  onIteration: ['tell', {}, null],
  threads: [0, -1, 1.5, NaN, Infinity, '2', null],
  backend: ['kernels', {}, null, 4],
};

describe.each(Object.entries(doors))('%s', (method, { names, call }) => {
  const attempt = (options: object): Promise<unknown> =>
    new Promise((resolve) => resolve(call(options as never)));

  test('takes its own options and no other', async () => {
    for (const [name, value] of Object.entries(valid)) {
      if (names.includes(name)) await attempt({ [name]: value });
      else {
        await expect(attempt({ [name]: value })).rejects.toThrow(ParameterError);
        await expect(attempt({ [name]: value })).rejects.toThrow(
          `LogisticRegression.${method}: every option must be`,
        );
      }
    }
    await attempt({});
    await attempt(Object.fromEntries(names.map((name) => [name, undefined])));
  });

  test('suggests what a misspelt option was meant to be', async () => {
    for (const name of names) {
      const misspelt = attempt({ [`${name}s`]: undefined });
      await expect(misspelt).rejects.toThrow(ParameterError);
      await expect(misspelt).rejects.toThrow(`(did you mean ${name}?), got "${name}s"`);
    }
  });

  test('refuses values of another kind', async () => {
    for (const [name, values] of Object.entries(wrong)) {
      if (!names.includes(name)) continue;
      for (const value of values) await expect(attempt({ [name]: value })).rejects.toThrow(ParameterError);
    }
    for (const options of [null, 'x', 1, [1, 2]]) {
      await expect(attempt(options as unknown as object)).rejects.toThrow('options must be an object');
    }
  });
});

test('a refused fit leaves the model as it was', async () => {
  const before = model.coef;
  await expect(model.fit(X, y, { sampleWeights: [9, 1, 1, 1] } as object)).rejects.toThrow(
    'did you mean sampleWeight?',
  );
  expect(model.coef).toBe(before);
});
