import { classPositions, type Label } from '@tenfold/linalg';

import type { Targets } from './checks.js';
import { pairwiseSum } from './sums.js';

/** For each class the number, or total weight, of samples. */
export interface ClassCounts {
  /** Of the class and predicted as it. */
  hits: number[];
  /** Predicted as it. */
  predicted: number[];
  /** Of the class. */
  actual: number[];
}

/** Counts the samples of each class in `classes`; a class that is not present counts 0. */
export function countClasses(targets: Targets, classes: readonly Label[]): ClassCounts {
  const all = countPresent(targets);
  const places = classPositions(classes as string[], targets.present);
  const take = (counts: Float64Array): number[] =>
    Array.from(places, (place) => (place < 0 ? 0 : counts[place]));
  return { hits: take(all.hits), predicted: take(all.predicted), actual: take(all.actual) };
}

/** The counts of all the classes together, as a single class. */
export function sumCounts({ hits, predicted, actual }: ClassCounts): ClassCounts {
  return {
    hits: [pairwiseSum(hits)],
    predicted: [pairwiseSum(predicted)],
    actual: [pairwiseSum(actual)],
  };
}

function countPresent({
  present,
  trueCodes,
  predictedCodes,
  weights,
}: Targets): Record<keyof ClassCounts, Float64Array> {
  const hits = new Float64Array(present.length);
  const predicted = new Float64Array(present.length);
  const actual = new Float64Array(present.length);
  for (let i = 0; i < trueCodes.length; i++) {
    const weight = weights?.[i] ?? 1;
    actual[trueCodes[i]] += weight;
    predicted[predictedCodes[i]] += weight;
    if (trueCodes[i] === predictedCodes[i]) hits[trueCodes[i]] += weight;
  }
  return { hits, predicted: viaMisses(hits, predicted), actual: viaMisses(hits, actual) };
}

/** Hits plus misses, which with fractional weights may round otherwise than the sum over the samples. */
function viaMisses(hits: Float64Array, sums: Float64Array): Float64Array {
  return sums.map((sum, k) => hits[k] + (sum - hits[k]));
}
