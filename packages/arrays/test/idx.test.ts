import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  ArrayFileError,
  bytesSource,
  type Elements,
  IdxError,
  type IdxType,
  openArray,
  parseIdx,
} from '../src/index.js';
import { bytesOf, concat, idxFile, idxHeader, rejection } from './helpers/sources.js';

const arrays: Record<IdxType, new (length: number) => Elements> = {
  uint8: Uint8Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
};
const types = Object.keys(arrays) as IdxType[];

test.each(types)('%s of any shape is what parseIdx reads', async (type) => {
  const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(shapes, fc.infiniteStream(fc.integer({ min: 0, max: 255 })), async (shape, random) => {
      const elements = new arrays[type](shape.reduce((a, b) => a * b, 1));
      const bytes = bytesOf(elements);
      for (let i = 0; i < bytes.length; i++) bytes[i] = random.next().value as number;
      const file = idxFile(type, shape, elements);
      const [entry] = (await openArray(bytesSource(file))).entries;
      expect(entry).toMatchObject({ dtype: type, shape, fortranOrder: false });
      const read = await entry.readRows(0, entry.rows);
      expect(read).toEqual(elements);
      expect(parseIdx(file).data).toEqual(read);
    }),
    { numRuns: 40 },
  );
});

describe('a broken file', () => {
  const small = idxFile('uint8', [2, 3], Uint8Array.of(1, 2, 3, 4, 5, 6));
  test.each([
    ['of another type', Uint8Array.of(0, 0, 10, 1, 0, 0, 0, 0), 'dtype', 2],
    ['of no dimension', Uint8Array.of(0, 0, 8, 0), 'header', 0],
    ['of half a header', small.subarray(0, 10), 'truncated', 10],
    ['a byte too short', small.subarray(0, -1), 'truncated', small.length - 1],
    ['a byte too long', concat(small, Uint8Array.of(0)), 'length', small.length],
    ['of more than can be counted', idxHeader('uint8', [2 ** 31, 2 ** 31]), 'header', 4],
    ['of what is not there', idxHeader('uint8', [2 ** 31, 1000]), 'truncated', 12],
    [
      'of sizes beyond any number',
      Uint8Array.of(0, 0, 14, 255, ...new Array<number>(1020).fill(255)),
      'header',
      4,
    ],
  ])('%s is refused where it is wrong', async (_, bytes, problem, offset) => {
    const error = await rejection(openArray(bytesSource(bytes), { name: 'x-ubyte' }));
    expect(error).toBeInstanceOf(ArrayFileError);
    expect(error).toMatchObject({ problem, offset, format: 'idx', file: 'x-ubyte', name: 'ArrayFileError' });
  });

  test('keeps the cause', async () => {
    const error = (await rejection(openArray(bytesSource(small.subarray(0, 9))))) as Error;
    expect(error.cause).toBeInstanceOf(IdxError);
  });
});
