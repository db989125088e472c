import { describe, expect, test } from '@jest/globals';

import { ModelFormatError, StateReader, type StoredState } from '../src/index.js';

const stored: StoredState = {
  tensors: {
    coef: { shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) },
    nIter: { shape: [2], data: Int32Array.of(4, 0) },
    below: { shape: [2], data: Int32Array.of(4, -1) },
    pixels: { shape: [3], data: Uint8Array.of(1, 2, 3) },
    broken: { shape: [2], data: Float64Array.of(1, NaN) },
    endless: { shape: [1], data: Float64Array.of(-Infinity) },
    none: { shape: [0], data: new Int32Array(0) },
  },
  facts: { converged: false, objective: -1.5, text: 'true', nothing: null, nan: NaN },
};
const reader = new StateReader(stored);

describe('what is as it should be', () => {
  test('tensors of the shape wanted, or of any', () => {
    expect(reader.tensor('coef', 'float64', [2, 3]).data).toBe(stored.tensors.coef.data);
    expect(reader.tensor('coef', 'float64', [null, 3]).shape).toEqual([2, 3]);
    expect(reader.tensor('coef', 'float64', [2, null]).shape).toEqual([2, 3]);
    const { data }: { data: Uint8Array } = reader.tensor('pixels', 'uint8', [null]);
    expect(data).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('counts', () => {
    expect(reader.counts('nIter', 2)).toEqual(Int32Array.of(4, 0));
    expect(reader.counts('below', 2, -1)).toEqual(Int32Array.of(4, -1));
    expect(reader.counts('none', 0)).toHaveLength(0);
  });

  test('facts', () => {
    expect(reader.boolean('converged')).toBe(false);
    expect(reader.number('objective')).toBe(-1.5);
  });
});

test.each<[string, (from: StateReader) => unknown, string, string]>([
  [
    'a tensor that is not there',
    (from) => from.tensor('theta', 'float64', [1]),
    'format',
    'tensors: expected one named theta, got none',
  ],
  [
    'a name that all objects have',
    (from) => from.tensor('constructor', 'float64', [1]),
    'format',
    'expected one named constructor',
  ],
  [
    'a name that is the prototype',
    (from) => from.tensor('__proto__', 'float64', [1]),
    'format',
    'expected one named __proto__',
  ],
  [
    'another type',
    (from) => from.tensor('nIter', 'float64', [2]),
    'format',
    'nIter: expected elements of float64, got int32',
  ],
  [
    'bytes for whole numbers',
    (from) => from.counts('pixels', 3),
    'format',
    'pixels: expected elements of int32, got uint8',
  ],
  [
    'other rows',
    (from) => from.tensor('coef', 'float64', [3, 3]),
    'shape',
    'coef: expected 3 × 3 elements, got 2 × 3',
  ],
  [
    'other columns of any rows',
    (from) => from.tensor('coef', 'float64', [null, 4]),
    'shape',
    'coef: expected any × 4 elements, got 2 × 3',
  ],
  [
    'as many in another shape',
    (from) => from.tensor('coef', 'float64', [6]),
    'shape',
    'coef: expected 6 elements, got 2 × 3',
  ],
  [
    'fewer dimensions',
    (from) => from.tensor('nIter', 'int32', [2, 1]),
    'shape',
    'nIter: expected 2 × 1 elements, got 2',
  ],
  [
    'NaN',
    (from) => from.tensor('broken', 'float64', [2]),
    'non-finite',
    'broken: every element must be a finite number, got NaN as element 1',
  ],
  ['-Infinity', (from) => from.tensor('endless', 'float64', [1]), 'non-finite', 'got -Infinity as element 0'],
  ['other counts', (from) => from.counts('nIter', 3), 'shape', 'nIter: expected 3 elements, got 2'],
  [
    'a count below 0',
    (from) => from.counts('below', 2),
    'shape',
    'below: expected whole numbers of at least 0, got -1',
  ],
  [
    'a count below the least',
    (from) => from.counts('nIter', 2, 1),
    'shape',
    'nIter: expected whole numbers of at least 1, got 0',
  ],
  [
    'a fact that is not there',
    (from) => from.boolean('objectiv'),
    'format',
    'facts.objectiv: expected true or false, got none',
  ],
  [
    'a fact that all objects have',
    (from) => from.number('toString'),
    'format',
    'facts.toString: expected a finite number, got none',
  ],
  [
    'text for a truth',
    (from) => from.boolean('text'),
    'format',
    'facts.text: expected true or false, got "true"',
  ],
  [
    'a number for a truth',
    (from) => from.boolean('objective'),
    'format',
    'facts.objective: expected true or false, got -1.5',
  ],
  [
    'null for a number',
    (from) => from.number('nothing'),
    'format',
    'facts.nothing: expected a finite number, got null',
  ],
  ['NaN for a number', (from) => from.number('nan'), 'format', 'facts.nan: expected a finite number'],
  [
    'a truth for a number',
    (from) => from.number('converged'),
    'format',
    'facts.converged: expected a finite number, got false',
  ],
])('%s is refused', (_, read, problem, message) => {
  const attempt = (): unknown => read(reader);
  expect(attempt).toThrow(ModelFormatError);
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(expect.objectContaining({ problem }));
});
