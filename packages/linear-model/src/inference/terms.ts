import type { Label, Matrix } from '@tenfold/linalg';

import type { LogisticRegression } from '../logistic-regression/logistic-regression.js';

/** Which coefficient it is. */
export interface CoefficientName {
  /** The class whose coefficient it is: the second of two, or any but the first. */
  readonly label: Label;
  /** The feature's name, or x1, x2 … by position; `const` for the intercept. */
  readonly feature: string;
}

/** The free coefficients, in the order of the covariance matrix: class by class, features, then the intercept. */
export function coefficientNames({
  classes,
  nFeatures,
  featureNamesIn,
  params,
}: LogisticRegression): CoefficientName[] {
  const features = Array.from({ length: nFeatures }, (_, j) => featureNamesIn?.[j] ?? `x${j + 1}`);
  if (params.fitIntercept) features.push('const');
  return classes.slice(1).flatMap((label) => features.map((feature) => ({ label, feature })));
}

/** A coefficient's name for errors. */
export function labelled({ label, feature }: CoefficientName): string {
  return `${feature} (class ${label})`;
}

/** Intercepts and weights as the free coefficients: of three classes or more as differences from the first. */
export function estimatesOf(
  { params, classes }: Pick<LogisticRegression, 'params' | 'classes'>,
  intercept: Float64Array,
  coef: Matrix,
): number[] {
  const constant = (k: number): number[] => (params.fitIntercept ? [intercept[k]] : []);
  const rows = Array.from({ length: coef.rows }, (_, k) => [...coef.getRow(k), ...constant(k)]);
  if (classes.length === 2) return rows[0];
  return rows.slice(1).flatMap((row) => row.map((value, j) => value - rows[0][j]));
}
