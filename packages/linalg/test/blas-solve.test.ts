import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import fc from 'fast-check';

import {
  cholesky,
  Matrix,
  NotPositiveDefiniteError,
  SingularMatrixError,
  solve,
  trsm,
} from '../src/index.js';
import * as slow from './blas-reference.js';

const size = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(31, 63, 64, 65, 130, 200));
const columns = fc.constantFrom(0, 1, 2, 5, 33, 40);

/** A symmetric matrix whose eigenvalues are at least 1. */
function definite(n: number, seed: number): slow.Table {
  const a = slow.table(n, n, seed);
  const product = slow.multiply(a, slow.transpose(a, n), n);
  return product.map((row, i) => row.map((value, j) => (i === j ? value + 1 : value)));
}

/** A triangle that is well conditioned. */
function triangle(n: number, seed: number, upper: boolean, unit: boolean): slow.Table {
  return slow.table(n, n, seed).map((row, i) =>
    row.map((value, j) => {
      if (i === j) return unit ? 1 : 2 + value;
      return (upper ? j > i : j < i) ? value / n : 0;
    }),
  );
}

describe('cholesky', () => {
  test('is the factor that the definition gives, and its product is the matrix', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(1e6), async (n, seed) => {
        const a = definite(n, seed);
        const found = await cholesky(a);
        expect(slow.relativeDifference(found.to1DArray(), slow.cholesky(a).flat())).toBeLessThanOrEqual(
          1e-12,
        );
        const product = found.mmul(found.transpose());
        expect(slow.relativeDifference(product.to1DArray(), a.flat())).toBeLessThanOrEqual(1e-13);
        const single = await cholesky(slow.flatFloats(a, n));
        expect(slow.relativeDifference(single.data, found.to1DArray())).toBeLessThanOrEqual(1e-4);
      }),
      { numRuns: 25 },
    );
  });

  test('reads the lower triangle alone and gives the same bits for any number of threads', async () => {
    const a = definite(330, 5);
    const scribbled = a.map((row, i) => row.map((value, j) => (j > i ? 1e9 : value)));
    const one = (await cholesky(a, { threads: 1 })).to1DArray();
    expect((await cholesky(scribbled)).to1DArray()).toEqual(one);
    for (const threads of [2, 3, 5]) expect((await cholesky(a, { threads })).to1DArray()).toEqual(one);
  });

  test('says which pivot is not above 0', async () => {
    for (const row of [0, 1, 63, 64, 100]) {
      const a = definite(120, 2);
      a[row][row] = -1;
      const failure = cholesky(a);
      await expect(failure).rejects.toThrow(NotPositiveDefiniteError);
      await expect(failure).rejects.toMatchObject({ pivot: row, owner: 'cholesky', kind: 'input' });
    }
  });

  test('refuses other shapes and values', async () => {
    await expect(cholesky([[1, 2]])).rejects.toThrow(ShapeError);
    await expect(cholesky([[NaN]])).rejects.toThrow(NonFiniteError);
    await expect(
      cholesky([
        [1, 0],
        [Infinity, 1],
      ]),
    ).rejects.toMatchObject({ row: 1, column: 0 });
  });
});

describe('trsm', () => {
  test('undoes the product with the triangle, whichever it is', async () => {
    const cases = fc.record({
      n: size,
      m: columns,
      seed: fc.nat(1e6),
      upper: fc.boolean(),
      transT: fc.boolean(),
      unit: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ n, m, seed, upper, transT, unit }) => {
        const t = triangle(n, seed, upper, unit);
        const x = slow.table(n, m, seed + 1);
        const b = slow.multiply(transT ? slow.transpose(t, n) : t, x, m);
        // What is not of the triangle must not be read.
        const given = t.map((row, i) =>
          row.map((value, j) => ((upper ? j < i : j > i) || (unit && i === j) ? NaN : value)),
        );
        const found = await trsm(given, slow.flat(b, m), { upper, transT, unit });
        expect(slow.relativeDifference(found.to1DArray(), x.flat())).toBeLessThanOrEqual(1e-12);
        const single = await trsm(slow.flatFloats(given, n), slow.flatFloats(b, m), { upper, transT, unit });
        expect(slow.relativeDifference(single.data, x.flat())).toBeLessThanOrEqual(1e-4);
      }),
      { numRuns: 60 },
    );
  });

  test('refuses zeros on the diagonal and other shapes', async () => {
    await expect(
      trsm(
        [
          [1, 0],
          [1, 0],
        ],
        [[1], [1]],
      ),
    ).rejects.toMatchObject({ column: 1 });
    expect((await trsm([[0]], [[3]], { unit: true })).to2DArray()).toEqual([[3]]);
    await expect(trsm([[1, 2]], [[1]])).rejects.toThrow(ShapeError);
    await expect(trsm([[1]], [[1], [2]])).rejects.toThrow(ShapeError);
  });
});

describe('solve', () => {
  test('solves for symmetric positive definite and for general matrices', async () => {
    await fc.assert(
      fc.asyncProperty(size, columns, fc.nat(1e6), fc.boolean(), async (n, m, seed, symmetric) => {
        const a = symmetric
          ? definite(n, seed)
          : slow
              .table(n, n, seed)
              .map((row, i) => row.map((value, j) => (i === n - 1 - j ? value + n : value)));
        const x = slow.table(n, m, seed + 1);
        const b = slow.multiply(a, x, m);
        const found = await solve(a, slow.flat(b, m));
        expect(slow.relativeDifference(found.to1DArray(), x.flat())).toBeLessThanOrEqual(1e-8);
        const general = await solve(a, slow.flat(b, m), { kind: 'general' });
        expect(slow.relativeDifference(general.to1DArray(), x.flat())).toBeLessThanOrEqual(1e-8);
      }),
      { numRuns: 40 },
    );
  });

  test('solves where a symmetric matrix is not definite', async () => {
    const X = await solve(
      [
        [0, 1],
        [1, 0],
      ],
      [[2], [3]],
    );
    expect(X.to2DArray()).toEqual([[3], [2]]);
    await expect(
      solve(
        [
          [0, 1],
          [1, 0],
        ],
        [[2], [3]],
        { kind: 'positive-definite' },
      ),
    ).rejects.toThrow(NotPositiveDefiniteError);
  });

  test('takes floats and gives floats', async () => {
    const X = await solve(
      slow.flatFloats(
        [
          [4, 1],
          [1, 3],
        ],
        2,
      ),
      slow.flatFloats([[1], [2]], 1),
    );
    expect(X.data).toBeInstanceOf(Float32Array);
    expect(slow.relativeDifference(X.data, [1 / 11, 7 / 11])).toBeLessThanOrEqual(1e-6);
  });

  test('gives the same bits for any number of threads', async () => {
    const a = new Matrix(slow.table(300, 300, 9));
    const b = new Matrix(slow.table(300, 70, 8));
    const one = (await solve(a, b, { threads: 1 })).to1DArray();
    for (const threads of [2, 3, 5]) expect((await solve(a, b, { threads })).to1DArray()).toEqual(one);
  });

  test('says which column has no pivot', async () => {
    const a = slow.table(100, 100, 3).map((row) => row.map((value, j) => (j === 70 ? 0 : value)));
    const failure = solve(a, slow.table(100, 1, 4));
    await expect(failure).rejects.toThrow(SingularMatrixError);
    await expect(failure).rejects.toMatchObject({ column: 70, kind: 'input' });
  });

  test('refuses other shapes, values and kinds', async () => {
    await expect(solve([[1, 2]], [[1]])).rejects.toThrow(ShapeError);
    await expect(solve([[1]], [[1], [2]])).rejects.toThrow(ShapeError);
    await expect(solve([[NaN]], [[1]])).rejects.toThrow(NonFiniteError);
    await expect(solve([[1]], [[NaN]])).rejects.toThrow(NonFiniteError);
    await expect(solve([[1]], [[1]], { kind: 'qr' as 'auto' })).rejects.toThrow(ParameterError);
  });
});
