import { ParameterError } from '@tenfold/core';
import { setColumn } from '@tenfold/linalg';

import type { FitProblem } from './fit-problem.js';
import type { LinearState, LinearWeights } from '../fitted.js';
import { SOLVERS } from './traits.js';

type Known = Pick<FitProblem, 'settings' | 'classes' | 'columns' | 'previous'>;

/**
 * The coefficients that a fit with `warmStart` begins from: those of the fit before. As in scikit-learn the labels may be
 * others, if there are as many, and some solvers begin from nothing.
 *
 * @returns undefined when it begins from zero
 * @throws ParameterError when that fit had another number of features or classes
 */
export function warmStart({ settings, classes, columns, previous }: Known): LinearState | undefined {
  if (!settings.warmStart || !SOLVERS[settings.solver].warmStart || previous === undefined) return undefined;
  const { state, seen } = previous;
  if (seen.nFeatures === columns && seen.classes.length === classes.length) return state;
  const [before, now] = [
    [seen.nFeatures, seen.classes.length],
    [columns, classes.length],
  ].map(([features, labels]) => `${features} features and ${labels} classes`);
  const expected = `false when X and y have ${now} after a fit to ${before} (fit a clone() of the estimator)`;
  throw new ParameterError('LogisticRegression', 'warmStart', expected, true);
}

/** Weights as what a fit before has left, for a fit with `warmStart` to begin from. */
export function startFrom(
  { coef, intercept }: LinearWeights,
  { settings, classes, columns }: Pick<FitProblem, 'settings' | 'classes' | 'columns'>,
): NonNullable<FitProblem['previous']> {
  const state = { coef, intercept, nIter: [], converged: true, objective: 0, certificate: Infinity };
  const seen = { nFeatures: columns, classes, featureNames: undefined, labelKind: 'array' as const };
  return { settings, state, seen, warnings: [] };
}

/** The coefficients as parameters of all classes: feature by feature, intercepts last. */
export function parametersOf(state: LinearState, fitIntercept: boolean): Float64Array {
  const classes = state.coef.rows;
  const size = state.coef.columns + (fitIntercept ? 1 : 0);
  const parameters = new Float64Array(size * classes);
  for (let k = 0; k < classes; k++) setColumn(parameters, k, classes, rowOf(state, k, fitIntercept));
  return parameters;
}

/** The coefficients of one row of them, the intercept last. */
export function rowOf({ coef, intercept }: LinearState, row: number, fitIntercept: boolean): Float64Array {
  return Float64Array.from(fitIntercept ? [...coef.getRow(row), intercept[row]] : coef.getRow(row));
}
