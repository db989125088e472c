import { combineWeights } from '@tenfold/base';
import { columnOf } from '@tenfold/linalg';
import { type OnIteration, trainMultinomial } from '@tenfold/solvers';

import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';
import { linearReport } from './linear-fit-report.js';
import { inverseStrength, penaltyOfMean } from './scale.js';
import { parametersOf, warmStart } from './warm-start.js';

/** Fits one softmax model of all classes. */
export async function fitMultinomial(problem: FitProblem): Promise<FitOutcome> {
  const { settings, design, classes, codes, sampleWeight, backend, signal, onIteration } = problem;
  const { fitIntercept, tol, maxIter } = settings;
  const count = classes.length;
  const weights = combineWeights(settings.classWeight, classes, codes, sampleWeight);
  const total = weights === undefined ? design.rows : weights.reduce((sum, weight) => sum + weight, 0);
  const factor = inverseStrength(settings, total);
  const report: OnIteration | undefined =
    onIteration &&
    (({ x, ...step }) =>
      onIteration(
        linearReport(step, {
          done: step.iteration,
          total: maxIter,
          problem: 0,
          problems: 1,
          weights: () => splitByClass(x, count, design.columns, fitIntercept),
        }),
      ));
  const before = warmStart(problem);
  const result = await trainMultinomial({
    design,
    targets: codes,
    classes: count,
    weights,
    l2: penaltyOfMean(settings, total),
    fitIntercept,
    tol,
    maxIter,
    initial: before && parametersOf(before, fitIntercept),
    preconditioner: settings.preconditioner,
    onIteration: report,
    backend,
    signal,
  });
  return {
    ...splitByClass(result.x, count, design.columns, fitIntercept),
    nIter: [result.nIter],
    ends: [result],
    objective: result.loss * factor,
    certificate: (result.certificate ?? Infinity) * factor,
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
