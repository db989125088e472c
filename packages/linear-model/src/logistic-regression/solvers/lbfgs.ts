import { trainBinary, trainMultinomial } from '@tenfold/solvers';

import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';
import { multinomialRun } from './multinomial.js';
import { gather, totalOf } from './one-vs-rest.js';
import { inverseStrength, penaltyOfMean } from './scale.js';
import type { LogisticSolver, Sides } from './solver.js';
import { StandingWeights } from './standing-weights.js';
import { parametersOf, rowOf, warmStart } from './warm-start.js';

/** Limited-memory BFGS. */
export const lbfgs: LogisticSolver = { binary, multinomial };

async function binary(asked: Sides): Promise<FitOutcome> {
  const { problem, sides, shared } = asked;
  const { settings, design, codes, backend, signal } = problem;
  const { fitIntercept, tol, maxIter, preconditioner } = settings;
  const constant = fitIntercept ? 1 : 0;
  const standing = new StandingWeights(sides.length, design.columns, constant, maxIter);
  const totals = sides.map((side) => totalOf(asked, side));
  const before = warmStart(problem);
  const results = await trainBinary({
    design,
    targets: codes,
    weights: shared,
    problems: sides.map((side, index) => ({
      ...side,
      l2: penaltyOfMean(settings, totals[index]),
      initial: before && rowOf(before, index, fitIntercept),
      onIteration: problem.onIteration && standing.reporter(index, problem.onIteration),
    })),
    fitIntercept,
    tol,
    maxIter,
    preconditioner,
    backend,
    signal,
  });
  return gather(results, design.columns, constant, (index) => inverseStrength(settings, totals[index]));
}

async function multinomial(problem: FitProblem): Promise<FitOutcome> {
  const { fitIntercept, tol, maxIter, preconditioner } = problem.settings;
  const before = warmStart(problem);
  const initial = before && parametersOf(before, fitIntercept);
  const { task, outcome } = multinomialRun(problem);
  return outcome(await trainMultinomial({ ...task, tol, maxIter, initial, preconditioner }));
}
