/**
 * The penalty Σ_j l1_j·|x_j| + ½·l2_j·x_j²: numbers of 0 or more, one of each a parameter, 0 for those that are not
 * penalised.
 */
export interface ElasticPenalty {
  readonly l1: Float64Array;
  readonly l2: Float64Array;
}

/** A penalty that is alike for all parameters but the last ones, which have none. */
export function uniformPenalty(
  size: number,
  penalised: number,
  { l1, l2 }: { readonly l1: number; readonly l2: number },
): ElasticPenalty {
  return {
    l1: new Float64Array(size).fill(l1, 0, penalised),
    l2: new Float64Array(size).fill(l2, 0, penalised),
  };
}

/** The penalty's value at a point. */
export function penaltyAt({ l1, l2 }: ElasticPenalty, x: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += (l1[j] + 0.5 * l2[j] * Math.abs(x[j])) * Math.abs(x[j]);
  return sum;
}

/**
 * How far a coordinate is from being optimal: the distance of 0 from the subdifferential of f + l1·|x|.
 *
 * @param x the coordinate
 * @param slope the derivative there of all that is smooth
 * @param l1 the factor of |x|
 */
export function violationOf(x: number, slope: number, l1: number): number {
  if (x > 0) return Math.abs(slope + l1);
  if (x < 0) return Math.abs(slope - l1);
  return Math.max(0, Math.abs(slope) - l1);
}

/** A number moved towards 0 by a threshold, or 0 when it is no larger than that. */
export function softThreshold(value: number, threshold: number): number {
  if (value > threshold) return value - threshold;
  if (value < -threshold) return value + threshold;
  return 0;
}
