import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  MODEL_FORMAT,
  MODEL_FORMAT_VERSION,
  ModelFormatError,
  type ModelJson,
  readEnvelope,
  writeEnvelope,
} from '../src/index.js';

const model: ModelJson = {
  format: MODEL_FORMAT,
  formatVersion: MODEL_FORMAT_VERSION,
  estimator: { name: 'Tree', version: 1, params: { depth: 3 } },
  labels: { kind: 'array', classes: ['a', 'b'] },
  nFeatures: 2,
  featureNames: ['x', 'y'],
  tensors: { coef: { dtype: 'float64', shape: [1, 2], data: [0.1, -2] } },
  facts: { converged: true, objective: 1.5 },
  provenance: { dataset: 'points' },
};

/** A copy without some of its fields. */
function omit(value: object, ...names: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function without(...names: (keyof ModelJson)[]): object {
  return omit(model, ...names);
}

function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(model) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce((part, name) => part[name] as Record<string, unknown>, copy);
  holder[last] = value;
  return copy;
}

test('the outline of what was written is read', () => {
  const seen = { nFeatures: 2, featureNames: ['x', 'y'], classes: ['a', 'b'], labelKind: 'array' } as const;
  const tensors = { coef: { shape: [1, 2], data: Float64Array.of(0.1, -2) } };
  const { facts, provenance, estimator } = model;
  const written = writeEnvelope(estimator, seen, { tensors, facts }, provenance);
  expect(written).toEqual(model);
  expect(readEnvelope(JSON.parse(JSON.stringify(written)))).toEqual(model);
});

test('what there is none of is left out', () => {
  const seen = { nFeatures: 2, featureNames: undefined, classes: [], labelKind: 'array' } as const;
  const written = writeEnvelope(model.estimator, seen, { tensors: {}, facts: {} }, undefined);
  expect(Object.keys(written)).toEqual([
    'format',
    'formatVersion',
    'estimator',
    'nFeatures',
    'tensors',
    'facts',
  ]);
  expect(readEnvelope(written)).toEqual(written);
});

test('fields may be left out, and of those that are not known nothing is said', () => {
  expect(readEnvelope(without('labels', 'featureNames', 'provenance'))).toEqual(
    without('labels', 'featureNames', 'provenance'),
  );
  expect(readEnvelope({ ...model, comment: 'hello' })).toEqual(model);
});

test('models of models keep these as they came', () => {
  const steps = [{ name: 'scaler', model: { anything: true } }];
  expect(readEnvelope(changed('estimator.steps', steps)).estimator.steps).toEqual(steps);
});

describe('names that all objects have', () => {
  const name = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
  );

  test('are allowed in hyper-parameters, facts and provenance, and give no object another prototype', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('estimator.params', 'facts', 'provenance'), (own, field) => {
        const text = JSON.stringify(changed(field, 'HERE')).replace(
          '"HERE"',
          `{${JSON.stringify(own)}: {"isAdmin": 1}}`,
        );
        const read = readEnvelope(JSON.parse(text));
        const held = field.split('.').reduce<unknown>((part, key) => Reflect.get(part as object, key), read);
        expect(Object.getOwnPropertyDescriptor(held as object, own)?.value).toEqual({ isAdmin: 1 });
        expect(Object.getPrototypeOf(held)).toBe(Object.prototype);
        expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
      }),
    );
  });

  test('as names of tensors do no harm', () => {
    const tensor = '{"dtype": "uint8", "shape": [1], "data": [1]}';
    for (const own of ['__proto__', 'constructor', 'prototype']) {
      const text = JSON.stringify(changed('tensors', 'HERE')).replace('"HERE"', `{"${own}": ${tensor}}`);
      const { tensors } = readEnvelope(JSON.parse(text));
      expect(Object.getPrototypeOf(tensors)).toBe(Object.prototype);
      expect(Reflect.get({}, 'dtype')).toBeUndefined();
    }
  });

  test('as fields of the model are none of its fields', () => {
    const text = JSON.stringify(model).replace('{', '{"__proto__": {"nFeatures": 9}, "constructor": 1, ');
    expect(readEnvelope(JSON.parse(text))).toEqual(model);
    const inherited = JSON.parse(`{"__proto__": ${JSON.stringify(model)}}`) as unknown;
    expect(() => readEnvelope(inherited)).toThrow(ModelFormatError);
  });
});

test.each<[string, unknown, string, string]>([
  [
    'nothing',
    undefined,
    'format',
    'not a Tenfold model: expected an object whose format is "tenfold-model", got undefined',
  ],
  ['null', null, 'format', 'got null'],
  [
    'a list',
    [1, 2],
    'format',
    'not a Tenfold model: expected an object whose format is "tenfold-model", got an array of 2',
  ],
  ['a text', 'tenfold-model', 'format', 'got "tenfold-model"'],
  ['an empty object', {}, 'format', 'got an object (Object)'],
  [
    'another format',
    changed('format', 'onnx'),
    'format',
    'expected an object whose format is "tenfold-model", got "onnx"',
  ],
  ['no version', without('formatVersion'), 'format', 'not a Tenfold model: formatVersion: expected'],
  [
    'version 0',
    changed('formatVersion', 0),
    'format',
    'not a Tenfold model: formatVersion: expected >=1, got 0',
  ],
  ['a version between', changed('formatVersion', 1.5), 'format', 'not a Tenfold model: formatVersion'],
  ['a version in words', changed('formatVersion', '2'), 'format', 'formatVersion: expected number, got "2"'],
  [
    'a newer version',
    changed('formatVersion', 3),
    'version',
    'of format version 3, while this library reads up to 2; update it',
  ],
  [
    'a much newer version of other fields',
    { format: MODEL_FORMAT, formatVersion: 99 },
    'version',
    'of format version 99',
  ],
  ['no estimator', without('estimator'), 'format', 'estimator: expected'],
  [
    'an estimator by name only',
    changed('estimator', 'Tree'),
    'format',
    'estimator: expected Object, got "Tree"',
  ],
  [
    'an estimator without a name',
    changed('estimator.name', undefined),
    'format',
    'estimator.name: expected string, got undefined',
  ],
  [
    'no version of the estimator',
    changed('estimator.version', null),
    'format',
    'estimator.version: expected number, got null',
  ],
  [
    'version 0 of the estimator',
    changed('estimator.version', 0),
    'format',
    'estimator.version: expected >=1, got 0',
  ],
  ['hyper-parameters in a list', changed('estimator.params', [3]), 'format', 'estimator.params'],
  ['hyper-parameters that are null', changed('estimator.params', null), 'format', 'estimator.params'],
  [
    'steps in an object',
    changed('estimator.steps', {}),
    'format',
    'estimator.steps: expected Array, got Object',
  ],
  ['a step without a name', changed('estimator.steps', [{ model }]), 'format', 'estimator.steps.0.name'],
  [
    'a step without a model',
    changed('estimator.steps', [{ name: 'a' }]),
    'format',
    'estimator.steps.0.model',
  ],
  ['labels in a list', changed('labels', ['a', 'b']), 'format', 'labels'],
  ['labels that are null', changed('labels', null), 'format', 'labels: expected Object, got null'],
  [
    'an unknown kind of labels',
    changed('labels.kind', 'Int64Array'),
    'format',
    'labels.kind: expected ("array" | "Uint8Array"',
  ],
  ['no classes', changed('labels.classes', []), 'format', 'labels.classes'],
  ['classes of two kinds', changed('labels.classes', ['a', 1]), 'format', 'labels.classes'],
  ['a class that is NaN', changed('labels.classes', [NaN, 1]), 'format', 'labels.classes'],
  ['no columns', changed('nFeatures', 0), 'format', 'nFeatures: expected >=1, got 0'],
  ['half a column', changed('nFeatures', 1.5), 'format', 'nFeatures'],
  [
    'names that are numbers',
    changed('featureNames', [1, 2]),
    'format',
    'featureNames.0: expected string, got 1',
  ],
  ['names that are null', changed('featureNames', null), 'format', 'featureNames: expected Array, got null'],
  ['no tensors', without('tensors'), 'format', 'tensors: expected'],
  ['a tensor that is a list', changed('tensors.coef', [[1, 2]]), 'format', 'tensors.coef'],
  [
    'a tensor of floats',
    changed('tensors.coef.dtype', 'float32'),
    'format',
    'tensors.coef.dtype: expected ("float64" | "int32" | "uint8"), got "float32"',
  ],
  ['a tensor of no type', changed('tensors.coef.dtype', undefined), 'format', 'tensors.coef.dtype'],
  [
    'a tensor named by its prototype',
    changed('tensors.coef.dtype', 'toString'),
    'format',
    'tensors.coef.dtype',
  ],
  ['a tensor of no shape', changed('tensors.coef.shape', []), 'format', 'tensors.coef.shape'],
  [
    'a shape below 0',
    changed('tensors.coef.shape', [-1, -2]),
    'format',
    'tensors.coef.shape.0: expected >=0, got -1',
  ],
  ['a shape in fractions', changed('tensors.coef.shape', [0.5, 4]), 'format', 'tensors.coef.shape.0'],
  ['a tensor of no data', changed('tensors.coef.data', undefined), 'format', 'tensors.coef.data'],
  [
    'data in an object',
    changed('tensors.coef.data', { 0: 1 }),
    'format',
    'tensors.coef.data: expected Array, got Object',
  ],
  [
    'words in the data',
    changed('tensors.coef.data', [1, 'x']),
    'format',
    'tensors.coef.data.1: expected number, got "x"',
  ],
  [
    'rows in the data',
    changed('tensors.coef.data', [[1, 2]]),
    'format',
    'tensors.coef.data.0: expected number, got Array',
  ],
  [
    'NaN in the data',
    changed('tensors.coef.data', [1, NaN]),
    'non-finite',
    'every element of a tensor must be a finite number; tensors.coef.data.1: expected number, got NaN',
  ],
  [
    'NaN written as null',
    changed('tensors.coef.data', [null, 1]),
    'non-finite',
    'tensors.coef.data.0: expected number, got null',
  ],
  ['facts in a list', changed('facts', []), 'format', 'facts'],
  ['no facts', without('facts'), 'format', 'facts: expected'],
  ['provenance that is a list', changed('provenance', ['x']), 'format', 'provenance'],
  ['provenance that is null', changed('provenance', null), 'format', 'provenance'],
])('%s is refused', (_, value, problem, message) => {
  const read = (): unknown => readEnvelope(value);
  expect(read).toThrow(ModelFormatError);
  expect(read).toThrow(message);
  expect(read).toThrow(expect.objectContaining({ problem, kind: 'input' }));
});

test('no value makes it fail with another error', () => {
  const field = fc.constantFrom(
    ...['format', 'formatVersion', 'estimator', 'estimator.params', 'labels', 'labels.classes', 'nFeatures'],
    ...[
      'featureNames',
      'tensors',
      'tensors.coef',
      'tensors.coef.shape',
      'tensors.coef.data',
      'facts',
      'provenance',
    ],
  );
  fc.assert(
    fc.property(field, fc.jsonValue(), (path, value) => {
      try {
        readEnvelope(changed(path, value));
      } catch (error) {
        expect(error).toBeInstanceOf(ModelFormatError);
      }
    }),
    { numRuns: 500 },
  );
});
