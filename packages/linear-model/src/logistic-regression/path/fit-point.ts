import { trainBinary, trainElasticNet, trainMultinomial, trainMultinomialElasticNet } from '@tenfold/solvers';

import type { LinearState } from '../fitted.js';
import { isMultinomial } from '../params.js';
import type { FitOutcome } from '../solvers/fit-outcome.js';
import type { FitProblem } from '../solvers/fit-problem.js';
import { multinomialRun } from '../solvers/multinomial.js';
import { gather, sidesOf, totalOf } from '../solvers/one-vs-rest.js';
import { inverseStrength, l1OfMean, penaltyOfMean } from '../solvers/scale.js';
import type { Sides } from '../solvers/solver.js';
import { parametersOf, rowOf } from '../solvers/warm-start.js';

/** Fits the model of one C, from the coefficients of another. */
export function fitPoint(problem: FitProblem, before: LinearState | undefined): Promise<FitOutcome> {
  const { settings, classes } = problem;
  if (classes.length > 2 && isMultinomial(settings, classes)) return multinomial(problem, before);
  return binary(sidesOf(problem, classes.length === 2 ? [1] : [...classes.keys()]), before);
}

async function multinomial(problem: FitProblem, before: LinearState | undefined): Promise<FitOutcome> {
  const { settings } = problem;
  const { fitIntercept, tol, maxIter } = settings;
  const initial = before && parametersOf(before, fitIntercept);
  const { task, outcome, total } = multinomialRun(problem);
  const shared = { ...task, tol, maxIter, initial };
  const l1 = l1OfMean(settings, total);
  return outcome(await (l1 > 0 ? trainMultinomialElasticNet({ ...shared, l1 }) : trainMultinomial(shared)));
}

async function binary(asked: Sides, before: LinearState | undefined): Promise<FitOutcome> {
  const { problem, sides, shared } = asked;
  const { settings, design, codes, backend, signal } = problem;
  const { fitIntercept, tol, maxIter } = settings;
  const totals = sides.map((side) => totalOf(asked, side));
  const problems = sides.map((side, index) => ({
    ...side,
    l1: l1OfMean(settings, totals[index]),
    l2: penaltyOfMean(settings, totals[index]),
    initial: before && rowOf(before, index, fitIntercept),
  }));
  const task = { design, targets: codes, weights: shared, fitIntercept, tol, maxIter, backend, signal };
  const results = await (settings.l1Ratio > 0
    ? trainElasticNet({ ...task, problems })
    : trainBinary({ ...task, problems }));
  return gather(results, design.columns, fitIntercept ? 1 : 0, (k) => inverseStrength(settings, totals[k]));
}
