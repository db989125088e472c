import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ShapeError } from '@tenfold/core';

import { DoubleMatrix, gemm, isByteMatrix, isDoubleMatrix, Matrix, toDesignMatrix } from '../src/index.js';

const values = [
  [1, -2.5],
  [3, 4],
  [5, 1e300],
];
const doubles = (): DoubleMatrix => new DoubleMatrix(3, 2, Float64Array.from(values.flat()));

describe('DoubleMatrix', () => {
  test('does what a Matrix of the same values does', () => {
    const plain = new Matrix(values);
    expect(Matrix.isMatrix(doubles())).toBe(true);
    expect(doubles().to2DArray()).toEqual(values);
    expect(doubles().toString()).toBe(`Double${plain.toString()}`);
    expect(doubles().transpose()).toEqual(plain.transpose());
    expect(doubles().mmul(plain.transpose())).toEqual(plain.mmul(plain.transpose()));
    expect(doubles().subMatrixRow([2, 0])).toEqual(plain.subMatrixRow([2, 0]));
    expect(doubles().max()).toBe(1e300);
    expect(doubles().mul(2).to2DArray()).toEqual(plain.clone().mul(2).to2DArray());
    expect(doubles().set(2, 1, 7).get(2, 1)).toBe(7);
    expect(new Matrix(doubles()).removeRow(0).to2DArray()).toEqual(values.slice(1));
  });

  test('rows are views, rows taken are copies', () => {
    const matrix = doubles();
    expect(matrix.row(1)).toEqual(Float64Array.of(3, 4));
    expect(matrix.rowRange(1, 3).data.buffer).toBe(matrix.data.buffer);
    expect(matrix.rowRange(1, 3).to2DArray()).toEqual(values.slice(1));
    const taken = matrix.takeRows([2, 0, 2]);
    expect(taken.to2DArray()).toEqual([values[2], values[0], values[2]]);
    expect(taken.data.buffer).not.toBe(matrix.data.buffer);
  });

  test('the kernels read it as they read a Matrix', () => {
    for (const storage of ['auto', 'dense'] as const) {
      const options = { owner: 'test', storage };
      expect(toDesignMatrix(doubles(), options)).toEqual(toDesignMatrix(new Matrix(values), options));
    }
    const bad = doubles().set(1, 1, NaN);
    const error = new NonFiniteError('test', 1, 1, NaN);
    expect(() => toDesignMatrix(bad, { owner: 'test' })).toThrow(error);
    expect(() => toDesignMatrix(bad, { owner: 'test', storage: 'dense' })).toThrow(error);
  });

  test('BLAS reads it as it reads a Matrix', async () => {
    const plain = new Matrix(values);
    expect(await gemm(doubles(), plain, { transA: true })).toEqual(
      await gemm(plain, plain, { transA: true }),
    );
  });

  test('refuses values that do not fill the shape, and to change it', () => {
    expect(() => new DoubleMatrix(2, 2, new Float64Array(3))).toThrow('2 × 2 = 4 doubles, got 3');
    for (const change of ['addRow', 'removeRow', 'addColumn', 'removeColumn'] as const) {
      expect(() => doubles()[change]()).toThrow(ShapeError);
    }
    const gone = doubles();
    structuredClone(gone.data, { transfer: [gone.data.buffer as ArrayBuffer] });
    expect(() => toDesignMatrix(gone, { owner: 'test' })).toThrow('expected 3 × 2 = 6 values, got 0');
  });

  test('is distinguished from other matrices', () => {
    expect(isDoubleMatrix(doubles())).toBe(true);
    expect(isByteMatrix(doubles())).toBe(false);
    for (const other of [new Matrix(1, 1), [[1]], Float64Array.of(1), undefined]) {
      expect(isDoubleMatrix(other)).toBe(false);
    }
  });
});
