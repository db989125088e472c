import type { Matrix } from 'ml-matrix';

import type { BlasMatrix, FloatMatrix } from './flat-matrix.js';
import { multiply } from './gemm.js';
import type { RunOptions } from './options.js';

/**
 * A·B: ml-matrix's `A.mmul(B)` on all processors; see `gemm`.
 *
 * @param A m × k
 * @param B k × n
 * @throws ShapeError when A has another number of columns than B has rows
 * @example
 * const product = await mmul(A, B);
 */
export function mmul(A: FloatMatrix, B: FloatMatrix, options?: RunOptions): Promise<FloatMatrix>;
export function mmul(A: BlasMatrix, B: BlasMatrix, options?: RunOptions): Promise<Matrix>;
export function mmul(
  A: BlasMatrix,
  B: BlasMatrix,
  { threads, signal }: RunOptions = {},
): Promise<Matrix | FloatMatrix> {
  return multiply('mmul', A, B, { threads, signal });
}

/**
 * A'·B without making A': ml-matrix's `A.transpose().mmul(B)` on all processors; see `gemm`.
 *
 * @param A k × m
 * @param B k × n
 * @throws ShapeError when A and B differ in rows
 */
export function transposeMmul(A: FloatMatrix, B: FloatMatrix, options?: RunOptions): Promise<FloatMatrix>;
export function transposeMmul(A: BlasMatrix, B: BlasMatrix, options?: RunOptions): Promise<Matrix>;
export function transposeMmul(
  A: BlasMatrix,
  B: BlasMatrix,
  { threads, signal }: RunOptions = {},
): Promise<Matrix | FloatMatrix> {
  return multiply('transposeMmul', A, B, { transA: true, threads, signal });
}

/**
 * A·B' without making B': ml-matrix's `A.mmul(B.transpose())` on all processors; see `gemm`.
 *
 * @param A m × k
 * @param B n × k
 * @throws ShapeError when A and B differ in columns
 */
export function mmulTranspose(A: FloatMatrix, B: FloatMatrix, options?: RunOptions): Promise<FloatMatrix>;
export function mmulTranspose(A: BlasMatrix, B: BlasMatrix, options?: RunOptions): Promise<Matrix>;
export function mmulTranspose(
  A: BlasMatrix,
  B: BlasMatrix,
  { threads, signal }: RunOptions = {},
): Promise<Matrix | FloatMatrix> {
  return multiply('mmulTranspose', A, B, { transB: true, threads, signal });
}
