import { checkOneOf, ShapeError } from '@tenfold/core';
import type { Matrix } from 'ml-matrix';

import { kernelEngine } from '../kernels/create.js';
import type { KernelEngine } from '../kernels/engine.js';
import { type Scope, withScope } from '../kernels/scope.js';
import { workMeter } from '../work-meter.js';
import { checkSquare } from './cholesky.js';
import { NotPositiveDefiniteError } from './errors.js';
import type { BlasMatrix, FloatMatrix } from './flat-matrix.js';
import { exchangeRows, getrf } from './getrf.js';
import { openOperand, type Operand } from './operand.js';
import { type CheckedRun, checkRun, type RunOptions } from './options.js';
import { potrf } from './potrf.js';
import { give, numbersOf, store, type StoredMatrix, transposed } from './stored-matrix.js';
import { solveTriangle } from './triangular.js';

const KINDS = ['auto', 'positive-definite', 'general'] as const;

/** Options of `solve`. */
export interface SolveOptions extends RunOptions {
  /**
   * What A is known to be. `'positive-definite'`: symmetric too, so that only the lower triangle is read (Cholesky);
   * `'general'`: LU with partial pivoting; `'auto'` (default): Cholesky when A is symmetric and it succeeds, otherwise LU.
   */
  kind?: (typeof KINDS)[number];
}

/**
 * Solves A·X = B: ml-matrix's `solve(A, B)` for a square A, on all processors.
 *
 * @param A n × n
 * @param B n × m, a right-hand side a column
 * @returns X, n × m: an ml-matrix Matrix, or a flat matrix of floats when A and B are such
 * @throws SingularMatrixError when A has no inverse
 * @throws NotPositiveDefiniteError when `kind` says that A is, and it is not
 * @throws ShapeError when A is not square or B has another number of rows
 * @throws NonFiniteError when a value is NaN or infinite
 * @example
 * const X = await solve([[4, 1], [1, 3]], [[1], [2]]);
 */
export function solve(A: FloatMatrix, B: FloatMatrix, options?: SolveOptions): Promise<FloatMatrix>;
export function solve(A: BlasMatrix, B: BlasMatrix, options?: SolveOptions): Promise<Matrix>;
export async function solve(
  A: BlasMatrix,
  B: BlasMatrix,
  options: SolveOptions = {},
): Promise<Matrix | FloatMatrix> {
  const a = openOperand(OWNER, 'A', A);
  const b = openOperand(OWNER, 'B', B);
  checkSquare(OWNER, 'A', a);
  if (b.rows !== a.rows) throw new ShapeError(OWNER, `B to have as many rows as A (${a.rows})`, `${b.rows}`);
  const kind = options.kind === undefined ? 'auto' : checkOneOf(OWNER, 'kind', options.kind, KINDS);
  const run = checkRun(OWNER, options);
  const how = { size: a.single && b.single ? 4 : 8, finite: OWNER, signal: run.signal } as const;
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const right = await store(scope, b, how);
    const task = { engine, scope, a, right, how, run };
    if (kind === 'general' || !(await solveByCholesky(task, kind))) await solveByLu(task);
    return give(scope.memory, right, run.signal);
  });
}

const OWNER = 'solve';

interface Solve {
  readonly engine: KernelEngine;
  readonly scope: Scope;
  readonly a: Operand;
  readonly right: StoredMatrix;
  readonly how: { readonly size: 4 | 8; readonly finite: string; readonly signal: AbortSignal | undefined };
  readonly run: CheckedRun;
}

/** Whether it could be: with `'auto'`, A may turn out to be none of that kind. */
async function solveByCholesky(task: Solve, kind: 'auto' | 'positive-definite'): Promise<boolean> {
  const { engine, scope, a, right, how, run } = task;
  const matrix = await store(scope, a, how);
  if (kind === 'auto' && !(await isSymmetric(scope, matrix, run.signal))) return false;
  try {
    await potrf(engine, scope, { owner: OWNER, matrix, ...run });
  } catch (error) {
    if (kind === 'auto' && error instanceof NotPositiveDefiniteError) return false;
    throw error;
  }
  await solveTriangle(engine, { t: matrix, b: right, upper: false, unit: false, ...run });
  await solveTriangle(engine, { t: transposed(matrix), b: right, upper: true, unit: false, ...run });
  return true;
}

async function solveByLu({ engine, scope, a, right, how, run }: Solve): Promise<void> {
  const matrix = await store(scope, a, how);
  const pivots = await getrf(engine, scope, { owner: OWNER, matrix, ...run });
  exchangeRows(scope, right, pivots);
  await solveTriangle(engine, { t: matrix, b: right, upper: false, unit: true, ...run });
  await solveTriangle(engine, { t: matrix, b: right, upper: true, unit: false, ...run });
}

async function isSymmetric(scope: Scope, matrix: StoredMatrix, signal?: AbortSignal): Promise<boolean> {
  const n = matrix.rows;
  for (let i = 0; i < n; i++) {
    const numbers = numbersOf(scope.memory, matrix);
    for (let j = 0; j < i; j++) if (numbers[i * n + j] !== numbers[j * n + i]) return false;
    await workMeter.spend(i, signal);
  }
  return true;
}
