import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { ModelFormatError, type TensorData, type TensorJson } from '../src/index.js';
import { tensorFromJson, tensorToJson } from '../src/state/tensor.js';

/** More elements than are written as numbers. */
const MANY = 65_537;

const throughText = (tensor: TensorJson): TensorJson => JSON.parse(JSON.stringify(tensor)) as TensorJson;
const bytesOf = ({ buffer, byteOffset, byteLength }: TensorData): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The base64 of the bytes of an array, by Node's own encoder. */
const base64 = (data: TensorData): string => Buffer.from(bytesOf(data)).toString('base64');

describe('a tensor as numbers', () => {
  test.each<[TensorData, string]>([
    [Float64Array.of(1.5, -2, 1e-310), 'float64'],
    [Int32Array.of(-(2 ** 31), 2 ** 31 - 1, 0), 'int32'],
    [Uint8Array.of(0, 255, 7), 'uint8'],
  ])('%p is of %s', (data, dtype) => {
    expect(tensorToJson({ shape: [3], data })).toEqual({ dtype, shape: [3], data: [...data] });
  });

  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });

  test('is decoded to the bit, of every double', () => {
    fc.assert(
      fc.property(fc.float64Array({ maxLength: 40 }), (data) => {
        const back = tensorFromJson('coef', tensorToJson({ shape: [data.length], data }));
        expect(back.data).toBeInstanceOf(Float64Array);
        expect(bytesOf(back.data)).toEqual(bytesOf(data));
      }),
    );
  });

  test('is read from text to the bit, of every finite double but -0', () => {
    const cells = fc.array(
      numbers.map((x) => x + 0),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(cells, fc.constantFrom(1, 2, 3), (values, rows) => {
        const data = Float64Array.from(Array.from({ length: rows }, () => values).flat());
        const shape = [rows, values.length];
        const back = tensorFromJson('coef', throughText(tensorToJson({ shape, data })));
        expect(back.shape).toEqual(shape);
        expect(bytesOf(back.data)).toEqual(bytesOf(data));
      }),
    );
  });

  test('is read from text to the bit, of whole numbers and bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.int32Array(), fc.uint8Array()), (data) => {
        const back = tensorFromJson('codes', throughText(tensorToJson({ shape: [data.length], data })));
        expect(back.data).toEqual(data);
      }),
    );
  });

  test('is a copy', () => {
    const data = Float64Array.of(1, 2);
    const shape = [2];
    const json = tensorToJson({ shape, data });
    data[0] = 9;
    shape[0] = 9;
    expect(json).toMatchObject({ shape: [2], data: [1, 2] });
  });

  test('may be empty', () => {
    for (const shape of [[0], [0, 3], [3, 0]]) {
      const json = tensorToJson({ shape, data: new Float64Array(0) });
      expect(tensorFromJson('coef', throughText(json))).toEqual({ shape, data: new Float64Array(0) });
    }
  });
});

describe('a tensor as base64', () => {
  test('is written so when it is large, and only then', () => {
    const readable = tensorToJson({ shape: [MANY - 1], data: new Uint8Array(MANY - 1) });
    expect(readable.data).toHaveLength(MANY - 1);
    const large = tensorToJson({ shape: [MANY], data: new Uint8Array(MANY) });
    expect(large.data).toBe(base64(new Uint8Array(MANY)));
  });

  test.each<[string, (at: number) => number, new (length: number) => TensorData]>([
    ['doubles', (at) => Math.sin(at) * 10 ** ((at % 600) - 300), Float64Array],
    ['doubles of all kinds', (at) => [NaN, -0, Infinity, -Infinity, 5e-324][at % 5], Float64Array],
    ['whole numbers', (at) => Math.imul(at, 2654435761), Int32Array],
    ['bytes', (at) => at * 37, Uint8Array],
  ])('comes back to the bit from text: %s', (_, valueAt, ArrayOf) => {
    for (const length of [MANY, MANY + 1, MANY + 2]) {
      const data = new ArrayOf(length);
      for (let at = 0; at < length; at++) data[at] = valueAt(at);
      const json = throughText(tensorToJson({ shape: [1, length], data }));
      expect(json.data).toBe(base64(data));
      const back = tensorFromJson('rows', json);
      expect(back.shape).toEqual([1, length]);
      expect(Buffer.compare(bytesOf(back.data), bytesOf(data))).toBe(0);
      expect(back.data.constructor).toBe(ArrayOf);
    }
  });

  test('reads a part of a larger buffer as that part', () => {
    const whole = Float64Array.from({ length: MANY + 10 }, (_, i) => i);
    const part = whole.subarray(7, MANY + 7);
    const back = tensorFromJson('rows', tensorToJson({ shape: [MANY], data: part }));
    expect(Buffer.compare(bytesOf(back.data), bytesOf(part))).toBe(0);
  });

  test('is read at any length, whatever the bits', () => {
    const arrays = fc.oneof(
      fc.float64Array({ maxLength: 30 }).map((data) => ({ dtype: 'float64' as const, data })),
      fc.int32Array({ maxLength: 30 }).map((data) => ({ dtype: 'int32' as const, data })),
      fc.uint8Array({ maxLength: 30 }).map((data) => ({ dtype: 'uint8' as const, data })),
    );
    fc.assert(
      fc.property(arrays, ({ dtype, data }) => {
        const back = tensorFromJson('rows', { dtype, shape: [data.length], data: base64(data) });
        expect(back.data.constructor).toBe(data.constructor);
        expect(bytesOf(back.data)).toEqual(bytesOf(data));
      }),
    );
  });

  test('any bits of a double are decoded as they were encoded', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (bits) => {
        const data = new Float64Array(BigUint64Array.of(bits).buffer);
        const back = tensorFromJson('rows', { dtype: 'float64', shape: [1], data: base64(data) });
        expect(new BigUint64Array(back.data.buffer)[0]).toBe(bits);
      }),
    );
  });

  test('is little-endian, wherever it was written', () => {
    const one = { dtype: 'float64', shape: [1], data: 'AAAAAAAA8D8=' } as const;
    expect(tensorFromJson('rows', one).data).toEqual(Float64Array.of(1));
    const codes = { dtype: 'int32', shape: [2], data: 'AQAAAP////8=' } as const;
    expect(tensorFromJson('rows', codes).data).toEqual(Int32Array.of(1, -1));
  });
});

test.each<[string, TensorJson, string, string]>([
  [
    'too few numbers',
    { dtype: 'float64', shape: [2, 3], data: [1, 2, 3, 4, 5] },
    'shape',
    'expected 6 elements, as its shape 2 × 3 says, got 5',
  ],
  [
    'too many numbers',
    { dtype: 'int32', shape: [1], data: [1, 2] },
    'shape',
    'expected 1 elements, as its shape 1 says, got 2',
  ],
  [
    'numbers for an empty shape',
    { dtype: 'uint8', shape: [3, 0], data: [1] },
    'shape',
    'expected 0 elements',
  ],
  [
    'a shape beyond all memory',
    { dtype: 'uint8', shape: [1e200, 1e200], data: [1] },
    'shape',
    'expected Infinity elements',
  ],
  [
    'too few bytes',
    { dtype: 'uint8', shape: [4], data: 'AAAA' },
    'shape',
    'expected 4 elements, as its shape 4 says, got 3',
  ],
  [
    'too many doubles',
    { dtype: 'float64', shape: [0], data: 'AAAAAAAA8D8=' },
    'shape',
    'expected 0 elements, as its shape 0 says, got 1',
  ],
  [
    'bytes that are no whole double',
    { dtype: 'float64', shape: [1], data: 'AAAAAAAA8A==' },
    'shape',
    'expected a multiple of 8 bytes, as float64 needs, got 7',
  ],
  [
    'bytes that are no whole int32',
    { dtype: 'int32', shape: [1], data: 'AAAA' },
    'shape',
    'expected a multiple of 4 bytes, as int32 needs, got 3',
  ],
  [
    'text that is no base64',
    { dtype: 'uint8', shape: [1], data: '!' },
    'format',
    'expected bytes as base64, got other text',
  ],
  ['base64 that ends early', { dtype: 'uint8', shape: [1], data: 'A' }, 'format', 'expected bytes as base64'],
  [
    'letters of another alphabet',
    { dtype: 'uint8', shape: [3], data: 'AAé=' },
    'format',
    'expected bytes as base64',
  ],
  [
    'a fraction',
    { dtype: 'int32', shape: [2], data: [1, 1.5] },
    'format',
    'expected elements of int32, got 1.5',
  ],
  [
    'a whole number beyond int32',
    { dtype: 'int32', shape: [1], data: [2 ** 31] },
    'format',
    'expected elements of int32, got 2147483648',
  ],
  [
    'a number beyond a byte',
    { dtype: 'uint8', shape: [1], data: [256] },
    'format',
    'expected elements of uint8, got 256',
  ],
  [
    'a number below a byte',
    { dtype: 'uint8', shape: [1], data: [-1] },
    'format',
    'expected elements of uint8, got -1',
  ],
  [
    'NaN among bytes',
    { dtype: 'uint8', shape: [1], data: [NaN] },
    'format',
    'expected elements of uint8, got NaN',
  ],
])('%s', (_, json, problem, message) => {
  const read = (): unknown => tensorFromJson('coef', json);
  expect(read).toThrow(ModelFormatError);
  expect(read).toThrow(`coef: ${message}`);
  expect(read).toThrow(expect.objectContaining({ problem, kind: 'input' }));
});

test('an error of base64 has its cause', () => {
  expect(() => tensorFromJson('coef', { dtype: 'uint8', shape: [1], data: '*' })).toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ name: 'InvalidCharacterError' }) as unknown }),
  );
});
