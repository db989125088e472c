import { ShapeError } from '@tenfold/core';
import type { Matrix } from 'ml-matrix';

import { kernelEngine } from '../kernels/create.js';
import { withScope } from '../kernels/scope.js';
import { checkSquare } from './cholesky.js';
import { SingularMatrixError } from './errors.js';
import type { BlasMatrix, FloatMatrix } from './flat-matrix.js';
import { openOperand } from './operand.js';
import { checkRun, checkSwitch, type RunOptions } from './options.js';
import { give, numbersOf, part, store, transposed } from './stored-matrix.js';
import { solveTriangle } from './triangular.js';

/** Options of `trsm`. */
export interface TrsmOptions extends RunOptions {
  /** T's upper triangle counts, instead of its lower one. Default false. */
  upper?: boolean;
  /** Solve T'·X = B. Default false. */
  transT?: boolean;
  /** T's diagonal counts as ones and is not read. Default false. */
  unit?: boolean;
}

/**
 * Solves op(T)·X = B for a triangle T. BLAS's trsm from the left with alpha 1.
 *
 * @param T n × n, of which only the triangle is read
 * @param B n × m, a right-hand side a column
 * @returns X, n × m: an ml-matrix Matrix, or a flat matrix of floats when T and B are such
 * @throws SingularMatrixError when there is a 0 on the diagonal
 * @throws ShapeError when T is not square or B has another number of rows
 */
export function trsm(T: FloatMatrix, B: FloatMatrix, options?: TrsmOptions): Promise<FloatMatrix>;
export function trsm(T: BlasMatrix, B: BlasMatrix, options?: TrsmOptions): Promise<Matrix>;
export async function trsm(
  T: BlasMatrix,
  B: BlasMatrix,
  options: TrsmOptions = {},
): Promise<Matrix | FloatMatrix> {
  const owner = 'trsm';
  const t = openOperand(owner, 'T', T);
  const b = openOperand(owner, 'B', B);
  checkSquare(owner, 'T', t);
  if (b.rows !== t.rows) throw new ShapeError(owner, `B to have as many rows as T (${t.rows})`, `${b.rows}`);
  const upper = checkSwitch(owner, 'upper', options.upper);
  const flip = checkSwitch(owner, 'transT', options.transT);
  const unit = checkSwitch(owner, 'unit', options.unit);
  const run = checkRun(owner, options);
  const how = { size: t.single && b.single ? 4 : 8, signal: run.signal } as const;
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const stored = await store(scope, t, how);
    const right = await store(scope, b, how);
    for (let i = 0; i < t.rows && !unit; i++) {
      if (numbersOf(scope.memory, part(stored, i, i, 1, 1))[0] === 0) throw new SingularMatrixError(owner, i);
    }
    const triangle = flip ? transposed(stored) : stored;
    await solveTriangle(engine, { t: triangle, b: right, upper: upper !== flip, unit, ...run });
    return give(scope.memory, right, run.signal);
  });
}
