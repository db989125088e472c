import { checkNames, ShapeError } from '@tenfold/core';

import type { SolverResult } from '../types.js';
import { UNCONDITIONED } from '../preconditioners/conditioner.js';
import { dualCoordinateDescent } from './dual-coordinate-descent.js';
import { countedRows, LogisticObjective } from './logistic-objective.js';
import { choosePreconditioner, type LiblinearOptions } from './options.js';
import { SampledHessian } from '../preconditioners/sampled-hessian.js';
import { tron } from './tron.js';

const OWNER = 'trainLiblinear';
const NAMES = [
  'design',
  'targets',
  'weights',
  'bias',
  'dual',
  'tol',
  'maxIter',
  'randomState',
  'preconditioner',
  'kernel',
  'backend',
  'signal',
  'onIteration',
] as const satisfies readonly (keyof LiblinearOptions)[];

/**
 * L2-regularised logistic regression of one binary problem as LIBLINEAR solves it and scikit-learn's
 * `solver='liblinear'` calls it. The objective, in LIBLINEAR's scale:
 *
 *     f(w) = ½·w'w + Σ_i C_i·log(1 + exp(-t_i·w'x_i))
 *
 * with t the targets, C_i the weights and, given a bias, a constant feature of that value at the end of every x_i.
 * As its weight is penalised too, a larger bias means a freer intercept. The result's `x` holds one weight a
 * feature and then that of the constant feature; the intercept is `bias` times it.
 *
 * Primal (default): trust-region Newton from w = 0 until ‖∇f(w)‖₂ ≤ ε·‖∇f(0)‖₂, with
 * ε = tol·max(1, min(positives, negatives))/rows: the rarer the smaller class, the stricter. It also ends, and
 * counts as converged, when the reduction of f falls below its precision in doubles (1e-12 of f). `nIter` counts the
 * steps taken, as scikit-learn's `n_iter_` does; steps tried and rejected are not counted. `gradNorm` is ‖∇f‖₂.
 *
 * Dual: coordinate descent, one variable a row, in a new random order every pass, until the largest derivative met
 * during a pass is below tol. `nIter` counts passes; `gradNorm` is that largest derivative. The dual's optimum is
 * the primal's. With the same seed it makes scikit-learn's very steps.
 *
 * @throws ParameterError when an option is unknown or out of range
 * @throws ShapeError when there are not as many targets or weights as rows
 *
 * C.-J. Lin, R. C. Weng, S. S. Keerthi, "Trust region Newton method for large-scale logistic regression", JMLR 9,
 * 2008. H.-F. Yu, F.-L. Huang, C.-J. Lin, "Dual coordinate descent methods for logistic regression and maximum
 * entropy models", Machine Learning 85, 2011, DOI 10.1007/s10994-010-5221-8.
 */
export async function trainLiblinear(options: LiblinearOptions): Promise<SolverResult> {
  checkNames(OWNER, options, NAMES);
  checkShapes(options);
  options.signal?.throwIfAborted();
  const { dual = false, tol = 1e-4, maxIter = 100, preconditioner = 'auto' } = options;
  const { randomState = 0, signal, onIteration } = options;
  const objective = new LogisticObjective(options);
  if (dual) {
    return dualCoordinateDescent(objective, { tol, maxIter, randomState, onIteration });
  }
  const settings = { epsilon: tol * shareOfSmallerClass(objective), maxIter, signal, onIteration };
  const choice = choosePreconditioner(preconditioner, options.design);
  if (choice === 'none') return tron(objective, { ...settings, conditioners: UNCONDITIONED });
  const sampled = new SampledHessian((sample) => objective.precondition(sample));
  try {
    return await tron(objective, { ...settings, conditioners: sampled });
  } finally {
    sampled.release();
  }
}

/** max(1, min(positives, negatives)) / rows */
function shareOfSmallerClass({ data }: LogisticObjective): number {
  const { negative, positive } = countedRows(data);
  const smaller = Math.min(negative.length, positive.length);
  return Math.max(1, smaller) / Math.max(1, negative.length + positive.length);
}

function checkShapes({ design, targets, weights }: LiblinearOptions): void {
  if (targets.length !== design.rows) {
    throw new ShapeError(OWNER, `as many targets as rows (${design.rows})`, `${targets.length}`);
  }
  if (weights !== undefined && weights.length !== design.rows) {
    throw new ShapeError(OWNER, `as many weights as rows (${design.rows})`, `${weights.length}`);
  }
}
