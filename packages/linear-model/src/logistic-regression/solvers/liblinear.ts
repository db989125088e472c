import { oneVsRestRows } from '@tenfold/linalg';
import { solveTogether, trainLiblinear } from '@tenfold/solvers';

import type { FitOutcome } from './fit-outcome.js';
import { gather } from './one-vs-rest.js';
import { penaltyName } from './penalty.js';
import type { LogisticSolver, Sides } from './solver.js';
import { StandingWeights } from './standing-weights.js';

/** LIBLINEAR's solvers, whose intercept is the weight of a constant feature. */
export const liblinear: LogisticSolver = { binary };

async function binary({ problem, sides, shared }: Sides): Promise<FitOutcome> {
  const { settings, design, codes, backend, signal } = problem;
  const { C, fitIntercept, interceptScaling, dual, tol, maxIter, randomState, preconditioner } = settings;
  const biasPenalty = settings.interceptPenalty || !fitIntercept;
  const constant = fitIntercept ? interceptScaling : 0;
  const problems = sides.map(({ positive, positiveWeight, negativeWeight }) => ({
    positive,
    positiveWeight: C * positiveWeight,
    negativeWeight: C * negativeWeight,
  }));
  const rows = { design, targets: codes, weights: shared, constant, backend, signal };
  const standing = new StandingWeights(problems.length, design.columns, constant, maxIter);
  const results = await solveTogether(rows, problems, (kernel, index) => {
    const { targets, weights } = oneVsRestRows(codes, shared, sides[index]);
    return trainLiblinear({
      design,
      targets,
      weights: Float64Array.from(targets, (_, i) => C * (weights?.[i] ?? 1)),
      bias: fitIntercept ? interceptScaling : -1,
      biasPenalty,
      penalty: penaltyName(settings) === 'l1' ? 'l1' : 'l2',
      dual,
      tol,
      maxIter,
      randomState,
      preconditioner,
      kernel,
      backend,
      signal,
      onIteration: problem.onIteration && standing.reporter(index, problem.onIteration),
    });
  });
  return gather(results, design.columns, constant, () => 1);
}
