import { beforeAll, describe, expect, test } from '@jest/globals';
import { MODEL_FORMAT_VERSION, ModelFormatError, type ModelJson, type TensorJson } from '@tenfold/base';
import { LogisticRegression } from '@tenfold/linear-model';
import fc from 'fast-check';

import { formatModel, modelFromJSON } from '../src/index.js';
import { threeGroups } from './data.js';

const { X, y } = threeGroups();
const classes = [LogisticRegression];
const provenance = { dataset: 'groups', split: { testSize: 0 }, libraryVersion: '0.0.0' };
let model: LogisticRegression;
let json: ModelJson;

beforeAll(async () => {
  model = await new LogisticRegression({ classWeight: { 1: 2 }, C: 0.1 }).fit(X, Uint8Array.from(y), {
    threads: 2,
  });
  model.provenance = provenance;
  json = model.toJSON();
});

describe('a model as JSON', () => {
  test('says what it is', () => {
    expect(json).toMatchObject({
      format: 'tenfold-model',
      formatVersion: 2,
      estimator: {
        name: 'LogisticRegression',
        version: 1,
        params: { solver: 'lbfgs', C: 0.1, classWeight: { 1: 2 } },
      },
      labels: { kind: 'Uint8Array', classes: [0, 1, 2] },
      nFeatures: 3,
      tensors: {
        coef: { dtype: 'float64', shape: [3, 3], data: model.coef.to1DArray() },
        intercept: { dtype: 'float64', shape: [3], data: [...model.intercept] },
        nIter: { dtype: 'int32', shape: [1], data: model.nIter },
      },
      facts: { converged: true, objective: model.objective },
      provenance,
    });
    expect(Object.keys(json)).toEqual([
      ...['format', 'formatVersion', 'estimator', 'labels', 'nFeatures', 'tensors', 'facts', 'provenance'],
    ]);
    expect(json.estimator.params).not.toHaveProperty('threads');
  });

  test.each([
    ['readable text', () => formatModel(json)],
    ['compact text', () => JSON.stringify(model)],
    ['a value', () => json],
  ])('comes back the same from %s', (_, form) => {
    const back = modelFromJSON(form(), classes);
    expect(back).toBeInstanceOf(LogisticRegression);
    expect(back.toJSON()).toEqual(json);
    expect(back.params).toEqual(model.params);
    expect(back.predict(X)).toEqual(model.predict(X));
    expect(back.predictProba(X)).toEqual(model.predictProba(X));
    expect(back.intercept).toEqual(model.intercept);
    expect(back.provenance).toEqual(provenance);
  });

  test('keeps every double', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 9, maxLength: 9 }),
        (cells) => {
          const data = cells.map((x) => (x === 0 ? 0 : x));
          const coef: TensorJson = { dtype: 'float64', shape: [3, 3], data };
          const back = modelFromJSON(formatModel({ ...json, tensors: { ...json.tensors, coef } }), classes);
          expect(back.coef.to2DArray()).toEqual([data.slice(0, 3), data.slice(3, 6), data.slice(6)]);
        },
      ),
    );
  });

  test('the text has a line for each field and each row of coefficients', () => {
    const lines = formatModel(json).split('\n');
    expect(lines[0]).toBe('{');
    expect(lines).toContain('    "classes": [0,1,2]');
    expect(lines).toContain('      "shape": [3,3],');
    const at = lines.indexOf('      "data": [');
    const rows = lines.slice(at + 1, at + 4).map((line) => `[${line.trim().replace(/,$/, '')}]`);
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual(model.coef.to2DArray());
    expect(lines[at + 4]).toBe('      ]');
    expect(lines.at(-1)).toBe('');
  });

  test('text labels, no class weights and no provenance', async () => {
    const named = await new LogisticRegression({ solver: 'liblinear' }).fit(
      X,
      y.map((code) => ['a', 'b', 'c'][code]),
    );
    const back = modelFromJSON(JSON.stringify(named), classes);
    expect(back.predict(X)).toEqual(named.predict(X));
    expect(back.provenance).toBeUndefined();
    expect(back.params).toEqual(named.params);
  });

  test('a new fit forgets where the old model came from', async () => {
    const again = modelFromJSON(json, classes);
    await again.fit(X, y);
    expect(again.provenance).toBeUndefined();
  });
});

describe('readable text', () => {
  test('is the JSON of any model, whatever it comes from', () => {
    const tensorLike = fc.record({
      dtype: fc.string(),
      shape: fc.array(fc.oneof(fc.nat(4), fc.double({ noNaN: true, noDefaultInfinity: true })), {
        maxLength: 3,
      }),
      data: fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant({ a: [1] })), { maxLength: 6 }),
    });
    const value = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), tensorLike));
    fc.assert(
      fc.property(value, (own) => {
        const text = formatModel({ ...json, provenance: own });
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...json, provenance: own })));
      }),
      { numRuns: 300 },
    );
  });

  test.each([[[3, 0]], [[0, 3]], [[0, 0]], [[1e9, 0]]])('of a tensor of shape %j is JSON', (shape) => {
    const coef: TensorJson = { dtype: 'float64', shape, data: [] };
    const text = formatModel({ ...json, tensors: { coef } });
    expect((JSON.parse(text) as ModelJson).tensors).toEqual({ coef });
  });

  test('of a tensor as base64 is one line', () => {
    const coef: TensorJson = { dtype: 'uint8', shape: [1, 3], data: 'AQID' };
    expect(formatModel({ ...json, tensors: { coef } })).toContain('      "data": "AQID"\n');
  });
});

describe('what is no model', () => {
  const broken = (change: object): unknown => ({ ...json, ...change });
  const estimator = (change: object): unknown => broken({ estimator: { ...json.estimator, ...change } });
  const params = (change: object): unknown => estimator({ params: { ...json.estimator.params, ...change } });
  const tensors = (change: object): unknown => broken({ tensors: { ...json.tensors, ...change } });
  const data = (name: string, change: number[]): unknown =>
    tensors({ [name]: { ...json.tensors[name], data: change } });

  test.each<[string, string, () => unknown, string]>([
    ['no JSON', 'json', () => '{"format":', 'the text is no JSON'],
    ['an empty text', 'json', () => '', 'the text is no JSON'],
    ['another JSON', 'format', () => '[1, 2]', 'not a Tenfold model'],
    ['null', 'format', () => null, 'not a Tenfold model'],
    [
      'another format',
      'format',
      () => broken({ format: 'onnx' }),
      'expected an object whose format is "tenfold-model", got "onnx"',
    ],
    [
      'another model',
      'estimator',
      () => estimator({ name: 'Tree' }),
      'expected a model of LogisticRegression, got one of "Tree"',
    ],
    [
      'a missing part',
      'format',
      () => tensors({ intercept: undefined }),
      'tensors.intercept: expected Object, got undefined',
    ],
    ['a parameter out of range', 'format', () => params({ C: -1 }), 'C must be a number above 0'],
    [
      'a solver unknown',
      'format',
      () => params({ solver: 'sgd' }),
      'LogisticRegression: solver must be one of auto, lbfgs, ',
    ],
    ['a parameter unknown', 'format', () => params({ threads: 2 }), 'got "threads"'],
    [
      'a newer version',
      'version',
      () => broken({ formatVersion: MODEL_FORMAT_VERSION + 1 }),
      'of format version 3, while this library reads up to 2; update it',
    ],
    [
      'a newer version of the estimator',
      'version',
      () => estimator({ version: 2 }),
      'of version 2 of LogisticRegression, while this library reads up to 1; update it',
    ],
    [
      'too few rows',
      'shape',
      () => tensors({ coef: { dtype: 'float64', shape: [2, 3], data: [1, 2, 3, 4, 5, 6] } }),
      'coef: expected 3 × 3 elements, got 2 × 3',
    ],
    [
      'a short row',
      'shape',
      () => data('coef', [1, 2, 3, 4, 5, 6, 7, 8]),
      'coef: expected 9 elements, as its shape 3 × 3 says, got 8',
    ],
    [
      'too few intercepts',
      'shape',
      () => tensors({ intercept: { dtype: 'float64', shape: [1], data: [1] } }),
      'intercept: expected 3 elements, got 1',
    ],
    [
      'a class twice',
      'shape',
      () => broken({ labels: { kind: 'Uint8Array', classes: [1, 1, 2] } }),
      'a class occurs twice',
    ],
    [
      'a NaN weight',
      'non-finite',
      () => data('coef', [NaN, 0, 0, 0, 0, 0, 0, 0, 0]),
      'tensors.coef.data.0: expected number, got NaN',
    ],
    [
      'an infinite weight',
      'non-finite',
      () => data('intercept', [0, Infinity, 0]),
      'intercept: every element must be a finite number, got Infinity as element 1',
    ],
    [
      'a weight written as null',
      'non-finite',
      () => JSON.stringify(data('intercept', [NaN, 0, 0])),
      'tensors.intercept.data.0',
    ],
    [
      'iterations in fractions',
      'format',
      () => data('nIter', [1.5]),
      'nIter: expected elements of int32, got 1.5',
    ],
    [
      'iterations below 0',
      'shape',
      () => data('nIter', [-1]),
      'nIter: expected whole numbers of at least 0, got -1',
    ],
    [
      'no objective',
      'format',
      () => broken({ facts: { converged: true } }),
      'facts.objective: expected a finite number',
    ],
    [
      'converged in words',
      'format',
      () => broken({ facts: { ...json.facts, converged: 'yes' } }),
      'facts.converged: expected true or false, got "yes"',
    ],
    [
      'no labels',
      'shape',
      () => JSON.stringify(broken({ labels: undefined })),
      'expected at least two classes, got 0',
    ],
    [
      'a single class',
      'shape',
      () => broken({ labels: { kind: 'array', classes: ['a'] } }),
      'expected at least two classes, got 1',
    ],
  ])('%s', (_, problem, make, message) => {
    const read = (): unknown => modelFromJSON(make(), classes);
    expect(read).toThrow(ModelFormatError);
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ problem, kind: 'input' }));
  });

  test('any change of a value is read or is a ModelFormatError', () => {
    const paths = fc.constantFrom(
      ...['formatVersion', 'estimator', 'estimator.name', 'estimator.version', 'estimator.params', 'labels'],
      ...['estimator.params.C', 'estimator.params.classWeight', 'labels.kind', 'labels.classes', 'nFeatures'],
      ...['featureNames', 'tensors', 'tensors.coef', 'tensors.coef.shape', 'tensors.coef.data'],
      ...['tensors.nIter.dtype', 'facts', 'facts.objective', 'provenance'],
    );
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom(1, 2, 3, [0, 1, 2], 'balanced', 'int32', {}));
    fc.assert(
      fc.property(paths, values, (path, value) => {
        const changed = structuredClone(json) as unknown as Record<string, unknown>;
        const names = path.split('.');
        const holder = names
          .slice(0, -1)
          .reduce((part, name) => part[name] as Record<string, unknown>, changed);
        holder[names[names.length - 1]] = value;
        try {
          expect(modelFromJSON(changed, classes).predict(X)).toHaveLength(X.length);
        } catch (error) {
          // A name less or a column more is found when it predicts.
          expect(error).toBeInstanceOf(ModelFormatError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
