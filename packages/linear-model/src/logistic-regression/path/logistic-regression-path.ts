import { checkClassesWeighted, checkSampleWeight, computeOptions, encodeLabels } from '@tenfold/base';
import { type FeatureMatrix, type Label, type Labels, matrixShape } from '@tenfold/linalg';

import { fittedState, type LinearState } from '../fitted.js';
import type { FitOutcome } from '../solvers/fit-outcome.js';
import { fitWithSolver } from '../solvers/fit.js';
import type { FitProblem } from '../solvers/fit-problem.js';
import { startFrom } from '../solvers/warm-start.js';
import { checkPathOptions, type LogisticRegressionPathOptions, PATH } from './options.js';
import type { PathPoint } from './path-point.js';

/** Models of one data set for several strengths of the penalty. */
export interface LogisticRegressionPath {
  /** The classes, sorted: the rows of each `coef` where there are three or more. */
  readonly classes: readonly Label[];
  /** A model for each C, from the smallest (the strongest penalty) to the largest. */
  readonly points: readonly PathPoint[];
}

/**
 * Fits logistic regression for many values of C, each from the coefficients of the one before: scikit-learn's
 * `_logistic_regression_path`, and what glmnet does. Without L1 by lbfgs; with L1 by Newton steps in working sets, so that
 * what stays 0 costs next to nothing.
 *
 * @param X one sample a row, one feature a column
 * @param y the label of each row
 * @param options see `LogisticRegressionPathOptions`
 * @throws as `LogisticRegression`'s `fit`
 *
 * @example
 * const { points } = await logisticRegressionPath(X, y, { Cs: 20, l1Ratio: 1 });
 * for (const { C, nonZero, coef } of points) console.log(C, nonZero, coef.to2DArray());
 */
export async function logisticRegressionPath(
  X: FeatureMatrix,
  y: Labels,
  options: LogisticRegressionPathOptions = {},
): Promise<LogisticRegressionPath> {
  const { settings, Cs } = checkPathOptions(options);
  const { onPoint } = options;
  options.signal?.throwIfAborted();
  const { rows, columns } = matrixShape(X, PATH);
  const { classes, codes } = encodeLabels(y, rows, PATH);
  checkClassesWeighted(PATH, settings.classWeight, classes);
  const sampleWeight = checkSampleWeight(options.sampleWeight, rows, PATH);
  const { signal, threads } = options;
  const { backend } = computeOptions({ backend: options.backend, threads, signal });
  const design = await backend.rows.design(X, { owner: PATH, signal });
  const points: PathPoint[] = [];
  try {
    const problem: Omit<FitProblem, 'settings' | 'previous'> = {
      ...{ design, columns, classes, codes, sampleWeight, backend, signal },
      onIteration: undefined,
    };
    let before: LinearState | undefined;
    for (const C of Cs) {
      const own = { ...problem, settings: { ...settings, C } };
      const outcome = await fitWithSolver({ ...own, previous: before && startFrom(before, own) });
      before = fittedState(outcome, classes).state;
      const point = pointOf(C, outcome, before);
      points.push(point);
      if (onPoint?.(point) === false) break;
    }
  } finally {
    backend.rows.release(design);
  }
  return { classes, points };
}

function pointOf(C: number, { nIter }: FitOutcome, state: LinearState): PathPoint {
  const { coef, intercept, converged, objective, certificate } = state;
  const nonZero = coef.to1DArray().reduce((count, value) => (value === 0 ? count : count + 1), 0);
  return { C, coef, intercept, nIter, converged, objective, certificate, nonZero };
}
