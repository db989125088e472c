import { checkNames } from '@tenfold/core';

import { totalWeight } from '../objectives/l2.js';
import { classShares } from '../objectives/shares.js';
import {
  MULTINOMIAL_NAMES,
  multinomialObjective,
  type MultinomialProblem,
} from '../objectives/multinomial-objective.js';
import { classPreconditioner } from '../preconditioners/class-blocks.js';
import { HeldPreconditioner } from '../preconditioners/held.js';
import { planPreconditioner } from '../preconditioners/plan.js';
import { startPreconditioner } from '../preconditioners/start.js';
import type { SolverResult } from '../types.js';
import {
  type InitialPoint,
  type LbfgsTraining,
  MAX_ITER,
  preconditionedLbfgs,
  TRAINING_NAMES,
} from './preconditioned.js';

/** What `trainMultinomial` takes. */
export interface MultinomialTraining extends MultinomialProblem, LbfgsTraining, InitialPoint {
  /**
   * `'gram'`: from the curvature of the rows' Gram matrix; `'none'`: as SciPy's L-BFGS-B; `'auto'` (default): as the size
   * of the data makes worth while.
   */
  preconditioner?: 'auto' | 'gram' | 'none' | undefined;
}

/** The names of `MultinomialTraining`. */
export const MULTINOMIAL_TRAINING_NAMES = [
  ...MULTINOMIAL_NAMES,
  ...TRAINING_NAMES,
  'initial',
  'preconditioner',
] as const;

/**
 * Minimises the multinomial objective by L-BFGS. Where it is worth its price, it is preconditioned: by the rows'
 * Gram matrix from the start, or after some plain steps, and as it comes nearer by a block for each class.
 *
 * The result's `certificate` bounds how far it is above the optimum.
 *
 * @throws ParameterError when an option is unknown or out of range
 */
export async function trainMultinomial(options: MultinomialTraining): Promise<SolverResult> {
  checkNames('trainMultinomial', options, MULTINOMIAL_TRAINING_NAMES);
  const { tol, maxIter, onIteration, initial, preconditioner = 'auto', ...problem } = options;
  const { design, classes, weights, l2, fitIntercept, backend, signal } = problem;
  const plan = await planPreconditioner(design, classes, maxIter ?? MAX_ITER, preconditioner, signal);
  const constant = fitIntercept ? 1 : 0;
  const total = totalWeight(weights, design.rows);
  const held = new HeldPreconditioner(classes);
  const rows = { design, constant, backend, signal, l2 };
  const { exact } = plan;
  const blocksAt = async (x: Readonly<Float64Array>) =>
    held.take(await classPreconditioner({ ...rows, classes, weights, total, exact }, x));
  const startFits = plan.start === 'early' && initial !== undefined;
  const first = async () =>
    startFits ? blocksAt(initial) : held.take(await startPreconditioner(plan, { ...rows, scale: 1 }));
  try {
    return await preconditionedLbfgs({
      objective: multinomialObjective(problem),
      rows: problem,
      settings: { tol, maxIter, onIteration },
      plan,
      initial,
      start: await first(),
      startFits,
      make: blocksAt,
      bound: {
        l2,
        penalised: design.columns * classes,
        shares: classShares(problem.targets, classes, weights),
      },
    });
  } finally {
    held.release();
  }
}
