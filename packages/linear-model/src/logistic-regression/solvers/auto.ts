import type { LogisticRegressionSettings } from '../settings.js';
import { coordinateDescent } from './coordinate-descent.js';
import { lbfgs } from './lbfgs.js';
import { l1Share } from './penalty.js';
import type { LogisticSolver } from './solver.js';

/** What fits where `solver` is `'auto'`, and why. */
export interface SolverChoice {
  readonly name: 'lbfgs' | 'coordinate-descent';
  readonly reason: string;
}

/** Chooses by the penalty; lbfgs itself chooses its preconditioner by shape, sparsity and scales. */
export function chooseSolver(settings: LogisticRegressionSettings): SolverChoice {
  if (l1Share(settings) === 0)
    return {
      name: 'lbfgs',
      reason: 'the objective is smooth: quasi-Newton steps, preconditioned by the data',
    };
  return {
    name: 'coordinate-descent',
    reason: 'the penalty has L1: Newton steps in working sets touch only features that are not 0',
  };
}

const CHOICES = { lbfgs, 'coordinate-descent': coordinateDescent } as const;

/** The solver that suits the penalty. */
export const auto: LogisticSolver = {
  binary: (asked) => CHOICES[chooseSolver(asked.problem.settings).name].binary(asked),
  multinomial: (problem) => CHOICES[chooseSolver(problem.settings).name].multinomial(problem),
};
