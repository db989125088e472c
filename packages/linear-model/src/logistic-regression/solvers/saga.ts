import { type SagaTraining, trainBinarySaga, trainMultinomialSaga } from '@tenfold/solvers';

import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';
import { multinomialRun } from './multinomial.js';
import { gather, totalOf } from './one-vs-rest.js';
import { l1Share, penaltyName } from './penalty.js';
import { inverseStrength } from './scale.js';
import type { LogisticSolver, Sides } from './solver.js';
import { StandingWeights } from './standing-weights.js';
import { parametersOf, rowOf, warmStart } from './warm-start.js';

/** Stochastic average gradients. */
export const sag: LogisticSolver = solverBy('sag');

/** The same with steps that are unbiased, and an L1 penalty. */
export const saga: LogisticSolver = solverBy('saga');

function solverBy(method: SagaTraining['method']): LogisticSolver {
  return {
    binary: (sides) => binary(method, sides),
    multinomial: (problem) => multinomial(method, problem),
  };
}

async function binary(method: SagaTraining['method'], asked: Sides): Promise<FitOutcome> {
  const { problem, sides, shared } = asked;
  const { settings, design, codes } = problem;
  const { fitIntercept, maxIter } = settings;
  const constant = fitIntercept ? 1 : 0;
  const standing = new StandingWeights(sides.length, design.columns, constant, maxIter);
  const totals = sides.map((side) => totalOf(asked, side));
  const before = warmStart(problem);
  const results = await trainBinarySaga({
    ...common(method, problem),
    design,
    targets: codes,
    weights: shared,
    problems: sides.map((side, index) => ({
      ...side,
      initial: before && rowOf(before, index, fitIntercept),
      onIteration: problem.onIteration && standing.reporter(index, problem.onIteration),
    })),
  });
  return gather(results, design.columns, constant, (index) => inverseStrength(settings, totals[index]));
}

async function multinomial(method: SagaTraining['method'], problem: FitProblem): Promise<FitOutcome> {
  const { fitIntercept } = problem.settings;
  const before = warmStart(problem);
  const initial = before && parametersOf(before, fitIntercept);
  const { task, outcome } = multinomialRun(problem);
  const { design, targets, classes, weights, onIteration } = task;
  const rows = { design, targets, classes, weights, onIteration, initial };
  return outcome(await trainMultinomialSaga({ ...rows, ...common(method, problem) }));
}

/** What both kinds of problems are solved with; penalties are beside the sum of the losses. */
function common(
  method: SagaTraining['method'],
  { settings, backend, signal }: FitProblem,
): Omit<SagaTraining, 'design' | 'targets' | 'weights'> {
  const { fitIntercept, tol, maxIter, randomState, C } = settings;
  const strength = penaltyName(settings) === 'none' ? 0 : 1 / C;
  const l1 = strength * l1Share(settings);
  return { method, l1, l2: strength - l1, fitIntercept, tol, maxIter, randomState, backend, signal };
}
