import { describe, expect, test } from '@jest/globals';
import { ShapeError } from '@tenfold/core';
import type { Label, Labels } from '@tenfold/linalg';
import fc from 'fast-check';

import { decodeLabels, encodeLabels, LabelError, SingleClassError } from '../src/index.js';

const codes = [3, 1, 1, 2, 2, 2];

const kinds: Record<string, Labels> = {
  Uint8Array: Uint8Array.from(codes),
  Uint8ClampedArray: Uint8ClampedArray.from(codes),
  Int8Array: Int8Array.from(codes),
  Uint16Array: Uint16Array.from(codes),
  Int16Array: Int16Array.from(codes),
  Uint32Array: Uint32Array.from(codes),
  Int32Array: Int32Array.from(codes),
  Float32Array: Float32Array.from(codes),
  Float64Array: Float64Array.from(codes),
};

const plain: Record<string, Labels> = {
  numbers: codes,
  text: codes.map(String),
  booleans: codes.map((_, row) => row < 3),
};

describe('labels as class numbers', () => {
  test.each(Object.entries({ ...kinds, ...plain }))('%s are returned in their kind', (name, y) => {
    const { classes, codes: numbers, kind } = encodeLabels(y, y.length, 'test');
    expect(kind).toBe(name in kinds ? name : 'array');
    expect(decodeLabels(numbers, classes, kind)).toEqual(y);
  });

  test('a Buffer of Node is bytes', () => {
    const { classes, codes: numbers, kind } = encodeLabels(Buffer.from(codes), 6, 'test');
    expect(kind).toBe('Uint8Array');
    expect(decodeLabels(numbers, classes, kind)).toEqual(Uint8Array.from(codes));
  });

  test.each<[string, Labels, Label[], number[]]>([
    ['numbers ascend', [10, 9, -1], [-1, 9, 10], [2, 1, 0]],
    ['false is the first class', [true, false], [false, true], [1, 0]],
    ['capitals are before small letters', ['aster', 'Borage'], ['Borage', 'aster'], [1, 0]],
    ['text is in the order of code points', ['😀', 'Ａ'], ['Ａ', '😀'], [1, 0]],
  ])('%s', (_, y, classes, numbers) => {
    expect(encodeLabels(y, y.length, 'test')).toEqual({
      classes,
      codes: Int32Array.from(numbers),
      kind: 'array',
    });
  });

  test('any labels are decoded as they were encoded', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', ''));
    const labels = fc.oneof(
      fc.array(fc.maxSafeInteger().map((x) => x + 0)),
      fc.array(text),
      fc.array(fc.boolean()),
    );
    fc.assert(
      fc.property(labels, (y) => {
        fc.pre(y.length > 0);
        const { classes, codes: numbers, kind } = encodeLabels(y, y.length, 'test', { oneClass: true });
        expect(decodeLabels(numbers, classes, kind)).toEqual(y);
        expect(new Set(classes).size).toBe(classes.length);
      }),
    );
  });
});

describe('refused by name:', () => {
  test.each<[string, unknown]>([
    ['an array of BigInt', codes.map(BigInt)],
    ['a BigInt64Array', BigInt64Array.from(codes.map(BigInt))],
    ['a BigUint64Array', BigUint64Array.from(codes.map(BigInt))],
  ])('%s', (_, y) => {
    const encode = (): unknown => encodeLabels(y as Labels, 6, 'test');
    expect(encode).toThrow(LabelError);
    expect(encode).toThrow('turn BigInt into numbers with Number where all are below 2^53, else into text');
  });

  test('an array of floats that not every machine has', () => {
    class Float16Array extends Float32Array {}
    expect(() => encodeLabels(Float16Array.from(codes), 6, 'test')).toThrow(
      'Float64Array, got a Float16Array',
    );
  });

  test.each([[NaN], [0.5], ['x'], [undefined], [null], [true], [1n], [2 ** 53], [-(2 ** 60)]])(
    '%p among numbers, with its row',
    (label) => {
      const y = [1, 2, label, 3] as number[];
      expect(() => encodeLabels(y, 4, 'test')).toThrow(LabelError);
      expect(() => encodeLabels(y, 4, 'test')).toThrow(
        expect.objectContaining({ row: 2, owner: 'test', label }),
      );
    },
  );

  test('too many, too few, and no array', () => {
    expect(() => encodeLabels([1, 2], 3, 'test')).toThrow('as many labels as X has rows (3), got 2');
    expect(() => encodeLabels([1, 2], 1, 'test')).toThrow(ShapeError);
    expect(() => encodeLabels('ab' as unknown as Labels, 2, 'test')).toThrow(ShapeError);
  });

  test('a single class, unless it is enough', () => {
    expect(() => encodeLabels([4, 4], 2, 'test')).toThrow(SingleClassError);
    expect(() => encodeLabels([4, 4], 2, 'test')).toThrow('at least two classes, got only 4');
    expect(encodeLabels([4, 4], 2, 'test', { oneClass: true }).classes).toEqual([4]);
  });
});
