import { checkNames, ParameterError, ShapeError } from '@tenfold/core';

import type { SolverResult } from '../types.js';
import { binaryGap } from '../elastic-net/binary-gap.js';
import { uniformPenalty } from '../elastic-net/elastic-penalty.js';
import { UNCONDITIONED } from '../preconditioners/conditioner.js';
import { dualCoordinateDescent } from './dual-coordinate-descent.js';
import { l1Liblinear } from './l1.js';
import { LogisticObjective, shareOfSmallerClass } from './logistic-objective.js';
import { choosePreconditioner, type LiblinearOptions } from './options.js';
import { SampledHessian } from '../preconditioners/sampled-hessian.js';
import { tron } from './tron.js';

const OWNER = 'trainLiblinear';
const NAMES = [
  'design',
  'targets',
  'weights',
  'bias',
  'biasPenalty',
  'penalty',
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
 * Logistic regression of one binary problem with LIBLINEAR's objective, as scikit-learn's `solver='liblinear'` calls it. In
 * LIBLINEAR's scale:
 *
 *     f(w) = penalty(w) + Σ_i C_i·log(1 + exp(-t_i·w'x_i)),   penalty(w) = ½·w'w or ‖w‖₁
 *
 * with t the targets, C_i the weights and, given a bias, a constant feature of that value at the end of every x_i.
 * As its weight is penalised too (unless `biasPenalty` is false), a larger bias means a freer intercept. The result's `x` holds one weight a
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
 * L1: Newton steps on the loss, each to the minimum of its model with the penalty, found by coordinate descent (see
 * `proxNewton`), until the violations of the optimality conditions add up to at most ε of what they add up to at w = 0: the
 * rule of LIBLINEAR's newGLMNET. `nIter` counts Newton steps; `gradNorm` is that sum.
 *
 * @throws ParameterError when an option is unknown, out of range or does not go with another
 * @throws ShapeError when there are not as many targets or weights as rows
 *
 * C.-J. Lin, R. C. Weng, S. S. Keerthi, "Trust region Newton method for large-scale logistic regression", JMLR 9,
 * 2008. G.-X. Yuan, C.-H. Ho, C.-J. Lin, "An improved GLMNET for l1-regularized logistic regression", JMLR 13, 2012.
 * H.-F. Yu, F.-L. Huang, C.-J. Lin, "Dual coordinate descent methods for logistic regression and maximum
 * entropy models", Machine Learning 85, 2011, DOI 10.1007/s10994-010-5221-8.
 */
export async function trainLiblinear(options: LiblinearOptions): Promise<SolverResult> {
  checkNames(OWNER, options, NAMES);
  checkShapes(options);
  options.signal?.throwIfAborted();
  const { dual = false, tol = 1e-4, maxIter = 100, preconditioner = 'auto' } = options;
  const { penalty = 'l2', randomState = 0, signal, onIteration } = options;
  checkPenalty(options);
  if (penalty === 'l1') return l1Liblinear({ ...options, tol, maxIter });
  const objective = new LogisticObjective(options);
  if (dual) {
    return dualCoordinateDescent(objective, { tol, maxIter, randomState, onIteration });
  }
  const settings = { epsilon: tol * shareOfSmallerClass(objective.data), maxIter, signal, onIteration };
  const choice = choosePreconditioner(preconditioner, options.design);
  if (choice === 'none') {
    return withGap(objective, await tron(objective, { ...settings, conditioners: UNCONDITIONED }));
  }
  const shiftConstant = objective.penalised === objective.size;
  const sampled = new SampledHessian((sample) => objective.precondition({ ...sample, shiftConstant }));
  try {
    return await withGap(objective, await tron(objective, { ...settings, conditioners: sampled }));
  } finally {
    sampled.release();
  }
}

function checkPenalty({ penalty = 'l2', biasPenalty = true, dual = false }: LiblinearOptions): void {
  if (!['l2', 'l1'].includes(penalty)) {
    throw new ParameterError(OWNER, 'penalty', "'l1' or 'l2'", penalty);
  }
  if (dual && penalty === 'l1') throw new ParameterError(OWNER, 'dual', 'false with the penalty l1', dual);
  if (dual && !biasPenalty) throw new ParameterError(OWNER, 'biasPenalty', 'true with dual', biasPenalty);
}

/** A duality gap for the weight of the constant feature that nothing penalises. */
async function withGap(objective: LogisticObjective, result: SolverResult): Promise<SolverResult> {
  const { size, penalised, data } = objective;
  if (penalised === size) return result;
  const penalty = uniformPenalty(size, penalised, { l1: 0, l2: 1 });
  return { ...result, certificate: await binaryGap({ ...data, penalty }, result) };
}

function checkShapes({ design, targets, weights }: LiblinearOptions): void {
  if (targets.length !== design.rows) {
    throw new ShapeError(OWNER, `as many targets as rows (${design.rows})`, `${targets.length}`);
  }
  if (weights !== undefined && weights.length !== design.rows) {
    throw new ShapeError(OWNER, `as many weights as rows (${design.rows})`, `${weights.length}`);
  }
}
