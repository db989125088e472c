import { checkNames } from '@tenfold/core';
import type { Preconditioner } from '@tenfold/linalg';

import { totalWeight } from '../objectives/l2.js';
import {
  MULTINOMIAL_NAMES,
  multinomialObjective,
  type MultinomialProblem,
} from '../objectives/multinomial-objective.js';
import { classPreconditioner } from '../preconditioners/class-blocks.js';
import { gramPreconditioner } from '../preconditioners/gram.js';
import type { SolverResult } from '../types.js';
import type { PreconditionRefresh } from './options.js';
import { type LbfgsTraining, preconditionedLbfgs, TRAINING_NAMES } from './preconditioned.js';

/**
 * Iterations after which the Gram matrix of all rows has done its work, and blocks for the classes are worth their
 * price: that of some twenty iterations, and where features are few, of their overhead.
 */
const refreshAfter = (columns: number): number => (columns <= FEW_COLUMNS ? 10 : 30);
const FEW_COLUMNS = 128;

/** What `trainMultinomial` takes. */
export interface MultinomialTraining extends MultinomialProblem, LbfgsTraining {
  /** `'gram'` (default): from the curvature of the rows' Gram matrix; `'none'`: as SciPy's L-BFGS-B. */
  preconditioner?: 'gram' | 'none' | undefined;
}

const NAMES = [...MULTINOMIAL_NAMES, ...TRAINING_NAMES, 'preconditioner'] as const;

/**
 * Minimises the multinomial objective by L-BFGS from zero, preconditioned by the rows' Gram matrix and later by a block
 * for each class.
 *
 * @throws ParameterError when an option is unknown or out of range
 */
export async function trainMultinomial(options: MultinomialTraining): Promise<SolverResult> {
  checkNames('trainMultinomial', options, NAMES);
  const { tol, maxIter, onIteration, preconditioner = 'gram', ...problem } = options;
  const { design, classes, weights, l2, fitIntercept, backend, signal } = problem;
  const settings = { tol, maxIter, onIteration };
  const objective = multinomialObjective(problem);
  if (preconditioner === 'none') return preconditionedLbfgs(objective, problem, settings, {});
  const constant = fitIntercept ? 1 : 0;
  const made: Preconditioner[] = [];
  const keep = (factored: Preconditioner | undefined): Preconditioner | undefined => {
    if (factored !== undefined) made.push(factored);
    return factored;
  };
  try {
    const gram = keep(await gramPreconditioner({ design, constant, backend, signal, scale: 1, l2 }));
    const total = totalWeight(weights, design.rows);
    const refresh: PreconditionRefresh | undefined = gram && {
      after: [refreshAfter(design.columns)],
      async make(x) {
        const rows = { design, classes, weights, constant, total, l2, backend, signal };
        const blocks = keep(await classPreconditioner(rows, x));
        return blocks && ((vector) => blocks.solve(vector, classes));
      },
    };
    return await preconditionedLbfgs(objective, problem, settings, { preconditioner: gram, refresh });
  } finally {
    for (const factored of made) factored.release();
  }
}
