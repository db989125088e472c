import { checkNames } from '@tenfold/core';

import { totalWeight } from '../objectives/l2.js';
import { MULTINOMIAL_NAMES, type MultinomialProblem } from '../objectives/multinomial-objective.js';
import type { OnIteration, SolverResult } from '../types.js';
import { uniformPenalty } from './elastic-penalty.js';
import { multinomialGap } from './multinomial-gap.js';
import { MultinomialLoss } from './multinomial-loss.js';
import { ELASTIC_MAX_ITER, ELASTIC_TOL, type ElasticTraining, goalOf } from './options.js';
import { proxNewton } from './prox-newton.js';

/** What `trainMultinomialElasticNet` takes. */
export interface MultinomialElasticNetOptions extends MultinomialProblem, ElasticTraining {
  /** Strength of the L1 penalty beside the mean loss, 0 or more. */
  l1: number;
  /** Where it begins, parameters as in `multinomialObjective`; zeros when left out. */
  initial?: Float64Array | undefined;
  /** Called after each Newton step. */
  onIteration?: OnIteration | undefined;
}

const NAMES = [...MULTINOMIAL_NAMES, 'l1', 'tol', 'maxIter', 'initial', 'onIteration'] as const;

/**
 * Minimises the mean softmax loss with an elastic-net penalty, l1·‖W‖₁ + ½·l2·‖W‖², as `trainElasticNet` does binary ones.
 *
 * @throws ParameterError when an option is unknown
 */
export async function trainMultinomialElasticNet(
  options: MultinomialElasticNetOptions,
): Promise<SolverResult> {
  checkNames('trainMultinomialElasticNet', options, NAMES);
  const { design, classes, targets, fitIntercept, l1, l2, initial, backend, signal, onIteration } = options;
  const { tol = ELASTIC_TOL, maxIter = ELASTIC_MAX_ITER } = options;
  const total = totalWeight(options.weights, design.rows);
  const weights = Float64Array.from({ length: design.rows }, (_, i) => (options.weights?.[i] ?? 1) / total);
  const constant = fitIntercept ? 1 : 0;
  const task = { design, constant, classes, targets, weights, backend, signal };
  const loss = new MultinomialLoss(task);
  const penalty = uniformPenalty(loss.size, design.columns * classes, { l1, l2 });
  const result = await proxNewton(loss, {
    penalty,
    initial,
    norm: 'largest',
    goal: () => goalOf(tol, { l1, l2 }),
    maxIter,
    signal,
    onIteration,
  });
  return { ...result, certificate: await multinomialGap({ ...task, penalty }, result) };
}
