import { Transformer } from '@tenfold/base';
import type { Matrix, FeatureMatrix } from '@tenfold/linalg';

import { minMaxScaler } from './definition.js';
import type { MinMaxScalerState } from './fitted.js';
import type { MinMaxScalerOptions } from './options.js';
import type { MinMaxScalerSettings } from './params.js';

/**
 * Brings the values of each feature into a range: x·scale + min, with the parameters and the answers of scikit-learn's
 * class of that name.
 *
 * A feature whose values lie less than 2.2e-15 apart counts as constant: its values become the low end of the range.
 *
 * @example
 * const scaler = new MinMaxScaler({ featureRange: [-1, 1] });
 * const scaled = await scaler.fitTransform(xTrain);
 * const others = scaler.transform(xTest);
 */
export class MinMaxScaler extends Transformer<MinMaxScalerOptions, MinMaxScalerSettings, MinMaxScalerState> {
  /** The definition of the estimator. */
  static readonly definition = minMaxScaler;

  /**
   * @param options hyper-parameters; see `MinMaxScalerOptions`
   * @throws ParameterError when one is unknown or out of range
   */
  constructor(options: MinMaxScalerOptions = {}) {
    super(minMaxScaler, options);
  }

  /**
   * The rows as they were before `transform`: (x - min) / scale. What was clipped stays so.
   *
   * @param X transformed rows
   * @throws NotFittedError, ShapeError when X has another width than in `fit`, NonFiniteError
   */
  inverseTransform(X: FeatureMatrix): Matrix {
    return this.turnBack(X);
  }

  /** The smallest value of each feature. */
  get dataMin(): Float64Array {
    return this.need('dataMin').state.dataMin;
  }

  /** The largest value of each feature. */
  get dataMax(): Float64Array {
    return this.need('dataMax').state.dataMax;
  }

  /** How far these lie apart; Infinity where that is beyond the largest double. */
  get dataRange(): Float64Array {
    const { dataMin, dataMax } = this.need('dataRange').state;
    return dataMax.map((most, j) => most - dataMin[j]);
  }

  /** The factor of each feature. */
  get scale(): Float64Array {
    return this.need('scale').state.scale;
  }

  /** The term that is added to each scaled feature. */
  get min(): Float64Array {
    return this.need('min').state.min;
  }

  /** How many rows `fit` saw. */
  get nSamplesSeen(): number {
    return this.need('nSamplesSeen').state.nSamplesSeen;
  }
}
