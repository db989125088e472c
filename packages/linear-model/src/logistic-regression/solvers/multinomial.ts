import { combineWeights } from '@tenfold/base';
import { columnOf } from '@tenfold/linalg';
import type { MultinomialProblem, OnIteration, SolverResult } from '@tenfold/solvers';

import { linearReport } from '../linear-fit-report.js';
import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';
import { inverseStrength, penaltyOfMean } from './scale.js';

/** A softmax problem of all classes, as solvers take it. */
export interface MultinomialRun {
  readonly task: MultinomialProblem & { readonly onIteration: OnIteration | undefined };
  /** The sum of the rows' weights. */
  readonly total: number;
  /** What a solver found, as a fit's outcome. */
  readonly outcome: (result: SolverResult) => FitOutcome;
}

/** Prepares a softmax problem of all classes for a solver. */
export function multinomialRun(problem: FitProblem): MultinomialRun {
  const { settings, design, columns, classes, codes, sampleWeight, backend, signal } = problem;
  const { fitIntercept } = settings;
  const weights = combineWeights(settings.classWeight, classes, codes, sampleWeight);
  const total = weights === undefined ? design.rows : weights.reduce((sum, weight) => sum + weight, 0);
  const rows = { design, targets: codes, classes: classes.length, weights, backend, signal };
  const l2 = penaltyOfMean(settings, total);
  const factor = inverseStrength(settings, total);
  return {
    task: { ...rows, l2, fitIntercept, onIteration: reporterOf(problem) },
    total,
    outcome: ({ x, nIter, loss, certificate = Infinity, ...end }) => ({
      ...splitByClass(x, classes.length, columns, fitIntercept),
      nIter: [nIter],
      ends: [end],
      objective: loss * factor,
      certificate: certificate * factor,
    }),
  };
}

function reporterOf({ settings, classes, columns, onIteration }: FitProblem): OnIteration | undefined {
  if (onIteration === undefined) return undefined;
  const { maxIter, fitIntercept } = settings;
  return ({ x, ...step }) =>
    onIteration(
      linearReport(step, {
        done: step.iteration,
        total: maxIter,
        problem: 0,
        problems: 1,
        weights: () => splitByClass(x, classes.length, columns, fitIntercept),
      }),
    );
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
