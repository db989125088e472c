import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, test } from '@jest/globals';

import {
  formatModel,
  LogisticRegression,
  type LogisticRegressionJSON,
  ModelFormatError,
  modelFromJSON,
} from '../src/index.js';
import { threeGroups, twoGroups } from './data.js';

const version1 = (): string => readFileSync(`${import.meta.dirname}/fixtures/model-version-1.json`, 'utf8');

describe('a file of version 1, written before models kept names', () => {
  test('is read, and written as it was', () => {
    const model = modelFromJSON(version1());
    expect(model.classes).toEqual(['a', 'b', 'c']);
    expect(model.featureNamesIn).toBeUndefined();
    expect(formatModel(model.toJSON())).toBe(version1());
  });

  test('predicts as it did', () => {
    const rows = threeGroups().X.slice(0, 3);
    const proba = modelFromJSON(version1()).predictProba(rows).to2DArray();
    const then = [
      [0.9984913896351671, 0.0005845243077418829, 0.0009240860570912803],
      [0.0007812573922037218, 0.9960315978006279, 0.0031871448071679217],
      [0.00022772889509085252, 0.0007495737876987191, 0.9990226973172108],
    ];
    for (const [i, row] of then.entries()) {
      for (const [k, p] of row.entries()) expect(proba[i][k]).toBeCloseTo(p, 12);
    }
  });
});

describe('parts that do not fit together', () => {
  let two: LogisticRegressionJSON;
  let three: LogisticRegressionJSON;
  let ovr: LogisticRegressionJSON;

  beforeAll(async () => {
    const pair = twoGroups();
    const groups = threeGroups();
    two = (await new LogisticRegression().fit(pair.X, pair.y)).toJSON();
    three = (await new LogisticRegression({ C: 0.1 }).fit(groups.X, groups.y)).toJSON();
    ovr = (await new LogisticRegression({ multiClass: 'ovr' }).fit(groups.X, groups.y)).toJSON();
  });

  test.each<[string, () => object, string]>([
    ['text in integers', () => ({ ...two, classes: ['a', 'b'], labelKind: 'Int32Array' }), 'got "a"'],
    [
      'classes beyond bytes',
      () => ({ ...two, classes: [5, 300], labelKind: 'Uint8Array' }),
      'a Uint8Array holds',
    ],
    ['classes below 0', () => ({ ...two, classes: [-1, 1], labelKind: 'Uint8ClampedArray' }), 'got -1'],
    [
      'classes that floats round',
      () => ({ ...two, classes: [1, 2 ** 24 + 1], labelKind: 'Float32Array' }),
      'Float32',
    ],
    ['booleans in bytes', () => ({ ...two, classes: [false, true], labelKind: 'Uint8Array' }), 'got false'],
    ['fractions', () => ({ ...two, classes: [0.5, 7] }), 'got 0.5 as class 0'],
    ['classes beyond 2^53', () => ({ ...two, classes: [1, 2 ** 60] }), 'below 2^53'],
    ['classes of two kinds', () => ({ ...two, classes: [1, 'b'] }), 'classes'],
    ['true twice', () => ({ ...two, classes: [true, true] }), 'a class occurs twice'],
    ['classes in another order', () => ({ ...three, classes: [2, 0, 1] }), 'ascending order, got 0 after 2'],
    ['text in another order', () => ({ ...two, classes: ['😀', 'Ａ'] }), 'ascending order'],
    [
      'a weight for a class that is not there',
      () => weighted({ 0: 1, 9: 2 }),
      'classWeight must be about labels',
    ],
    ['a weight that is text', () => weighted({ 0: '1', 1: 2 }), 'classWeight'],
    ['weights in an array', () => weighted([1, 2]), 'classWeight'],
    [
      'too few names',
      () => ({ ...two, featureNames: ['a'] }),
      '3 entries of featureNames (nFeatures), got 1',
    ],
    ['a name twice', () => ({ ...two, featureNames: ['a', 'b', 'a'] }), 'a name occurs twice'],
    ['names that are numbers', () => ({ ...two, featureNames: [1, 2, 3] }), 'featureNames.0'],
    ['other nFeatures', () => ({ ...two, nFeatures: 4 }), '4 entries (nFeatures) in row 0'],
    ['iterations of other problems', () => ({ ...three, nIter: [1, 2, 3] }), '1 entries of nIter, got 3'],
    ['iterations of one of three problems', () => ({ ...ovr, nIter: [1] }), '3 entries of nIter, got 1'],
    ['an intercept without one', () => changed({ fitIntercept: false }), 'an intercept of 0'],
    [
      'an infinite C for liblinear',
      () => changed({ C: 'Infinity', solver: 'liblinear' }),
      'C must be finite',
    ],
    ['another word for C', () => changed({ C: 'inf' }), 'params.C'],
    ['softmax by liblinear', () => changed({ solver: 'liblinear', multiClass: 'multinomial' }), 'multiClass'],
    ['provenance that is a list', () => ({ ...two, provenance: ['x'] }), 'provenance'],
  ])('%s', (_, make, message) => {
    const read = (): unknown => modelFromJSON(JSON.stringify(make()));
    expect(read).toThrow(ModelFormatError);
    expect(read).toThrow(message);
  });

  function changed(params: object): object {
    return { ...two, params: { ...two.params, ...params } };
  }
  function weighted(classWeight: object): object {
    return changed({ classWeight });
  }
});

test.each([['constructor'], ['__proto__'], ['prototype'], ['toString']])(
  'a class called %s keeps its weight, and is told of in provenance',
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
      const back = modelFromJSON(text);
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
