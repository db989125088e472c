import type { DesignMatrix, Preconditioner } from '@tenfold/linalg';

import type { Objective, OnIteration, SolverResult } from '../types.js';
import { lbfgs } from './lbfgs.js';
import type { PreconditionRefresh } from './options.js';

/** Multiply-adds of a pass over the rows above which steps are first taken in single precision. */
const MIXED_ABOVE = 100_000;

/** How L-BFGS runs on a logistic objective. */
export interface LbfgsTraining {
  /** Stops when the gradient's largest absolute entry is at most this, 0 or more. Default 1e-4. */
  tol?: number | undefined;
  /** Most iterations, 1 or more. Default 100. */
  maxIter?: number | undefined;
  /** Called after each iteration. */
  onIteration?: OnIteration | undefined;
}

/** The names of `LbfgsTraining`. */
export const TRAINING_NAMES = [
  'tol',
  'maxIter',
  'onIteration',
] as const satisfies readonly (keyof LbfgsTraining)[];

/** Minimises an objective of `classes` linear functions from zero. */
export function preconditionedLbfgs(
  objective: Objective,
  rows: { design: DesignMatrix; classes: number; signal?: AbortSignal | undefined },
  { tol, maxIter, onIteration }: LbfgsTraining,
  by: { preconditioner?: Preconditioner | undefined; refresh?: PreconditionRefresh | undefined },
): Promise<SolverResult> {
  const { design, classes, signal } = rows;
  const { preconditioner, refresh } = by;
  const cells = design.kind === 'csr' ? design.values.length : design.data.length;
  return lbfgs(objective, new Float64Array(objective.size), {
    ...(tol !== undefined && { tol }),
    ...(maxIter !== undefined && { maxIter }),
    signal,
    onIteration,
    refresh,
    precondition: preconditioner && ((vector) => preconditioner.solve(vector, classes)),
    precision: preconditioner !== undefined && cells * classes > MIXED_ABOVE ? 'mixed' : 'double',
  });
}
