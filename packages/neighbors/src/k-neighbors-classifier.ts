import {
  type ColumnOptions,
  type HasNeighbors,
  type PredictOptions,
  ProbabilisticClassifier,
  runLater,
  runNow,
  type Voter,
} from '@tenfold/base';
import { checkInteger } from '@tenfold/core';
import { Matrix, type FeatureMatrix } from '@tenfold/linalg';

import { kNeighborsClassifier } from './definition.js';
import { metricOf } from './distance.js';
import { findNeighbors } from './find-neighbors.js';
import type { KNeighborsClassifierOptions } from './options.js';
import type { KNeighborsClassifierSettings } from './params.js';
import type { NeighborsState } from './state.js';
import { votersOf } from './voters.js';

/** The options of `kneighbors`. */
export interface KNeighborsOptions extends ColumnOptions {
  /** How many neighbours, 1 or more and at most the rows of `fit`. Default: as many as vote. */
  nNeighbors?: number | undefined;
}

/** The rows of `fit` nearest to each of some rows, nearest first. */
export interface KNeighbors {
  /** Their distances: a row for each row asked for. */
  readonly distances: Matrix;
  /** Their numbers in `fit`, from 0: a row for each row asked for. */
  readonly indices: readonly Int32Array[];
}

/**
 * Labels a row as most of its nearest training rows are labelled: every row of `fit` is looked at, exactly in whole numbers
 * where rows are bytes and the metric is euclidean. Of rows at the same distance the one that came first in `fit` is
 * nearer; of classes with the same votes the first in order wins. Parameters and answers are those of scikit-learn's class
 * of that name with `algorithm='brute'`.
 *
 * @example
 * const model = await new KNeighborsClassifier({ nNeighbors: 3 }).fit(xTrain, yTrain);
 * const accuracy = model.score(xTest, yTest);
 */
export class KNeighborsClassifier
  extends ProbabilisticClassifier<KNeighborsClassifierOptions, KNeighborsClassifierSettings, NeighborsState>
  implements HasNeighbors
{
  /** The definition of the estimator. */
  static readonly definition = kNeighborsClassifier;

  /**
   * @param options hyper-parameters; see `KNeighborsClassifierOptions`
   * @throws ParameterError when one is unknown or out of range
   */
  constructor(options: KNeighborsClassifierOptions = {}) {
    super(kNeighborsClassifier, options);
  }

  /** Rows that it was fitted on. */
  get nSamplesFit(): number {
    return this.need('nSamplesFit').state.X.rows;
  }

  /**
   * The rows of `fit` that are nearest to each row of X.
   *
   * @throws as `predict`; ParameterError on nNeighbors
   */
  kneighbors(X: FeatureMatrix, { nNeighbors, ...options }: KNeighborsOptions = {}): KNeighbors {
    const { fitted, design } = this.rowsNow('kneighbors', X, options);
    const { settings, state } = fitted;
    const range = { min: 1, max: state.X.rows };
    const k = checkInteger(this.nameOf('kneighbors'), 'nNeighbors', nNeighbors ?? settings.nNeighbors, range);
    const { ranks, indices } = runNow(findNeighbors(settings, state.X, design, k));
    const { distanceOf } = metricOf(settings);
    return {
      distances: Matrix.from1DArray(design.rows, k, ranks.map(distanceOf)),
      indices: Array.from({ length: design.rows }, (_, i) => indices.slice(i * k, (i + 1) * k)),
    };
  }

  /**
   * The rows of `fit` that vote on each row of X, nearest first, with their classes, distances and what each vote weighs:
   * why `predict` says what it says. Does not hold the event loop.
   *
   * @throws rejects as `predictAsync`
   */
  async voters(X: FeatureMatrix, options: PredictOptions = {}): Promise<readonly (readonly Voter[])[]> {
    const { fitted, design, resources } = await this.rowsLater('voters', X, options);
    const { settings, state } = fitted;
    const nearest = await runLater(findNeighbors(settings, state.X, design, settings.nNeighbors), resources);
    return votersOf(fitted, nearest);
  }
}
