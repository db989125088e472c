import { describe, expect, test } from '@jest/globals';
import { ShapeError } from '@tenfold/core';

import { ByteMatrix, isByteMatrix, Matrix } from '../src/index.js';

describe('ByteMatrix', () => {
  const images = new ByteMatrix(3, 2, Uint8Array.of(1, 2, 3, 4, 5, 255));

  test('is a matrix of ml-matrix over its bytes', () => {
    expect(Matrix.isMatrix(images)).toBe(true);
    expect(images.to2DArray()).toEqual([
      [1, 2],
      [3, 4],
      [5, 255],
    ]);
    expect(images.mmul(Matrix.columnVector([1, 1])).to1DArray()).toEqual([3, 7, 260]);
    expect(images.transpose().get(1, 2)).toBe(255);
    expect(new ByteMatrix(1, 1).set(0, 0, 257).get(0, 0)).toBe(1);
  });

  test('rows are views, rows taken are copies', () => {
    expect(images.row(1)).toEqual(Uint8Array.of(3, 4));
    expect(images.rowRange(1, 3).data.buffer).toBe(images.data.buffer);
    expect(images.rowRange(1, 3).to2DArray()).toEqual([
      [3, 4],
      [5, 255],
    ]);
    const taken = images.takeRows([2, 0, 2]);
    expect(taken.data).toEqual(Uint8Array.of(5, 255, 1, 2, 5, 255));
    expect(taken.data.buffer).not.toBe(images.data.buffer);
  });

  test('refuses bytes that do not fill the shape', () => {
    expect(() => new ByteMatrix(2, 2, new Uint8Array(3))).toThrow(ShapeError);
    expect(() => new ByteMatrix(2, 2, new Uint8Array(3))).toThrow('2 × 2 = 4 bytes, got 3');
  });

  test('is distinguished from other matrices', () => {
    expect(isByteMatrix(images)).toBe(true);
    for (const other of [new Matrix(1, 1), [[1]], Uint8Array.of(1), undefined]) {
      expect(isByteMatrix(other)).toBe(false);
    }
  });
});
