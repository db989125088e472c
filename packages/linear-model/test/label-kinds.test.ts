import { describe, expect, test } from '@jest/globals';
import { LabelError } from '@tenfold/base';
import { ShapeError } from '@tenfold/core';
import { ByteMatrix, type Labels, Matrix, type MatrixLike } from '@tenfold/linalg';

import { LogisticRegression } from '../src/index.js';

const X = [[0], [1], [2], [3], [4], [5]];
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
  numbers: codes,
  text: codes.map(String),
  booleans: codes.map((_, row) => row < 3),
};

describe('labels of every kind', () => {
  test.each(Object.entries(kinds))('%s are predicted in their kind', async (_, y) => {
    const model = await new LogisticRegression({ C: 1e6 }).fit(X, y);
    expect(model.predict(X)).toEqual(y);
    expect(await model.predictAsync(X)).toEqual(y);
    expect(model.score(X, y)).toBe(1);
    const back = LogisticRegression.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(back.predict(X)).toEqual(y);
  });

  test('false is the first class', async () => {
    const model = await new LogisticRegression({ classWeight: { true: 2 } }).fit(X, [
      true,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(model.classes).toEqual([false, true]);
    expect(model.toJSON().labels).toEqual({ kind: 'array', classes: [false, true] });
    const weighted = await new LogisticRegression({ classWeight: new Map([[1, 2]]) }).fit(
      X,
      [1, 0, 0, 1, 1, 1],
    );
    expect(model.coef.to2DArray()).toEqual(weighted.coef.to2DArray());
  });

  test('classes of text are in the order of code points', async () => {
    const model = await new LogisticRegression().fit([[0], [1]], ['😀', 'Ａ']);
    expect(model.classes).toEqual(['Ａ', '😀']);
  });
});

describe('BigInt', () => {
  const model = new LogisticRegression();

  test.each([
    ['an array', codes.map(BigInt)],
    ['a BigInt64Array', BigInt64Array.from(codes.map(BigInt))],
    ['a BigUint64Array', BigUint64Array.from(codes.map(BigInt))],
  ])('labels in %s are refused by name', async (_, y) => {
    const fit = model.fit(X, y as unknown as Labels);
    await expect(fit).rejects.toThrow(LabelError);
    await expect(fit).rejects.toThrow(
      'turn BigInt into numbers with Number where all are below 2^53, else into text',
    );
  });

  test.each([
    ['a cell', [[0], [1], [2n]]],
    ['a row', [[0], [1], BigInt64Array.of(2n)]],
  ])('%s of X is refused by name', async (_, rows) => {
    const fit = model.fit(rows as unknown as MatrixLike, [0, 1, 1]);
    await expect(fit).rejects.toThrow(ShapeError);
    await expect(fit).rejects.toThrow('turn BigInt into numbers with Number');
    await expect(fit).rejects.toThrow('in row 2');
  });
});

test('labels in an array of floats that not every machine has are refused by name', async () => {
  class Float16Array extends Float32Array {}
  const fit = new LogisticRegression().fit(X, Float16Array.from(codes));
  await expect(fit).rejects.toThrow('Float64Array, got a Float16Array');
});

test('clamped bytes are bytes', async () => {
  const pixels = Uint8ClampedArray.of(0, 9, 255, 3, 200, 100);
  const y = [0, 1, 1];
  const bytes = await new LogisticRegression().fit(new ByteMatrix(3, 2, Uint8Array.from(pixels)), y);
  const matrix = new ByteMatrix(3, 2, pixels);
  const rows = [0, 2, 4].map((start) => pixels.subarray(start, start + 2));
  for (const X of [matrix, rows]) {
    const model = await new LogisticRegression().fit(X, y);
    expect(model.coef.to2DArray()).toEqual(bytes.coef.to2DArray());
    expect(model.predict(X)).toEqual(
      bytes.predict(
        new Matrix([
          [0, 9],
          [255, 3],
          [200, 100],
        ]),
      ),
    );
  }
  expect(matrix.data.buffer).toBe(pixels.buffer);
  expect(matrix.set(0, 0, 300).get(0, 0)).toBe(300 % 256);
});
