import { totalWeight } from './l2.js';

/** The share of the weight that the positive class has, rows of which have the target 1 and others -1. */
export function positiveShare(targets: Float64Array, weights: Float64Array | undefined): number {
  let positive = 0;
  for (let i = 0; i < targets.length; i++) if (targets[i] > 0) positive += weights?.[i] ?? 1;
  return positive / totalWeight(weights, targets.length);
}

/** The share of the weight that each class has. */
export function classShares(
  targets: Int32Array,
  classes: number,
  weights: Float64Array | undefined,
): number[] {
  const total = totalWeight(weights, targets.length);
  const shares = new Array<number>(classes).fill(0);
  for (let i = 0; i < targets.length; i++) shares[targets[i]] += (weights?.[i] ?? 1) / total;
  return shares;
}
