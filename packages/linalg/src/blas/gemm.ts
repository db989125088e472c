import { ParameterError, ShapeError } from '@tenfold/core';
import type { Matrix } from 'ml-matrix';

import { kernelEngine } from '../kernels/create.js';
import { withScope } from '../kernels/scope.js';
import type { BlasMatrix, FloatMatrix } from './flat-matrix.js';
import { openOperand, type Operand } from './operand.js';
import { type CheckedRun, checkFactor, checkRun, checkSwitch, type RunOptions } from './options.js';
import { product } from './product.js';
import { give, reserve, store, transposed } from './stored-matrix.js';

/** Options of `gemm`. */
export interface GemmOptions extends RunOptions {
  /** Multiplies the product; a finite number, default 1. */
  alpha?: number;
  /** Multiplies `C`; a finite number, default 1 when `C` is given. */
  beta?: number;
  /** Added to the product; m × n. It is read, not written. */
  C?: BlasMatrix | undefined;
  /** Take A's transpose. Default false. */
  transA?: boolean;
  /** Take B's transpose. Default false. */
  transB?: boolean;
}

/**
 * The product of two matrices, alpha·op(A)·op(B) + beta·C, on all processors. BLAS's gemm; NaN and infinities
 * propagate, and with alpha or beta 0 as IEEE arithmetic has it, except that beta 0 leaves `C` unread.
 *
 * Floats (flat matrices over Float32Arrays) are multiplied in single precision, everything else in double. The bits of
 * the result depend on the inputs alone, neither on the number of threads nor on the machine: each element is summed
 * over k in order, in slabs of 256.
 *
 * @param A m × k (k × m when `transA`)
 * @param B k × n (n × k when `transB`)
 * @returns m × n: an ml-matrix Matrix, or a flat matrix of floats when A and B (and C) are such
 * @throws ShapeError when shapes do not fit or a buffer does not fill its shape
 * @throws ParameterError on an option outside its range
 * @throws MemoryLimitError when the matrices do not fit into the kernels' memory
 * @see Goto and van de Geijn, Anatomy of high-performance matrix multiplication, https://doi.org/10.1145/1356052.1356053
 * @example
 * const product = await gemm([[1, 2], [3, 4]], [[5], [6]]);
 */
export function gemm(
  A: FloatMatrix,
  B: FloatMatrix,
  options?: GemmOptions & { C?: FloatMatrix | undefined },
): Promise<FloatMatrix>;
export function gemm(A: BlasMatrix, B: BlasMatrix, options?: GemmOptions): Promise<Matrix>;
export async function gemm(
  A: BlasMatrix,
  B: BlasMatrix,
  options: GemmOptions = {},
): Promise<Matrix | FloatMatrix> {
  return multiply('gemm', A, B, options);
}

/** `gemm` in another function's name. */
export async function multiply(
  owner: string,
  A: BlasMatrix,
  B: BlasMatrix,
  options: GemmOptions,
): Promise<Matrix | FloatMatrix> {
  const a = openOperand(owner, 'A', A);
  const b = openOperand(owner, 'B', B);
  const c = options.C === undefined ? undefined : openOperand(owner, 'C', options.C);
  const flips = {
    a: checkSwitch(owner, 'transA', options.transA),
    b: checkSwitch(owner, 'transB', options.transB),
  };
  const alpha = checkFactor(owner, 'alpha', options.alpha, 1);
  const beta = checkFactor(owner, 'beta', options.beta, c === undefined ? 0 : 1);
  if (c === undefined && beta !== 0) throw new ParameterError(owner, 'beta', '0 when there is no C', beta);
  checkShapes(owner, a, b, c, flips);
  return run({ a, b, c, flips, alpha, beta, ...checkRun(owner, options) });
}

interface Flips {
  readonly a: boolean;
  readonly b: boolean;
}

function checkShapes(owner: string, a: Operand, b: Operand, c: Operand | undefined, flips: Flips): void {
  const [m, inner] = flips.a ? [a.columns, a.rows] : [a.rows, a.columns];
  const [depth, n] = flips.b ? [b.columns, b.rows] : [b.rows, b.columns];
  if (inner !== depth) {
    const words = `op(A) to have as many columns as op(B) has rows (${depth})`;
    throw new ShapeError(owner, words, `${inner}`);
  }
  if (c === undefined || (c.rows === m && c.columns === n)) return;
  throw new ShapeError(owner, `C to be ${m} × ${n}`, `${c.rows} × ${c.columns}`);
}

interface Gemm extends CheckedRun {
  readonly a: Operand;
  readonly b: Operand;
  readonly c: Operand | undefined;
  readonly flips: Flips;
  readonly alpha: number;
  readonly beta: number;
}

function run({ a, b, c, flips, alpha, beta, threads, signal }: Gemm): Promise<Matrix | FloatMatrix> {
  const single = a.single && b.single && c?.single !== false;
  const size = single ? 4 : 8;
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const storedA = await store(scope, a, { size, signal });
    const left = flips.a ? transposed(storedA) : storedA;
    const storedB = await store(scope, b, { size, signal });
    const right = flips.b ? transposed(storedB) : storedB;
    const out =
      c === undefined || beta === 0
        ? reserve(scope, left.rows, right.columns, size)
        : await store(scope, c, { size, signal });
    await product(engine, { a: left, b: right, c: out, alpha, beta, threads, signal });
    return give(scope.memory, out, signal);
  });
}
