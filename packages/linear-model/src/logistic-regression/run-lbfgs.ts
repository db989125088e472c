import type { Preconditioner } from '@tenfold/linalg';
import {
  gramPreconditioner,
  lbfgs,
  type Objective,
  type OnIteration,
  type PreconditionRefresh,
  type SolverResult,
} from '@tenfold/solvers';

import type { FitProblem } from './fit-problem.js';

/** Multiply-adds of a pass over the rows above which steps are first taken in single precision. */
const MIXED_ABOVE = 100_000;

/** The approximate Hessian that the settings ask for, of the mean loss with its penalty; undefined for none. */
export async function lbfgsGram(
  { settings, design, backend, signal }: FitProblem,
  l2: number,
): Promise<Preconditioner | undefined> {
  if (settings.preconditioner === 'none') return undefined;
  const constant = settings.fitIntercept ? 1 : 0;
  return gramPreconditioner({ design, constant, backend, signal, scale: 1, l2 });
}

/** Minimises an objective of `classes` linear functions from zero. */
export function runLbfgs(
  { settings, design, signal }: FitProblem,
  objective: Objective,
  how: {
    classes: number;
    gram: Preconditioner | undefined;
    refresh?: PreconditionRefresh | undefined;
    onIteration: OnIteration | undefined;
  },
): Promise<SolverResult> {
  const { gram, classes, refresh, onIteration } = how;
  const cells = design.kind === 'csr' ? design.values.length : design.data.length;
  return lbfgs(objective, new Float64Array(objective.size), {
    tol: settings.tol,
    maxIter: settings.maxIter,
    signal,
    onIteration,
    refresh,
    precondition: gram && ((vector) => gram.solve(vector, classes)),
    precision: gram !== undefined && cells * classes > MIXED_ABOVE ? 'mixed' : 'double',
  });
}
