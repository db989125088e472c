import type { Matrix, MatrixLike } from '@tenfold/linalg';

import type { PredictOptions } from '../calls/call-options.js';
import type { View } from './definition.js';
import type { AnyEstimator } from './kinds.js';

/** What an estimator with the view `linear-weights` has: its scores are w·x + b. */
export interface HasLinearWeights {
  /** A row of coefficients for each class, or a single one for two classes. */
  readonly coef: Matrix;
  /** One a row of `coef`. */
  readonly intercept: Float64Array;
}

/** A row of `fit` that has a vote on another row. */
export interface Voter {
  /** Its number in `fit`, from 0. */
  readonly index: number;
  /** The number of its class among `classes`. */
  readonly code: number;
  /** How far it is from the row. */
  readonly distance: number;
  /** What its vote weighs, 0 or more; the share of a class is the sum of its votes over the sum of all. */
  readonly weight: number;
  /** The row itself, as it was in `fit`: not to be written to. */
  readonly features: ArrayLike<number>;
}

/** What an estimator with the view `neighbors` has. */
export interface HasNeighbors {
  /**
   * The rows of `fit` that vote on each row of X, nearest first.
   *
   * @throws rejects as `predictAsync`
   */
  voters(X: MatrixLike, options?: PredictOptions): Promise<readonly (readonly Voter[])[]>;
}

/** A figure of each feature in each class. */
export interface ClassFigure {
  /** Its name: "mean". */
  readonly name: string;
  /** What it is called beside a picture. */
  readonly label: string;
  /** A row for each class, a column for each feature. */
  readonly values: Matrix;
  /** The smallest and the largest value that there can be; undefined where the values have no such bounds. */
  readonly range?: readonly [lowest: number, highest: number] | undefined;
}

/** What an estimator with the view `class-means` has. */
export interface HasClassFigures {
  /**
   * What is typical of each class, the figure first that tells most.
   *
   * @throws NotFittedError
   */
  classFigures(): readonly ClassFigure[];
}

/** Whether an estimator has the weights of linear scores. */
export function hasLinearWeights(estimator: AnyEstimator): estimator is AnyEstimator & HasLinearWeights {
  return has(estimator, 'linear-weights');
}

/** Whether an estimator tells which rows of `fit` vote on another. */
export function hasNeighbors(estimator: AnyEstimator): estimator is AnyEstimator & HasNeighbors {
  return has(estimator, 'neighbors');
}

/** Whether an estimator tells what is typical of each class. */
export function hasClassFigures(estimator: AnyEstimator): estimator is AnyEstimator & HasClassFigures {
  return has(estimator, 'class-means');
}

function has({ definition }: AnyEstimator, view: View): boolean {
  return definition.views.includes(view);
}
