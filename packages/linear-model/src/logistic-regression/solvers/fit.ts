import { isMultinomial } from '../params.js';
import { auto } from './auto.js';
import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';
import { lbfgs } from './lbfgs.js';
import { liblinear } from './liblinear.js';
import { newtonCg } from './newton-cg.js';
import { newtonCholesky } from './newton-cholesky.js';
import { sidesOf } from './one-vs-rest.js';
import { sag, saga } from './saga.js';
import type { LogisticSolver } from './solver.js';
import type { SolverName } from './traits.js';

const FITS: Readonly<Record<SolverName, LogisticSolver>> = {
  auto,
  lbfgs,
  liblinear,
  'newton-cg': newtonCg,
  'newton-cholesky': newtonCholesky,
  sag,
  saga,
};

/**
 * Fits with the solver that is set: two classes, the second against the first; one softmax model; or each class against
 * the rest.
 */
export async function fitWithSolver(problem: FitProblem): Promise<FitOutcome> {
  const { settings, classes } = problem;
  const { binary, multinomial } = FITS[settings.solver];
  if (classes.length === 2) return binary(sidesOf(problem, [1]));
  if (multinomial !== undefined && isMultinomial(settings, classes)) return multinomial(problem);
  return binary(sidesOf(problem, [...classes.keys()]));
}
