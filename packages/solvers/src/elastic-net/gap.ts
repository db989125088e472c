import type { ElasticPenalty } from './elastic-penalty.js';

/** Rounding of a sum of losses, as a share of it. */
const ROUNDING = 2 ** -46;

/**
 * The largest factor up to 1 by which v is within the bounds of a penalty's dual: |v_j| ≤ l1_j where l2_j is 0.
 *
 * @param v the gradient of a loss that a point of the dual stands for
 */
export function boundFactor(v: Float64Array, { l1, l2 }: ElasticPenalty): number {
  let factor = 1;
  for (let j = 0; j < v.length; j++) {
    const size = Math.abs(v[j]);
    if (l2[j] === 0 && size > l1[j]) factor = Math.min(factor, l1[j] / size);
  }
  return factor;
}

/** Σ_j max(0, |factor·v_j| - l1_j)²/(2·l2_j), the penalty's conjugate within those bounds. */
export function dualPenalty(v: Float64Array, { l1, l2 }: ElasticPenalty, factor: number): number {
  let sum = 0;
  for (let j = 0; j < v.length; j++) {
    if (l2[j] > 0) sum += Math.max(0, factor * Math.abs(v[j]) - l1[j]) ** 2 / (2 * l2[j]);
  }
  return sum;
}

/** A value less a dual one, with room for their rounding; Infinity when it is no number. */
export function gapOf(value: number, dual: number): number {
  const gap = value - dual + ROUNDING * Math.abs(value);
  return Number.isFinite(gap) ? Math.max(0, gap) : Infinity;
}
