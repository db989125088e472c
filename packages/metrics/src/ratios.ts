import { mean, pairwiseSum } from './sums.js';

/** Elementwise numerator / denominator; `zero` where the denominator is 0. */
export function ratios(
  numerators: readonly number[],
  denominators: readonly number[],
  zero: number,
): number[] {
  return numerators.map((numerator, k) => (denominators[k] === 0 ? zero : numerator / denominators[k]));
}

/** The mean over the values that are not NaN; the plain mean where the weights sum to 0; NaN where none is left. */
export function nanMean(values: readonly number[], weights?: readonly number[]): number {
  const defined = values.filter((value) => !Number.isNaN(value));
  if (defined.length === 0) return NaN;
  // Zeros in the place of NaN, rather than a shorter list, keep NumPy's order of summation.
  if (weights === undefined) return pairwiseSum(values.map((value) => value || 0)) / defined.length;
  const kept = weights.filter((_, k) => !Number.isNaN(values[k]));
  return mean(defined, pairwiseSum(kept) === 0 ? undefined : kept);
}
