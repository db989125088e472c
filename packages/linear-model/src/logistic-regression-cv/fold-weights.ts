import { balancedWeights } from '@tenfold/base';
import type { Label } from '@tenfold/linalg';

/** The weights of all rows that leave those of a training part: 0 elsewhere, and as often as a row is in it. */
export function foldWeights(
  train: Uint32Array,
  rows: number,
  sampleWeight: Float64Array | undefined,
): Float64Array {
  const weights = new Float64Array(rows);
  for (const row of train) weights[row] += sampleWeight?.[row] ?? 1;
  return weights;
}

/** The weights of the classes that balance all rows, by label. */
export function balancedByAll(
  classes: readonly Label[],
  codes: Int32Array,
  sampleWeight: Float64Array | undefined,
): ReadonlyMap<string, number> {
  const weights = balancedWeights(classes.length, codes, sampleWeight);
  return new Map(classes.map((label, k) => [String(label), weights[k]]));
}
