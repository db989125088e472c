import { combineWeights } from '@tenfold/base';
import { columnOf, type Preconditioner } from '@tenfold/linalg';
import {
  classPreconditioner,
  multinomialObjective,
  type OnIteration,
  type PreconditionRefresh,
} from '@tenfold/solvers';

import type { FitOutcome, FitProblem } from './fit-problem.js';
import { lbfgsGram, runLbfgs } from './run-lbfgs.js';
import { inverseStrength, penaltyOfMean } from './scale.js';

/**
 * Iterations after which the Gram matrix of all rows has done its work, and blocks for the classes are worth their
 * price: that of some twenty iterations, and where features are few, of their overhead.
 */
const refreshAfter = (columns: number): number => (columns <= FEW_COLUMNS ? 10 : 30);
const FEW_COLUMNS = 128;

/** Fits one softmax model of all classes. */
export async function fitMultinomial(problem: FitProblem): Promise<FitOutcome> {
  const { settings, design, classes, codes, sampleWeight, backend, signal, onIteration } = problem;
  const { fitIntercept } = settings;
  const count = classes.length;
  const weights = combineWeights(settings.classWeight, classes, codes, sampleWeight);
  const l2 = penaltyOfMean(settings, weights, design.rows);
  const objective = multinomialObjective({
    design,
    targets: codes,
    classes: count,
    weights,
    l2,
    fitIntercept,
    backend,
    signal,
  });
  const gram = await lbfgsGram(problem, l2);
  const report: OnIteration | undefined =
    onIteration &&
    (({ x, ...step }) =>
      onIteration({
        ...step,
        problem: 0,
        problems: 1,
        weights: () => splitByClass(x, count, design.columns, fitIntercept),
      }));
  const made: Preconditioner[] = gram === undefined ? [] : [gram];
  const refresh: PreconditionRefresh | undefined = gram && {
    after: [refreshAfter(design.columns)],
    async make(x) {
      const total = inverseStrength({ penalty: null, C: 1 }, weights, design.rows);
      const constant = fitIntercept ? 1 : 0;
      const rows = { design, classes: count, weights, constant, total, l2, backend, signal };
      const blocks = await classPreconditioner(rows, x);
      if (blocks === undefined) return undefined;
      made.push(blocks);
      return (vector) => blocks.solve(vector, count);
    },
  };
  const how = { classes: count, gram, refresh, onIteration: report };
  const result = await runLbfgs(problem, objective, how).finally(() => {
    for (const preconditioner of made) preconditioner.release();
  });
  return {
    ...splitByClass(result.x, count, design.columns, fitIntercept),
    nIter: [result.nIter],
    ends: [result],
    objective: result.loss * inverseStrength(settings, weights, design.rows),
  };
}

/** Takes parameters that lie feature by feature, intercepts last, apart into rows of one class each. */
function splitByClass(
  parameters: Readonly<Float64Array>,
  classes: number,
  columns: number,
  fitIntercept: boolean,
): Pick<FitOutcome, 'coef' | 'intercept'> {
  const numbers = Array.from({ length: classes }, (_, k) => k);
  return {
    coef: numbers.map((k) => columnOf(parameters, k, classes).subarray(0, columns)),
    intercept: numbers.map((k) => (fitIntercept ? parameters[columns * classes + k] : 0)),
  };
}
