import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { getrf } from '../src/blas/getrf.js';
import { potrf } from '../src/blas/potrf.js';
import { product } from '../src/blas/product.js';
import { numbersOf, part, type StoredMatrix, transposed } from '../src/blas/stored-matrix.js';
import { solveTriangle } from '../src/blas/triangular.js';
import { KernelEngine } from '../src/kernels/engine.js';
import { type Scope, withScope } from '../src/kernels/scope.js';
import { platform } from '../src/node/platform.js';

// Matrices in the middle of larger ones full of a number that no operation makes: nothing around them may change.

const engine = new KernelEngine(platform);
afterAll(() => engine.close());

const SENTINEL = 12_345.5;
const MARGIN = 3;
const run = { threads: 2, signal: undefined };

interface Framed {
  readonly whole: StoredMatrix;
  readonly inner: StoredMatrix;
}

function frame(scope: Scope, rows: number, columns: number, size: 4 | 8): Framed {
  const [tall, wide] = [rows + 2 * MARGIN, columns + 2 * MARGIN];
  const at = scope.allocate(tall * wide * size);
  const whole = { at, rows: tall, columns: wide, size, rowStride: wide * size, columnStride: size };
  numbersOf(scope.memory, whole).fill(SENTINEL);
  return { whole, inner: part(whole, MARGIN, MARGIN, rows, columns) };
}

/** Fills the inside: a dominant diagonal, so that every factorisation exists. */
function fill(scope: Scope, { whole, inner }: Framed): void {
  const numbers = numbersOf(scope.memory, whole);
  for (let i = 0; i < inner.rows; i++) {
    for (let j = 0; j < inner.columns; j++) {
      numbers[(i + MARGIN) * whole.columns + j + MARGIN] = i === j ? 2 * inner.rows : Math.sin(i + j);
    }
  }
}

function expectFrameUntouched(scope: Scope, { whole, inner }: Framed): void {
  const changed: number[] = [];
  numbersOf(scope.memory, whole).forEach((value, index) => {
    const [i, j] = [Math.floor(index / whole.columns) - MARGIN, (index % whole.columns) - MARGIN];
    const inside = i >= 0 && j >= 0 && i < inner.rows && j < inner.columns;
    if (!inside && value !== SENTINEL) changed.push(index);
  });
  expect(changed).toEqual([]);
}

const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(63, 64, 65, 131));
const precision = fc.constantFrom<4 | 8>(4, 8);

describe('nothing outside a matrix is written', () => {
  test('by a product, whole or of the lower triangle', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, size, precision, fc.boolean(), async (m, n, k, bytes, lower) => {
        const columns = lower ? m : n;
        await withScope(engine.memory, async (scope) => {
          const [a, b, c] = [
            frame(scope, m, k, bytes),
            frame(scope, k, columns, bytes),
            frame(scope, m, columns, bytes),
          ];
          for (const framed of [a, b, c]) fill(scope, framed);
          await product(engine, { a: a.inner, b: b.inner, c: c.inner, alpha: 1, beta: 1, lower, ...run });
          for (const framed of [a, b, c]) expectFrameUntouched(scope, framed);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('by factorisations and by solving with triangles', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, precision, fc.boolean(), async (n, m, bytes, upper) => {
        await withScope(engine.memory, async (scope) => {
          const [matrix, b] = [frame(scope, n, n, bytes), frame(scope, n, m, bytes)];
          for (const framed of [matrix, b]) fill(scope, framed);
          const t = upper ? transposed(matrix.inner) : matrix.inner;
          await solveTriangle(engine, { t, b: b.inner, upper, unit: false, ...run });
          expectFrameUntouched(scope, matrix);
          expectFrameUntouched(scope, b);
          await potrf(engine, scope, { owner: 'test', matrix: matrix.inner, ...run });
          expectFrameUntouched(scope, matrix);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('by the LU factorisation, which exchanges rows', async () => {
    await fc.assert(
      fc.asyncProperty(size, precision, async (n, bytes) => {
        await withScope(engine.memory, async (scope) => {
          const framed = frame(scope, n, n, bytes);
          fill(scope, framed);
          // The largest numbers on the other diagonal, so that every step exchanges rows.
          for (let i = 0; i < n; i++) {
            numbersOf(scope.memory, part(framed.inner, i, i, 1, 1))[0] = 0.5;
            numbersOf(scope.memory, part(framed.inner, i, n - 1 - i, 1, 1))[0] = 2 * n;
          }
          const pivots = await getrf(engine, scope, { owner: 'test', matrix: framed.inner, ...run });
          expect(pivots[0]).toBe(n - 1);
          expectFrameUntouched(scope, framed);
        });
      }),
      { numRuns: 20 },
    );
  });
});
