import type { BinaryTraining, MultinomialTraining, SolverResult } from '@tenfold/solvers';

import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';
import { multinomialRun } from './multinomial.js';
import { gather, totalOf } from './one-vs-rest.js';
import { inverseStrength, l1OfMean, penaltyOfMean } from './scale.js';
import type { MultinomialSolver, Sides } from './solver.js';
import { StandingWeights } from './standing-weights.js';
import { parametersOf, rowOf, warmStart } from './warm-start.js';

/** A solver of `@tenfold/solvers` that takes problems of both kinds, and the factor of each one's ‖w‖₁. */
export interface Training {
  readonly binary: (options: BinaryTraining, l1: readonly number[]) => Promise<SolverResult[]>;
  readonly multinomial: (options: MultinomialTraining, l1: number) => Promise<SolverResult>;
}

/** Fits what `LogisticRegression` asks for by a training of `@tenfold/solvers`. */
export function byTraining(training: Training): MultinomialSolver {
  return {
    binary: (asked) => binary(training, asked),
    multinomial: (problem) => multinomial(training, problem),
  };
}

async function binary(training: Training, asked: Sides): Promise<FitOutcome> {
  const { problem, sides, shared } = asked;
  const { settings, design, codes, backend, signal } = problem;
  const { fitIntercept, tol, maxIter, preconditioner } = settings;
  const constant = fitIntercept ? 1 : 0;
  const standing = new StandingWeights(sides.length, design.columns, constant, maxIter);
  const totals = sides.map((side) => totalOf(asked, side));
  const before = warmStart(problem);
  const task: BinaryTraining = {
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
  };
  const l1 = totals.map((total) => l1OfMean(settings, total));
  const results = await training.binary(task, l1);
  return gather(results, design.columns, constant, (index) => inverseStrength(settings, totals[index]));
}

async function multinomial(training: Training, problem: FitProblem): Promise<FitOutcome> {
  const { fitIntercept, tol, maxIter, preconditioner } = problem.settings;
  const before = warmStart(problem);
  const initial = before && parametersOf(before, fitIntercept);
  const { task, outcome, total } = multinomialRun(problem);
  const options = { ...task, tol, maxIter, initial, preconditioner };
  return outcome(await training.multinomial(options, l1OfMean(problem.settings, total)));
}
