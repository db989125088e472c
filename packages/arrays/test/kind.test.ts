import { describe, expect, test } from '@jest/globals';

import { bytesSource, createNpy, openArray } from '../src/index.js';

/** The kind and the images of an array of bytes, or of 64-bit integers. */
async function guess(shape: number[], wide = false) {
  const length = shape.reduce((a, b) => a * b, 1);
  const bytes = createNpy(wide ? new BigInt64Array(length) : new Uint8Array(length), shape);
  const [{ kind, images }] = (await openArray(bytesSource(bytes))).entries;
  return { kind, images };
}

const grey = { channels: 1, channelAxis: 'last', rowsPerImage: 1 };

describe('an array is guessed to be', () => {
  test('a number, a vector, a table', async () => {
    expect(await guess([])).toEqual({ kind: 'scalar', images: undefined });
    expect(await guess([5])).toEqual({ kind: 'vector', images: undefined });
    expect(await guess([5, 3])).toEqual({ kind: 'table', images: undefined });
    expect(await guess([2, 2, 2, 2, 2])).toEqual({ kind: 'other', images: undefined });
  });

  test('a table whose rows may be images', async () => {
    const images = { ...grey, count: 5, height: 28, width: 28 };
    expect(await guess([5, 784])).toEqual({ kind: 'table', images });
    expect(await guess([5, 64])).toMatchObject({ images: { height: 8, width: 8 } });
    expect(await guess([5, 49])).toMatchObject({ images: undefined });
    expect(await guess([5, 784], true)).toEqual({ kind: 'table', images: undefined });
  });

  test.each([
    [[9, 28, 28], { ...grey, count: 9, height: 28, width: 28 }],
    [[9, 16, 12, 3], { count: 9, height: 16, width: 12, channels: 3, channelAxis: 'last', rowsPerImage: 1 }],
    [[9, 16, 12, 4], { count: 9, height: 16, width: 12, channels: 4, channelAxis: 'last', rowsPerImage: 1 }],
    [[9, 28, 28, 1], { ...grey, count: 9, height: 28, width: 28 }],
    [[9, 3, 16, 12], { count: 9, height: 16, width: 12, channels: 3, channelAxis: 'first', rowsPerImage: 1 }],
    [[9, 1, 28, 28], { ...grey, channelAxis: 'first', count: 9, height: 28, width: 28 }],
    [[32, 30, 3], { count: 1, height: 32, width: 30, channels: 3, channelAxis: 'last', rowsPerImage: 32 }],
    [[0, 28, 28], { ...grey, count: 0, height: 28, width: 28 }],
  ])('images: %j', async (shape, images) => {
    expect(await guess(shape)).toEqual({ kind: 'images', images });
  });

  test.each([[[9, 1, 28]], [[9, 28, 28, 5]], [[2, 9000, 2]], [[2, 0, 9]]])(
    'nothing in particular: %j',
    async (shape) => {
      expect(await guess(shape)).toEqual({ kind: 'other', images: undefined });
    },
  );

  test('nothing in particular when its integers are wide', async () => {
    expect(await guess([9, 28, 28], true)).toEqual({ kind: 'other', images: undefined });
  });
});
