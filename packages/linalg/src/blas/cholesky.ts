import { ShapeError } from '@tenfold/core';
import type { Matrix } from 'ml-matrix';

import { kernelEngine } from '../kernels/create.js';
import { withScope } from '../kernels/scope.js';
import type { BlasMatrix, FloatMatrix } from './flat-matrix.js';
import { openOperand, type Operand } from './operand.js';
import { checkRun, type RunOptions } from './options.js';
import { clearUpper, potrf } from './potrf.js';
import { give, store } from './stored-matrix.js';

/**
 * The Cholesky factor of a symmetric positive definite matrix: the lower triangle L with L·L' = A. LAPACK's potrf;
 * ml-matrix's `new CholeskyDecomposition(A).lowerTriangularMatrix`.
 *
 * @param A n × n, symmetric: only its lower triangle is read
 * @returns n × n with zeros above the diagonal: an ml-matrix Matrix, or a flat matrix of floats when A is such
 * @throws NotPositiveDefiniteError with the row of the first pivot that is not above 0
 * @throws ShapeError when A is not square
 * @throws NonFiniteError when a value is NaN or infinite
 */
export function cholesky(A: FloatMatrix, options?: RunOptions): Promise<FloatMatrix>;
export function cholesky(A: BlasMatrix, options?: RunOptions): Promise<Matrix>;
export async function cholesky(A: BlasMatrix, options: RunOptions = {}): Promise<Matrix | FloatMatrix> {
  const owner = 'cholesky';
  const a = openOperand(owner, 'A', A);
  checkSquare(owner, 'A', a);
  const run = checkRun(owner, options);
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const matrix = await store(scope, a, { size: a.single ? 4 : 8, finite: owner, signal: run.signal });
    await potrf(engine, scope, { owner, matrix, ...run });
    await clearUpper(scope, matrix, run.signal);
    return give(scope.memory, matrix, run.signal);
  });
}

/**
 * Checks that a matrix has as many rows as columns.
 *
 * @throws ShapeError when it has not
 */
export function checkSquare(owner: string, name: string, { rows, columns }: Operand): void {
  if (rows !== columns) throw new ShapeError(owner, `${name} to be square`, `${rows} × ${columns}`);
}
