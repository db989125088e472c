import { ParameterError } from '@tenfold/core';
import type { Matrix } from 'ml-matrix';

import { kernelEngine } from '../kernels/create.js';
import { KERNEL } from '../kernels/job-layout.js';
import { withScope } from '../kernels/scope.js';
import type { BlasMatrix, BlasVector } from './flat-matrix.js';
import { multiply } from './gemm.js';
import { openOperand } from './operand.js';
import { checkFactor, checkRun, checkSwitch, type RunOptions } from './options.js';
import { store, transposed } from './stored-matrix.js';
import { checkVector, elementsOf, sizeFor, storeVector } from './vector.js';

/** Rows of a block, from wide matrices to narrow ones. */
const LEAST_ROWS = 16;
const MOST_ROWS = 1024;
/** Numbers of A that a block is to have. */
const WANTED_NUMBERS = 1 << 15;

/** Options of `gemv`. */
export interface GemvOptions extends RunOptions {
  /** Multiplies the product; a finite number, default 1. */
  alpha?: number;
  /** Multiplies `y`; a finite number, default 1 when `y` is given. */
  beta?: number;
  /** Added to the product. It is read, not written. */
  y?: BlasVector | undefined;
  /** Take A's transpose. Default false. */
  transA?: boolean;
}

/**
 * The product of a matrix and a vector, alpha·op(A)·x + beta·y. BLAS's gemv.
 *
 * @param A m × n (n × m when `transA`)
 * @param x n numbers
 * @returns m numbers: a Float32Array when A is a flat matrix of floats and x (and y) are Float32Arrays, otherwise a Float64Array
 * @throws ShapeError when shapes do not fit
 * @throws ParameterError on an option outside its range
 */
export async function gemv(
  A: BlasMatrix,
  x: BlasVector,
  options: GemvOptions = {},
): Promise<Float64Array | Float32Array> {
  const owner = 'gemv';
  const a = openOperand(owner, 'A', A);
  const flip = checkSwitch(owner, 'transA', options.transA);
  const [m, n] = flip ? [a.columns, a.rows] : [a.rows, a.columns];
  checkVector(owner, 'x', x, n);
  if (options.y !== undefined) checkVector(owner, 'y', options.y, m);
  const alpha = checkFactor(owner, 'alpha', options.alpha, 1);
  const beta = checkFactor(owner, 'beta', options.beta, options.y === undefined ? 0 : 1);
  if (options.y === undefined && beta !== 0)
    throw new ParameterError(owner, 'beta', '0 when there is no y', beta);
  const run = checkRun(owner, options);
  const size = a.single ? sizeFor(x, options.y) : 8;
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const stored = await store(scope, a, { size, signal: run.signal });
    const matrix = flip ? transposed(stored) : stored;
    const vector = storeVector(scope, owner, x, size);
    const out = storeVector(scope, owner, options.y ?? new Float64Array(m), size);
    const each = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, Math.ceil(WANTED_NUMBERS / Math.max(1, n))));
    await engine.run({
      kernel: size === 4 ? KERNEL.gemvF32 : KERNEL.gemvF64,
      blocks: Math.ceil(m / each),
      integers: [m, n, matrix.at, matrix.rowStride, matrix.columnStride, vector.at, out.at, each],
      doubles: [alpha, beta],
      work: m * n,
      inPlace: beta !== 0,
      ...run,
    });
    return elementsOf(scope, out).slice();
  });
}

/** Options of `ger`. */
export interface GerOptions extends RunOptions {
  /** Multiplies the product; a finite number, default 1. */
  alpha?: number;
  /** Added to the product; m × n. It is read, not written. */
  A?: BlasMatrix | undefined;
}

/**
 * The outer product of two vectors, alpha·x·y' + A. BLAS's ger.
 *
 * @param x m numbers
 * @param y n numbers
 * @returns m × n
 * @throws ShapeError when A has another shape
 * @throws ParameterError on an option outside its range
 */
export async function ger(
  x: BlasVector,
  y: BlasVector,
  { A, alpha = 1, threads, signal }: GerOptions = {},
): Promise<Matrix> {
  checkVector('ger', 'x', x);
  checkVector('ger', 'y', y);
  const column = { rows: x.length, columns: 1, data: Float64Array.from(x) };
  const row = { rows: 1, columns: y.length, data: Float64Array.from(y) };
  return multiply('ger', column, row, { alpha, C: A, threads, signal }) as Promise<Matrix>;
}
