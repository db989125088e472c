import { Transformer } from '@tenfold/base';
import type { Matrix, FeatureMatrix } from '@tenfold/linalg';

import { standardScaler } from './definition.js';
import type { StandardScalerState } from './fitted.js';
import type { StandardScalerOptions } from './options.js';
import type { StandardScalerSettings } from './params.js';

/**
 * Takes the mean off each feature and divides it by its standard deviation: (x - mean) / scale, with the parameters and
 * the answers of scikit-learn's class of that name.
 *
 * The standard deviation is that of the whole population (divided by n). A feature that is constant up to rounding has
 * scale 1, as has one whose variance is below the smallest double (a standard deviation below about 1e-162). Where
 * squares would overflow, from values of 1e120 on, it computes in a larger unit and goes on being right.
 *
 * @example
 * const scaler = new StandardScaler();
 * const scaled = await scaler.fitTransform(xTrain);
 * const others = scaler.transform(xTest);
 */
export class StandardScaler extends Transformer<
  StandardScalerOptions,
  StandardScalerSettings,
  StandardScalerState
> {
  /** The definition of the estimator. */
  static readonly definition = standardScaler;

  /**
   * @param options hyper-parameters; see `StandardScalerOptions`
   * @throws ParameterError when one is unknown or neither true nor false
   */
  constructor(options: StandardScalerOptions = {}) {
    super(standardScaler, options);
  }

  /**
   * The rows as they were before `transform`: x·scale + mean.
   *
   * @param X transformed rows
   * @throws NotFittedError, ShapeError when X has another width than in `fit`, NonFiniteError
   */
  inverseTransform(X: FeatureMatrix): Matrix {
    return this.turnBack(X);
  }

  /** The mean of each feature; null without `withMean` and without `withStd`. */
  get mean(): Float64Array | null {
    return this.need('mean').state.mean;
  }

  /**
   * The variance of each feature, divided by n; null without `withStd`. Infinity where it lies beyond the largest double;
   * `scale` is right there too.
   */
  get var(): Float64Array | null {
    const { spread } = this.need('var').state;
    if (spread === null) return null;
    return spread.var.map((value, j) => value * 2 ** spread.exponent[j] * 2 ** spread.exponent[j]);
  }

  /** The divisor of each feature: its standard deviation, or 1 when it is constant; null without `withStd`. */
  get scale(): Float64Array | null {
    return this.need('scale').state.spread?.scale ?? null;
  }

  /** How many rows `fit` saw, or the sum of their weights. */
  get nSamplesSeen(): number {
    return this.need('nSamplesSeen').state.nSamplesSeen;
  }
}
