import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { ShapeError } from '@tenfold/core';
import fc from 'fast-check';

import { bytesSource, createNpy, displayName, type Elements, openArray } from '../src/index.js';

const golden = JSON.parse(readFileSync(new URL('golden/arrays.json', import.meta.url), 'utf8')) as {
  arrays: { name: string; file: string; values: string }[];
};

const classes: Record<string, new (buffer: ArrayBuffer) => Elements> = {
  u1: Uint8Array,
  i1: Int8Array,
  '<u2': Uint16Array,
  '<i2': Int16Array,
  '<u4': Uint32Array,
  '<i4': Int32Array,
  '<u8': BigUint64Array,
  '<i8': BigInt64Array,
  '<f4': Float32Array,
  '<f8': Float64Array,
};

test.each(Object.entries(classes))('writes %s byte for byte as NumPy does', (name, Class) => {
  const { file, values } = golden.arrays.find((array) => array.name === name)!;
  const elements = new Class(Uint8Array.from(Buffer.from(values, 'base64')).buffer);
  expect(Buffer.from(createNpy(elements, [3, 4])).toString('base64')).toBe(file);
});

test('writes numbers, vectors and cubes as NumPy does', () => {
  const fileOf = (name: string) => golden.arrays.find((array) => array.name === name)!.file;
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  expect(base64(createNpy(BigInt64Array.of(-7n), []))).toBe(fileOf('one number'));
  expect(base64(createNpy(Float32Array.from([0, 1, 2, 3, 4, 5, 6])))).toBe(fileOf('a vector'));
  expect(
    base64(
      createNpy(
        Int16Array.from({ length: 60 }, (_, i) => i),
        [3, 4, 5],
      ),
    ),
  ).toBe(fileOf('a cube'));
});

test('what is written is read back, also a part of a buffer', async () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(shapes, fc.constantFrom(...Object.values(classes)), async (shape, Class) => {
      const length = shape.reduce((a, b) => a * b, 1);
      const whole = new Class(Uint8Array.from({ length: 8 * (length + 2) }, (_, i) => (i * 37) % 64).buffer);
      const elements = whole.subarray(1, 1 + length);
      const [entry] = (await openArray(bytesSource(createNpy(elements, shape)))).entries;
      expect(entry.shape).toEqual(shape);
      expect(entry.trailingBytes).toBe(0);
      expect(await entry.readRows(0, entry.rows)).toEqual(elements);
    }),
  );
});

test.each([[[2, 2]], [[-1, -3]], [[1.5, 2]]])('refuses the shape %j for three elements', (shape) => {
  expect(() => createNpy(new Uint8Array(3), shape)).toThrow(ShapeError);
});

test('a name is made fit to be shown', () => {
  expect(displayName('a\u200b\u202eb\ud800')).toBe('a\ufffd\ufffdb\ufffd');
  expect(displayName('größe 数字 👍')).toBe('größe 数字 👍');
  expect(displayName('x'.repeat(1e6))).toHaveLength(200);
  expect(displayName('👍'.repeat(300))).toBe(`${'👍'.repeat(199)}…`);
});
