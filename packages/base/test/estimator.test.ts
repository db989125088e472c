import { describe, expect, test } from '@jest/globals';
import { NotFittedError, ParameterError, ShapeError } from '@tenfold/core';
import type { Labels, MatrixLike } from '@tenfold/linalg';

import {
  type FitReport,
  hasProbabilities,
  isClassifier,
  isTransformer,
  LabelError,
  ModelFormatError,
  type ModelJson,
  SingleClassError,
} from '../src/index.js';
import { CountedNearestMean, NearestMean, type NearestMeanOptions } from './nearest-mean.js';

const X = [
  [0, 1],
  [0.2, 1],
  [5, 6],
  [5, 7],
];
const y = ['near', 'near', 'far', 'far'];

describe('hyper-parameters', () => {
  test('are checked when an estimator is made', () => {
    expect(new NearestMean().params).toEqual({ power: 2, digits: 3, ties: 'first' });
    expect(new NearestMean({ digits: null }).getParams()).toEqual({ power: 2, digits: null, ties: 'first' });
    expect(() => new NearestMean({ power: 0 })).toThrow('NearestMean: power must be a number above 0');
    expect(() => new NearestMean({ powr: 1 } as NearestMeanOptions)).toThrow('(did you mean power?)');
    expect(() => new NearestMean({ digits: null, ties: 'last' })).toThrow(
      'digits must be a number when the last of ties wins, got null',
    );
  });

  test('what getParams gives makes the same estimator, and is a copy', () => {
    const model = new NearestMean({ power: 1, ties: 'last' });
    const params = model.getParams();
    expect(new NearestMean(params).params).toEqual(model.params);
    params.power = 7;
    expect(model.params.power).toBe(1);
  });

  test('setParams sets some, and the others stay', () => {
    const model = new NearestMean({ power: 1, digits: 5 });
    expect(model.setParams({ ties: 'last' })).toBe(model);
    expect(model.params).toEqual({ power: 1, digits: 5, ties: 'last' });
    expect(model.setParams({}).params).toEqual({ power: 1, digits: 5, ties: 'last' });
  });

  test('setParams sets all or nothing', () => {
    const model = new NearestMean({ power: 1 });
    const before = model.params;
    expect(() => model.setParams({ power: 3, digits: -1 })).toThrow(ParameterError);
    expect(() => model.setParams({ power: 3, digit: 1 } as NearestMeanOptions)).toThrow(
      '(did you mean digits?)',
    );
    expect(() => model.setParams({ ties: 'last', digits: null })).toThrow('when the last of ties wins');
    model.setParams({ digits: null });
    expect(() => model.setParams({ ties: 'last' })).toThrow('when the last of ties wins');
    expect(model.params).toEqual({ ...before, digits: null });
  });

  test.each([[null], [[]], ['power'], [3], [new Map()]])('setParams refuses %p', (options) => {
    const model = new NearestMean();
    expect(() => model.setParams(options as never)).toThrow('NearestMean: options must be an object');
  });

  test('setParams leaves what was fitted as it was fitted', async () => {
    const model = await new NearestMean({ digits: 0 }).fit(X, y);
    const before = model.toJSON();
    model.setParams({ digits: 5, power: 1 });
    expect(model.toJSON()).toEqual(before);
    expect(before.estimator.params).toEqual({ power: 2, digits: 0, ties: 'first' });
    await model.fit(X, y);
    expect(model.toJSON().tensors.means.data).toEqual([5, 6.5, 0.1, 1]);
    expect(model.toJSON().estimator.params).toEqual({ power: 1, digits: 5, ties: 'first' });
  });

  test('a clone has them too, and nothing fitted', async () => {
    const model = await new NearestMean({ power: 1, digits: null }).fit(X, y);
    model.provenance = { dataset: 'points' };
    const copy: NearestMean = model.clone();
    expect(copy).toBeInstanceOf(NearestMean);
    expect(copy.params).toEqual(model.params);
    expect(copy.isFitted).toBe(false);
    expect(copy.provenance).toBeUndefined();
    copy.setParams({ power: 9 });
    expect(model.params.power).toBe(1);
    expect(model.isFitted).toBe(true);
    expect((await copy.fit(X, y)).predict(X)).toEqual(y);
  });
});

describe('fit', () => {
  test('makes an estimator fitted, and a failed one leaves it as it was', async () => {
    const model = new NearestMean();
    expect(model.isFitted).toBe(false);
    await expect(model.fit(X, y.slice(1))).rejects.toThrow(ShapeError);
    await expect(model.fit(X, [0.5, 1, 2, 3])).rejects.toThrow(LabelError);
    expect(model.isFitted).toBe(false);
    await model.fit(X, y);
    expect(model.isFitted).toBe(true);
    const before = model.toJSON();
    await expect(model.fit(X, y.slice(1))).rejects.toThrow(ShapeError);
    const reason = new Error('enough');
    await expect(model.fit(X, y, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(model.toJSON()).toEqual(before);
  });

  test('takes the labels of a single class where the estimator says so', async () => {
    const model = await new NearestMean().fit(X, [7, 7, 7, 7]);
    expect(model.predict(X)).toEqual([7, 7, 7, 7]);
    class Strict extends NearestMean {}
    const definition = {
      ...NearestMean.definition,
      tags: { ...NearestMean.definition.tags, oneClass: false },
    };
    const strict = Object.defineProperty(new Strict(), 'definition', { value: definition });
    await expect(strict.fit(X, [7, 7, 7, 7])).rejects.toThrow(SingleClassError);
  });

  test('reports the steps of a fit that measures nothing', async () => {
    const reports: FitReport[] = [];
    await new CountedNearestMean().fit(X, y, { onIteration: (report) => reports.push(report) });
    const step = { total: 2, problem: 0, problems: 1, figures: {} };
    expect(reports).toEqual([
      { ...step, done: 1, iteration: 1 },
      { ...step, done: 2, iteration: 2 },
    ]);
  });

  test('refuses what this estimator has no use for', async () => {
    const model = new NearestMean();
    await expect(model.fit(X, y, { sampleWeight: [1, 1, 1, 1] })).rejects.toThrow(
      'NearestMean.fit: sampleWeight must be left out, as all rows count alike',
    );
    await expect(model.fit(X, y, { onIteration: () => true })).rejects.toThrow(
      'NearestMean.fit: onIteration must be left out, as there are no iterations',
    );
    await expect(model.fit(X, y, { thread: 2 } as object)).rejects.toThrow(
      '(did you mean threads?), got "thread"',
    );
    await expect(model.fit(X, y, { threads: 0 })).rejects.toThrow(
      'threads must be a whole number of at least 1',
    );
    expect(model.isFitted).toBe(false);
  });

  test('the settings are those at the call', async () => {
    const model = new NearestMean({ digits: 0 });
    const fit = model.fit(X, y);
    model.setParams({ digits: 5 });
    expect((await fit).toJSON().estimator.params.digits).toBe(0);
  });
});

describe('what was fitted', () => {
  test('is needed by all but fit', async () => {
    const model = new NearestMean();
    const calls: [string, () => unknown][] = [
      ['predict', () => model.predict(X)],
      ['score', () => model.score(X, y)],
      ['toJSON', () => model.toJSON()],
      ['classes', () => model.classes],
      ['warnings', () => model.warnings],
      ['nFeatures', () => model.nFeatures],
      ['featureNamesIn', () => model.featureNamesIn],
    ];
    for (const [name, call] of calls) {
      expect(call).toThrow(NotFittedError);
      expect(call).toThrow(`NearestMean: ${name} needs a fitted model; call fit first`);
    }
    await expect(model.predictAsync(X)).rejects.toThrow(NotFittedError);
  });

  test('predicts the same now and later, in the kind of the labels', async () => {
    const kinds: Labels[] = [y, [1, 1, 0, 0], [true, true, false, false], Uint8Array.of(1, 1, 0, 0)];
    for (const labels of kinds) {
      const model = await new NearestMean().fit(X, labels);
      expect(model.predict(X)).toEqual(labels);
      expect(await model.predictAsync(X)).toEqual(labels);
      expect(await model.predictAsync(X, { threads: 2 })).toEqual(labels);
      expect(model.score(X, labels)).toBe(1);
    }
  });

  test('has the number of its columns', async () => {
    const featureNames = ['width', 'height'];
    const model = await new NearestMean().fit(X, y, { featureNames });
    expect([model.nFeatures, model.featureNamesIn, model.classes]).toEqual([
      2,
      featureNames,
      ['far', 'near'],
    ]);
    const turned = X.map(([width, height]) => [height, width]);
    const how = { featureNames: ['height', 'width'] };
    expect(model.predict(turned, how)).toEqual(y);
    expect(await model.predictAsync(turned, how)).toEqual(y);
    expect(model.score(turned, y, how)).toBe(1);
    for (const rows of [[[1]], [[1, 2, 3]]] as MatrixLike[]) {
      expect(() => model.predict(rows)).toThrow('X with 2 columns, as in fit');
      await expect(model.predictAsync(rows)).rejects.toThrow(ShapeError);
    }
  });

  test('a cancelled prediction ends with the reason of its signal', async () => {
    const model = await new NearestMean().fit(X, y);
    const reason = new Error('enough');
    await expect(model.predictAsync(X, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('what an estimator can do', () => {
  test('is an error of methods that need a fit', () => {
    const model = new NearestMean();
    expect([isClassifier(model), hasProbabilities(model), isTransformer(model)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isClassifier({}), hasProbabilities({}), isTransformer({ transform: 1 })]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('a stored model', () => {
  const stored = async (): Promise<ModelJson> => {
    const model = await new NearestMean({ power: 1 }).fit(X, y, { featureNames: ['a', 'b'] });
    model.provenance = { dataset: 'points' };
    return JSON.parse(JSON.stringify(model)) as ModelJson;
  };

  test('says what it is', async () => {
    expect(await stored()).toEqual({
      format: 'tenfold-model',
      formatVersion: 2,
      estimator: { name: 'NearestMean', version: 3, params: { power: 1, digits: 3, ties: 'first' } },
      labels: { kind: 'array', classes: ['far', 'near'] },
      nFeatures: 2,
      featureNames: ['a', 'b'],
      tensors: { means: { dtype: 'float64', shape: [2, 2], data: [5, 6.5, 0.1, 1] } },
      facts: { isMean: true },
      provenance: { dataset: 'points' },
    });
  });

  test('is the same after toJSON and fromJSON', async () => {
    const json = await stored();
    const model: NearestMean = NearestMean.fromJSON(json);
    expect(model).toBeInstanceOf(NearestMean);
    expect(model.isFitted).toBe(true);
    expect(model.toJSON()).toEqual(json);
    expect(model.params).toEqual({ power: 1, digits: 3, ties: 'first' });
    expect(model.provenance).toEqual({ dataset: 'points' });
    expect(model.warnings).toEqual([]);
    expect(model.predict(X)).toEqual(y);
    await model.fit(X, y);
    expect(model.provenance).toBeUndefined();
  });

  test('shares nothing with the value that it was read from', async () => {
    const json = await stored();
    const model = NearestMean.fromJSON(json);
    (json.tensors.means.data as number[]).fill(0);
    (json.featureNames as string[]).fill('x');
    expect(model.toJSON()).toEqual(await stored());
  });

  test.each<[string, (json: ModelJson) => object, string, string]>([
    [
      'of another class',
      ({ estimator }) => ({ estimator: { ...estimator, name: 'FarthestMean' } }),
      'estimator',
      'expected a model of NearestMean, got one of "FarthestMean"',
    ],
    [
      'of a newer version of its state',
      ({ estimator }) => ({ estimator: { ...estimator, version: 4 } }),
      'version',
      'of version 4 of NearestMean, while this library reads up to 3; update it',
    ],
    [
      'with a hyper-parameter out of range',
      ({ estimator }) => ({ estimator: { ...estimator, params: { power: 10 } } }),
      'format',
      'NearestMean: power must be a number above 0 and of at most 9, got 10',
    ],
    [
      'with a hyper-parameter that there is not',
      ({ estimator }) => ({ estimator: { ...estimator, params: { powr: 1 } } }),
      'format',
      '(did you mean power?), got "powr"',
    ],
    [
      'with hyper-parameters that do not go together',
      ({ estimator }) => ({ estimator: { ...estimator, params: { ties: 'last', digits: null } } }),
      'format',
      'digits must be a number when the last of ties wins',
    ],
    ['without its tensor', () => ({ tensors: {} }), 'format', 'tensors: expected one named means, got none'],
    ['without its fact', () => ({ facts: {} }), 'format', 'facts.isMean: expected true or false, got none'],
    [
      'with another number of columns',
      () => ({ nFeatures: 3, featureNames: ['a', 'b', 'c'] }),
      'shape',
      'means: expected 2 × 3 elements, got 2 × 2',
    ],
    ['without labels', () => ({ labels: undefined }), 'format', 'labels'],
  ])('%s is refused', async (_, change, problem, message) => {
    const json = await stored();
    const read = (): unknown => NearestMean.fromJSON({ ...json, ...change(json) });
    expect(read).toThrow(ModelFormatError);
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ problem, kind: 'input' }));
  });

  test('of an older version of its state is read', async () => {
    const json = await stored();
    const older = { ...json, estimator: { ...json.estimator, version: 2 } };
    expect(NearestMean.fromJSON(older).predict(X)).toEqual(y);
  });
});
