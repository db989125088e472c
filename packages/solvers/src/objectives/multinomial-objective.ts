import { checkNames } from '@tenfold/core';
import { type Backend, type DesignMatrix, parameterCount } from '@tenfold/linalg';

import type { Objective } from '../types.js';
import { scaleAndPenalise, totalWeight } from './l2.js';

/** What a multinomial logistic objective is made of. */
export interface MultinomialProblem {
  /** The samples. */
  design: DesignMatrix;
  /** The class of each row, 0 to `classes` - 1. */
  targets: Int32Array;
  /** Number of classes K, 2 or more. */
  classes: number;
  /** The weight of each row, not all 0; 1 each when left out. */
  weights?: Float64Array | undefined;
  /** Strength of the penalty, 0 or more. */
  l2: number;
  /** Whether each class has an intercept, which is not penalised. */
  fitIntercept: boolean;
  /** The kernels. */
  backend: Backend;
  /** Cancels evaluations. */
  signal?: AbortSignal | undefined;
}

/** The names of `MultinomialProblem`. */
export const MULTINOMIAL_NAMES = [
  'design',
  'targets',
  'classes',
  'weights',
  'l2',
  'fitIntercept',
  'backend',
  'signal',
] as const satisfies readonly (keyof MultinomialProblem)[];

/**
 * The multinomial logistic (softmax) objective, in scikit-learn's scale for lbfgs:
 *
 *     f(W, b) = 1/S · Σ_i s_i·(log Σ_k exp(z_ik) - z_iy) + ½·l2·‖W‖²,   z_ik = x_i·w_k + b_k,   S = Σ s_i
 *
 *     ∂f/∂w_k = 1/S · Σ_i s_i·(softmax(z_i)_k - [k = y_i])·x_i + l2·w_k,   ∂f/∂b_k likewise with 1 for x_i
 *
 * Parameters: feature by feature, the K classes side by side, intercepts last (see `LinearScores` of
 * `@tenfold/linalg`).
 *
 * @throws ParameterError when `problem` has a name that is not known
 */
export function multinomialObjective(problem: MultinomialProblem): Objective {
  checkNames('multinomialObjective', problem, MULTINOMIAL_NAMES);
  const { design, targets, classes, weights, l2, fitIntercept, backend, signal } = problem;
  const constant = fitIntercept ? 1 : 0;
  const share = { scale: 1 / totalWeight(weights, design.rows), l2, penalised: design.columns * classes };
  return {
    size: parameterCount(design, classes, constant),
    async evaluate(parameters, gradient, precision) {
      const task = { design, targets, classes, weights, constant, signal, parameters, precision };
      const sum = await backend.logistic.multinomial(task, gradient);
      return scaleAndPenalise(sum, gradient, parameters, share);
    },
  };
}
