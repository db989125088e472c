import type { Moments } from './moments.js';

/** The fitted state. */
export interface StandardScalerState {
  /** Null without `withMean` and without `withStd`. */
  readonly mean: Float64Array | null;
  /** Null without `withStd`. */
  readonly spread: Spread | null;
  /** Rows seen, or the sum of their weights. */
  readonly nSamplesSeen: number;
  /** Rows seen that have any weight. */
  readonly rows: number;
}

/** How far the values of each column lie apart. */
export interface Spread extends Pick<Moments, 'var' | 'exponent'> {
  /** The standard deviation; 1 of a constant column. */
  readonly scale: Float64Array;
}

/**
 * The spread of columns, with their scales. As in scikit-learn a column counts as constant when its variance is within the
 * error of the two passes that it takes to compute it. That error grows with the number of rows; scikit-learn takes the
 * sum of the weights for that number, so that with large weights every column would be constant.
 */
export function spreadOf({ mean, var: variances, exponent }: Moments, rows: number): Spread {
  const error = rows * Number.EPSILON;
  const scale = variances.map((variance, j) => {
    const unit = 2 ** exponent[j];
    const isConstant = variance <= error * variance + ((mean[j] / unit) * error) ** 2;
    return isConstant ? 1 : Math.sqrt(variance) * unit;
  });
  return { var: variances, exponent, scale };
}
