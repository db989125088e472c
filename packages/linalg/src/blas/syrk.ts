import { ParameterError, ShapeError } from '@tenfold/core';
import type { Matrix } from 'ml-matrix';

import { kernelEngine } from '../kernels/create.js';
import { withScope } from '../kernels/scope.js';
import type { BlasMatrix, FloatMatrix } from './flat-matrix.js';
import { openOperand } from './operand.js';
import { checkFactor, checkRun, checkSwitch, type RunOptions } from './options.js';
import { product } from './product.js';
import { give, mirrorLower, reserve, store, transposed } from './stored-matrix.js';

/** Options of `syrk`. */
export interface SyrkOptions extends RunOptions {
  /** Multiplies the product; a finite number, default 1. */
  alpha?: number;
  /** Multiplies `C`; a finite number, default 1 when `C` is given. */
  beta?: number;
  /** Added to the product; n × n and symmetric: of it only the lower triangle is read. */
  C?: BlasMatrix | undefined;
  /** A'·A instead of A·A'. Default false. */
  transA?: boolean;
}

/**
 * The product of a matrix and its own transpose, alpha·A·A' + beta·C, at half the work of `gemm`. BLAS's syrk, except
 * that both triangles are filled: the result is symmetric to the bit.
 *
 * @param A n × k (k × n when `transA`)
 * @returns n × n: an ml-matrix Matrix, or a flat matrix of floats when A (and C) are such
 * @throws ShapeError, ParameterError, MemoryLimitError as `gemm`
 */
export function syrk(
  A: FloatMatrix,
  options?: SyrkOptions & { C?: FloatMatrix | undefined },
): Promise<FloatMatrix>;
export function syrk(A: BlasMatrix, options?: SyrkOptions): Promise<Matrix>;
export async function syrk(A: BlasMatrix, options: SyrkOptions = {}): Promise<Matrix | FloatMatrix> {
  return multiplyByItself('syrk', A, options);
}

/**
 * The Gram matrix A'·A of the columns of A: ml-matrix's `A.transpose().mmul(A)`, at half the work; see `syrk`.
 *
 * @param A one sample a row
 * @returns columns × columns
 */
export function gram(A: FloatMatrix, options?: RunOptions): Promise<FloatMatrix>;
export function gram(A: BlasMatrix, options?: RunOptions): Promise<Matrix>;
export async function gram(
  A: BlasMatrix,
  { threads, signal }: RunOptions = {},
): Promise<Matrix | FloatMatrix> {
  return multiplyByItself('gram', A, { transA: true, threads, signal });
}

async function multiplyByItself(
  owner: string,
  A: BlasMatrix,
  options: SyrkOptions,
): Promise<Matrix | FloatMatrix> {
  const a = openOperand(owner, 'A', A);
  const c = options.C === undefined ? undefined : openOperand(owner, 'C', options.C);
  const flip = checkSwitch(owner, 'transA', options.transA);
  const alpha = checkFactor(owner, 'alpha', options.alpha, 1);
  const beta = checkFactor(owner, 'beta', options.beta, c === undefined ? 0 : 1);
  if (c === undefined && beta !== 0) throw new ParameterError(owner, 'beta', '0 when there is no C', beta);
  const n = flip ? a.columns : a.rows;
  if (c !== undefined && (c.rows !== n || c.columns !== n)) {
    throw new ShapeError(owner, `C to be ${n} × ${n}`, `${c.rows} × ${c.columns}`);
  }
  const { threads, signal } = checkRun(owner, options);
  const size = a.single && c?.single !== false ? 4 : 8;
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const stored = await store(scope, a, { size, signal });
    const left = flip ? transposed(stored) : stored;
    const added = c !== undefined && beta !== 0;
    const out = added ? await store(scope, c, { size, signal }) : reserve(scope, n, n, size);
    await product(engine, {
      a: left,
      b: transposed(left),
      c: out,
      alpha,
      beta,
      lower: true,
      threads,
      signal,
    });
    await mirrorLower(scope.memory, out, signal);
    return give(scope.memory, out, signal);
  });
}
