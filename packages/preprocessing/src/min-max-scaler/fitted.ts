import type { MinMaxScalerSettings } from './params.js';

/** The smallest and the largest value of each feature. */
export interface Extremes {
  readonly dataMin: Float64Array;
  readonly dataMax: Float64Array;
  /** Rows seen. */
  readonly nSamplesSeen: number;
}

/** The fitted state. */
export interface MinMaxScalerState extends Extremes {
  /** The factor of each feature. */
  readonly scale: Float64Array;
  /** The term that is added to each scaled feature. */
  readonly min: Float64Array;
}

/** Ranges below this are those of a constant feature, as in scikit-learn. */
const CONSTANT_BELOW = 10 * Number.EPSILON;

/** Makes the fitted state: a constant feature's values become the low end of the range. */
export function fittedState(extremes: Extremes, { featureRange }: MinMaxScalerSettings): MinMaxScalerState {
  const [low, high] = featureRange;
  const { dataMin, dataMax } = extremes;
  const scale = dataMin.map((least, j) => {
    const range = dataMax[j] - least;
    if (range < CONSTANT_BELOW) return high - low;
    if (Number.isFinite(range)) return (high - low) / range;
    // In halves, as the whole lies beyond the largest double.
    return (high - low) / 2 / (dataMax[j] / 2 - least / 2);
  });
  const min = scale.map((factor, j) => low - dataMin[j] * factor);
  return { ...extremes, scale, min };
}

/** The column that a double cannot hold when it is brought into the range, or -1. */
export function overflowingColumn({ scale, min }: MinMaxScalerState): number {
  return scale.findIndex((factor, j) => !Number.isFinite(factor) || !Number.isFinite(min[j]));
}
