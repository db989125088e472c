import { beforeAll, describe, expect, test } from '@jest/globals';
import { ModelFormatError, type ModelJson } from '@tenfold/base';
import { LogisticRegression } from '@tenfold/linear-model';

import { formatModel, modelFromJSON } from '../src/index.js';
import { threeGroups, twoGroups } from './data.js';

const classes = [LogisticRegression];

describe('parts that do not fit together', () => {
  let two: ModelJson;
  let three: ModelJson;
  let ovr: ModelJson;

  beforeAll(async () => {
    const pair = twoGroups();
    const groups = threeGroups();
    two = (await new LogisticRegression().fit(pair.X, pair.y)).toJSON();
    three = (await new LogisticRegression({ C: 0.1 }).fit(groups.X, groups.y)).toJSON();
    ovr = (await new LogisticRegression({ multiClass: 'ovr' }).fit(groups.X, groups.y)).toJSON();
  });

  test.each<[string, () => object, string]>([
    ['text in integers', () => labelled(['a', 'b'], 'Int32Array'), 'got "a"'],
    ['classes beyond bytes', () => labelled([5, 300], 'Uint8Array'), 'a Uint8Array holds'],
    ['classes below 0', () => labelled([-1, 1], 'Uint8ClampedArray'), 'got -1'],
    ['classes that floats round', () => labelled([1, 2 ** 24 + 1], 'Float32Array'), 'Float32'],
    ['booleans in bytes', () => labelled([false, true], 'Uint8Array'), 'got false'],
    ['fractions', () => labelled([0.5, 7]), 'got 0.5 as class 0'],
    ['classes beyond 2^53', () => labelled([1, 2 ** 60]), 'below 2^53'],
    ['classes of two kinds', () => labelled([1, 'b']), 'classes'],
    ['true twice', () => labelled([true, true]), 'a class occurs twice'],
    [
      'classes in another order',
      () => ({ ...three, labels: { kind: 'array', classes: [2, 0, 1] } }),
      'ascending order, got 0 after 2',
    ],
    ['text in another order', () => labelled(['😀', 'Ａ']), 'ascending order'],
    [
      'a weight for a class that is not there',
      () => weighted({ 0: 1, 9: 2 }),
      'classWeight must be about labels in y (0, 1) while one of them, 1, has no weight, got "9"',
    ],
    ['a weight that is text', () => weighted({ 0: '1', 1: 2 }), 'classWeight of 0 must be a number'],
    ['weights in an array', () => weighted([1, 2]), "classWeight must be 'balanced', an object or a Map"],
    ['weights in words', () => changed({ classWeight: 'even' }), 'classWeight'],
    [
      'too few names',
      () => ({ ...two, featureNames: ['a'] }),
      '3 entries of featureNames (nFeatures), got 1',
    ],
    ['a name twice', () => ({ ...two, featureNames: ['a', 'b', 'a'] }), 'a name occurs twice'],
    ['names that are numbers', () => ({ ...two, featureNames: [1, 2, 3] }), 'featureNames.0'],
    ['other nFeatures', () => ({ ...two, nFeatures: 4 }), 'coef: expected 1 × 4 elements, got 1 × 3'],
    ['iterations of other problems', () => iterated(three, [1, 2, 3]), 'nIter: expected 1 elements, got 3'],
    ['iterations of one of three problems', () => iterated(ovr, [1]), 'nIter: expected 3 elements, got 1'],
    ['an intercept without one', () => changed({ fitIntercept: false }), 'an intercept of 0'],
    [
      'an infinite C for liblinear',
      () => changed({ C: 'Infinity', solver: 'liblinear' }),
      'C must be finite',
    ],
    ['another word for C', () => changed({ C: 'inf' }), 'C must be a number above 0, got "inf"'],
    ['softmax by liblinear', () => changed({ solver: 'liblinear', multiClass: 'multinomial' }), 'multiClass'],
    ['provenance that is a list', () => ({ ...two, provenance: ['x'] }), 'provenance'],
  ])('%s', (_, make, message) => {
    const read = (): unknown => modelFromJSON(JSON.stringify(make()), classes);
    expect(read).toThrow(ModelFormatError);
    expect(read).toThrow(message);
  });

  test('the same parts that fit are read', () => {
    const fitting = [
      labelled(['a', 'b']),
      labelled([1, 2 ** 24], 'Float32Array'),
      labelled(['Ａ', '😀']),
      weighted({ 0: 1, 1: 3, 9: 2 }),
      weighted({ 1: 2 }),
      { ...two, featureNames: ['a', 'b', 'c'] },
      iterated(three, [0]),
      iterated(ovr, [1, 2, 3]),
    ];
    for (const value of fitting) expect(modelFromJSON(JSON.stringify(value), classes).isFitted).toBe(true);
  });

  function labelled(names: unknown[], kind = 'array'): object {
    return { ...two, labels: { kind, classes: names } };
  }
  function iterated(model: ModelJson, data: number[]): object {
    return { ...model, tensors: { ...model.tensors, nIter: { dtype: 'int32', shape: [data.length], data } } };
  }
  function changed(params: object): object {
    return { ...two, estimator: { ...two.estimator, params: { ...two.estimator.params, ...params } } };
  }
  function weighted(classWeight: object): object {
    return changed({ classWeight });
  }
});

test.each([['constructor'], ['__proto__'], ['prototype'], ['toString']])(
  'a class called %s keeps its weight, and is named in provenance',
  async (name) => {
    const { X, y } = twoGroups();
    const labels = y.map((code) => ['Object', name][code]);
    const classWeight = new Map([
      [name, 3],
      ['Object', 2],
    ]);
    const model = await new LogisticRegression({ classWeight }).fit(X, labels);
    model.provenance = JSON.parse(
      `{${JSON.stringify(name)}: {${JSON.stringify(name)}: 1}}`,
    ) as object as never;
    for (const text of [JSON.stringify(model), formatModel(model.toJSON())]) {
      const back = modelFromJSON(text, classes);
      expect(back.params.classWeight).toEqual(classWeight);
      expect(back.predict(X)).toEqual(model.predict(X));
      expect(Object.hasOwn(back.provenance ?? {}, name)).toBe(true);
      expect(formatModel(back.toJSON())).toBe(formatModel(model.toJSON()));
    }
    const plain = JSON.parse(`{${JSON.stringify(name)}: 3, "Object": 2}`) as Record<string, number>;
    const same = await new LogisticRegression({ classWeight: plain }).fit(X, labels);
    expect(same.coef).toEqual(model.coef);
  },
);
