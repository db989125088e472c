import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import fc from 'fast-check';
import { MatrixTransposeView } from 'ml-matrix';

import {
  type AbstractMatrix,
  type BlasMatrix,
  ByteMatrix,
  gemm,
  kernelBackend,
  Matrix,
  MemoryLimitError,
} from '../src/index.js';
import { flat, flatFloats, multiply, relativeDifference, table, transpose } from './blas-reference.js';

/** Rounding of a sum of a few hundred products of numbers up to 1. */
const DOUBLE = 1e-13;
const SINGLE = 1e-5;

/** Sizes around those of tiles, panels, slabs and blocks. */
const size = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom(31, 32, 33, 64, 127, 129, 255, 256, 257, 300),
);

function cells(matrix: AbstractMatrix): number[] {
  return matrix.to2DArray().flat();
}

/** The first half of the SHA-256 of the numbers' bytes. */
function digest(numbers: Float64Array | Float32Array): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** What posting a buffer to a worker does to it here. */
function transferAway(data: Float64Array): void {
  structuredClone(data, { transfer: [data.buffer as ArrayBuffer] });
}

describe('gemm', () => {
  test('agrees with the sum of products for any shape, transposed or not, in both precisions', async () => {
    const shapes = fc.record({
      m: size,
      k: size,
      n: size,
      seed: fc.nat(1e6),
      transA: fc.boolean(),
      transB: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shapes, async ({ m, k, n, seed, transA, transB }) => {
        const a = table(m, k, seed);
        const b = table(k, n, seed + 1);
        const expected = multiply(a, b, n).flat();
        const A = transA ? { rows: transpose(a, k), columns: m } : { rows: a, columns: k };
        const B = transB ? { rows: transpose(b, n), columns: k } : { rows: b, columns: n };
        const double = await gemm(flat(A.rows, A.columns), flat(B.rows, B.columns), { transA, transB });
        expect([double.rows, double.columns]).toEqual([m, n]);
        expect(relativeDifference(cells(double), expected)).toBeLessThanOrEqual(DOUBLE);
        const single = await gemm(flatFloats(A.rows, A.columns), flatFloats(B.rows, B.columns), {
          transA,
          transB,
        });
        expect([single.rows, single.columns]).toEqual([m, n]);
        expect(relativeDifference(single.data, expected)).toBeLessThanOrEqual(SINGLE);
      }),
      { numRuns: 60 },
    );
  });

  test('adds beta·C to alpha times the product', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, size, fc.nat(1e6), async (m, k, n, seed) => {
        const [a, b, c] = [table(m, k, seed), table(k, n, seed + 1), table(m, n, seed + 2)];
        const plain = multiply(a, b, n).flat();
        const expected = c.flat().map((value, i) => -0.5 * plain[i] + 2 * value);
        const C = flat(c, n);
        const given = C.data.slice();
        const found = await gemm(flat(a, k), flat(b, n), { alpha: -0.5, beta: 2, C });
        expect(relativeDifference(cells(found), expected)).toBeLessThanOrEqual(DOUBLE);
        expect(C.data).toEqual(given);
      }),
      { numRuns: 40 },
    );
  });

  test('takes matrices of every kind and gives an ml-matrix matrix', async () => {
    const rows = [
      [1, 2, 250],
      [4, 5, 6],
    ];
    const kinds: BlasMatrix[] = [
      rows,
      rows.map((row) => Float32Array.from(row)),
      rows.map((row) => Uint8Array.from(row)),
      new Matrix(rows),
      new MatrixTransposeView(new Matrix(rows).transpose()),
      new ByteMatrix(2, 3, Uint8Array.from(rows.flat())),
      flat(rows, 3),
      flatFloats(rows, 3),
    ];
    const expected = new Matrix(rows).mmul(new Matrix(rows).transpose()).to2DArray();
    for (const A of kinds) {
      for (const B of kinds.slice(0, -1)) {
        const found = await gemm(A, B, { transB: true });
        expect(Matrix.isMatrix(found)).toBe(true);
        expect(found.to2DArray()).toEqual(expected);
      }
    }
  });

  test('gives the same bits for any number of threads', async () => {
    const [a, b] = [flat(table(301, 530, 1), 530), flat(table(530, 270, 2), 270)];
    const [e, f] = [flatFloats(table(301, 530, 1), 530), flatFloats(table(530, 270, 2), 270)];
    const double = cells(await gemm(a, b, { threads: 1 }));
    const single = (await gemm(e, f, { threads: 1 })).data;
    for (const threads of [2, 3, 5]) {
      expect(cells(await gemm(a, b, { threads }))).toEqual(double);
      expect((await gemm(e, f, { threads })).data).toEqual(single);
    }
  });

  test('is the plain sum over slabs of 256 to the bit', async () => {
    const [a, b] = [table(37, 600, 3), table(600, 21, 4)];
    const bySlabs = (round: (value: number) => number): number[] =>
      a.flatMap((row) =>
        b[0].map((_, j) => {
          let total = 0;
          for (let first = 0; first < 600; first += 256) {
            let sum = 0;
            for (let k = first; k < Math.min(first + 256, 600); k++) {
              sum = round(sum + round(round(row[k]) * round(b[k][j])));
            }
            total = round(sum + total);
          }
          return total;
        }),
      );
    expect(cells(await gemm(a, b))).toEqual(bySlabs((value) => value));
    const single = await gemm(flatFloats(a, 600), flatFloats(b, 21));
    expect(Array.from(single.data)).toEqual(bySlabs(Math.fround));
  });

  test('gives these bits everywhere', async () => {
    const double = await gemm(table(70, 600, 1), table(600, 50, 2));
    expect(digest(Float64Array.from(cells(double)))).toBe('40533c63e3a5c688ca6a50d4d4bdc576');
    const single = await gemm(flatFloats(table(70, 600, 1), 600), flatFloats(table(600, 50, 2), 50));
    expect(digest(single.data)).toBe('a709e6e6873e8bb19f9a3cfe9a40df4c');
  });

  test('lets NaN and infinities through, as BLAS does, but not from a C that does not count', async () => {
    const found = await gemm(
      [
        [NaN, 1],
        [1, 2],
      ],
      [[1], [Infinity]],
    );
    expect(cells(found)).toEqual([NaN, Infinity]);
    const without = await gemm([[1]], [[2]], { beta: 0, C: [[NaN]] });
    expect(cells(without)).toEqual([2]);
  });

  test('over nothing leaves beta·C', async () => {
    expect((await gemm([[], []], flat([], 3), { beta: 3, C: table(2, 3, 5) })).to2DArray()).toEqual(
      table(2, 3, 5).map((row) => row.map((value) => 3 * value)),
    );
    expect(cells(await gemm([[], []], flat([], 3)))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('refuses shapes that do not fit', async () => {
    const square = table(2, 2, 1);
    await expect(gemm(square, table(3, 2, 1))).rejects.toThrow(ShapeError);
    await expect(gemm(table(3, 2, 1), square, { transA: true })).rejects.toThrow(ShapeError);
    await expect(gemm(square, square, { C: table(2, 3, 1) })).rejects.toThrow(ShapeError);
    await expect(gemm([[1, 2], [3]], square)).rejects.toThrow(ShapeError);
    await expect(gemm('matrix' as unknown as Matrix, square)).rejects.toThrow(ShapeError);
    await expect(gemm({ rows: 2, columns: 2, data: new Float64Array(5) }, square)).rejects.toThrow(
      ShapeError,
    );
    await expect(gemm({ rows: -1, columns: -4, data: new Float64Array(4) }, square)).rejects.toThrow(
      ShapeError,
    );
  });

  test('refuses a buffer that was transferred away, before and during the call', async () => {
    const early = flat(table(2, 2, 1), 2);
    transferAway(early.data);
    await expect(gemm(early, table(2, 2, 1))).rejects.toThrow(ShapeError);
    const late = flat(table(600, 600, 1), 600);
    const call = gemm(table(600, 600, 2), late);
    transferAway(late.data);
    await expect(call).rejects.toThrow(ShapeError);
  });

  test('gives its memory back, also when it fails, and says when it would not fit', async () => {
    const a = table(40, 40, 1);
    await gemm(a, a);
    const before = kernelBackend().bytesUsed;
    for (let i = 0; i < 20; i++) await gemm(a, a);
    await expect(gemm(a, [[...a[0].slice(1), 'x' as unknown as number], ...a.slice(1)])).rejects.toThrow(
      NonFiniteError,
    );
    const column = { rows: 70_000, columns: 1, data: new Float64Array(70_000) };
    await expect(gemm(column, column, { transB: true })).rejects.toThrow(MemoryLimitError);
    expect(kernelBackend().bytesUsed).toBe(before);
  });

  test('refuses options outside their range', async () => {
    const square = table(2, 2, 1);
    await expect(gemm(square, square, { alpha: NaN })).rejects.toThrow(ParameterError);
    await expect(gemm(square, square, { beta: 1 })).rejects.toThrow(ParameterError);
    await expect(gemm(square, square, { threads: 0 })).rejects.toThrow(ParameterError);
    await expect(gemm(square, square, { transA: 'T' as unknown as boolean })).rejects.toThrow(ParameterError);
  });

  test('stops when cancelled', async () => {
    const reason = new Error('enough');
    await expect(gemm([[1]], [[1]], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const a = flat(table(900, 900, 1), 900);
    const call = gemm(a, a, { signal: controller.signal });
    setImmediate(() => controller.abort(reason));
    await expect(call).rejects.toBe(reason);
  });
});
