import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import fc from 'fast-check';

import {
  gemv,
  ger,
  gram,
  Matrix,
  mmul,
  mmulTranspose,
  pairwiseDistances,
  syrk,
  transposeMmul,
} from '../src/index.js';
import {
  flat,
  flatFloats,
  multiply,
  relativeDifference,
  squaredDistances,
  table,
  transpose,
} from './blas-reference.js';

const DOUBLE = 1e-13;
const SINGLE = 1e-5;

const size = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(31, 33, 64, 129, 257));

describe('the named products', () => {
  test('are those of ml-matrix', async () => {
    const [a, b, c] = [new Matrix(table(7, 5, 1)), new Matrix(table(5, 6, 2)), new Matrix(table(7, 6, 3))];
    const pairs: [Matrix, Matrix][] = [
      [await mmul(a, b), a.mmul(b)],
      [await transposeMmul(a, c), a.transpose().mmul(c)],
      [await mmulTranspose(b, c), b.mmul(c.transpose())],
    ];
    for (const [found, expected] of pairs) {
      expect(relativeDifference(found.to1DArray(), expected.to1DArray())).toBeLessThanOrEqual(DOUBLE);
    }
    await expect(mmul(a, a)).rejects.toThrow(/^mmul: /);
    await expect(transposeMmul(a, b)).rejects.toThrow(/^transposeMmul: /);
    await expect(mmulTranspose(a, b)).rejects.toThrow(/^mmulTranspose: /);
  });
});

describe('syrk and gram', () => {
  test('are the product with the own transpose, symmetric to the bit', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, fc.nat(1e6), fc.boolean(), async (n, k, seed, transA) => {
        const a = table(n, k, seed);
        const A = transA ? flat(transpose(a, k), n) : flat(a, k);
        const found = await syrk(A, { transA });
        const expected = multiply(a, transpose(a, k), n);
        expect(relativeDifference(found.to1DArray(), expected.flat())).toBeLessThanOrEqual(DOUBLE);
        expect(found.transpose().to2DArray()).toEqual(found.to2DArray());
        const floats = transA ? flatFloats(transpose(a, k), n) : flatFloats(a, k);
        const single = await syrk(floats, { transA });
        expect(relativeDifference(single.data, expected.flat())).toBeLessThanOrEqual(SINGLE);
      }),
      { numRuns: 40 },
    );
  });

  test('has the bits of gemm below the diagonal', async () => {
    const a = new Matrix(table(300, 270, 4));
    const [half, whole] = [await gram(a), await transposeMmul(a, a)];
    for (let i = 0; i < 270; i++)
      expect(half.getRow(i).slice(0, i + 1)).toEqual(whole.getRow(i).slice(0, i + 1));
  });

  test('adds beta·C', async () => {
    const a = table(5, 3, 1);
    const c = multiply(a, transpose(a, 3), 5);
    const found = await syrk(a, { alpha: 2, beta: 0.5, C: c });
    const expected = c.flat().map((value) => 2.5 * value);
    expect(relativeDifference(found.to1DArray(), expected)).toBeLessThanOrEqual(DOUBLE);
    await expect(syrk(a, { C: table(4, 5, 1) })).rejects.toThrow(ShapeError);
    await expect(syrk(a, { beta: 2 })).rejects.toThrow(ParameterError);
  });
});

describe('pairwiseDistances', () => {
  test('agrees with the differences’ squares', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, size, fc.nat(1e6), async (m, n, k, seed) => {
        const [a, b] = [table(m, k, seed), table(n, k, seed + 1)];
        const expected = squaredDistances(a, b).flat();
        const squares = await pairwiseDistances(flat(a, k), flat(b, k), { squared: true });
        expect(relativeDifference(squares.to1DArray(), expected)).toBeLessThanOrEqual(DOUBLE);
        const roots = await pairwiseDistances(flat(a, k), flat(b, k));
        expect(relativeDifference(roots.to1DArray(), expected.map(Math.sqrt))).toBeLessThanOrEqual(1e-7);
        const single = await pairwiseDistances(flatFloats(a, k), flatFloats(b, k), { squared: true });
        expect(relativeDifference(single.data, expected)).toBeLessThanOrEqual(SINGLE);
      }),
      { numRuns: 30 },
    );
  });

  test('is symmetric with a diagonal of zeros between the rows of one matrix, and never negative', async () => {
    const rows = table(130, 17, 3).map((row) => row.map((value) => 1000 + value * 1e-6));
    const found = await pairwiseDistances(rows, undefined, { squared: true });
    expect(found.min()).toBe(0);
    expect(found.diag()).toEqual(new Array<number>(130).fill(0));
    expect(found.transpose().to2DArray()).toEqual(found.to2DArray());
  });

  test('refuses other shapes and values', async () => {
    await expect(pairwiseDistances([[1, 2]], [[1]])).rejects.toThrow(ShapeError);
    await expect(pairwiseDistances([[1, NaN]])).rejects.toThrow(NonFiniteError);
    await expect(pairwiseDistances([[1]], [[Infinity]])).rejects.toThrow(NonFiniteError);
  });
});

describe('gemv and ger', () => {
  test('gemv is the product with a column, in both precisions', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, fc.nat(1e6), fc.boolean(), async (m, n, seed, transA) => {
        const a = table(m, n, seed);
        const x = table(n, 1, seed + 1);
        const y = table(m, 1, seed + 2).flat();
        const product = multiply(a, x, 1).flat();
        const A = transA ? flat(transpose(a, n), m) : flat(a, n);
        const plain = await gemv(A, x.flat(), { transA });
        expect(plain).toBeInstanceOf(Float64Array);
        expect(relativeDifference(plain, product)).toBeLessThanOrEqual(DOUBLE);
        const added = await gemv(A, Float64Array.from(x.flat()), { transA, alpha: -2, beta: 3, y });
        const expected = y.map((value, i) => 3 * value - 2 * product[i]);
        expect(relativeDifference(added, expected)).toBeLessThanOrEqual(DOUBLE);
        const floats = transA ? flatFloats(transpose(a, n), m) : flatFloats(a, n);
        const single = await gemv(floats, Float32Array.from(x.flat()), { transA });
        expect(single).toBeInstanceOf(Float32Array);
        expect(relativeDifference(single, product)).toBeLessThanOrEqual(SINGLE);
      }),
      { numRuns: 40 },
    );
  });

  test('gemv gives the same bits for any number of threads', async () => {
    const A = flat(table(1500, 1400, 7), 1400);
    for (const transA of [false, true]) {
      const x = table(transA ? 1500 : 1400, 1, 8).flat();
      const one = await gemv(A, x, { transA, threads: 1 });
      for (const threads of [2, 3, 5]) expect(await gemv(A, x, { transA, threads })).toEqual(one);
    }
  });

  test('ger adds the outer product', async () => {
    const A = table(3, 4, 1);
    const found = await ger([1, 2, 3], [1, 0, -1, 4], { alpha: 2, A });
    const expected = A.map((row, i) => row.map((value, j) => value + 2 * (i + 1) * [1, 0, -1, 4][j]));
    expect(relativeDifference(found.to1DArray(), expected.flat())).toBeLessThanOrEqual(DOUBLE);
  });

  test('refuse what does not fit', async () => {
    await expect(gemv([[1, 2]], [1])).rejects.toThrow(ShapeError);
    await expect(gemv([[1, 2]], [1, 2], { y: [1, 2] })).rejects.toThrow(ShapeError);
    await expect(gemv([[1, 2]], [1, 2], { beta: 1 })).rejects.toThrow(ParameterError);
    await expect(gemv([[1, 2]], [1, null as unknown as number])).rejects.toThrow(NonFiniteError);
    await expect(ger([1], [1, 2], { A: [[1]] })).rejects.toThrow(ShapeError);
  });
});
