import type { Vote } from '../../protocol/webviews/neighbors.js';
import { cleanLabel } from '../shared/clean-label.js';

/** A training row that votes. */
export interface Neighbor {
  /** Its number in the data set; null when only that in the fit is known. */
  readonly row: number | null;
  /** Its number in the fit. */
  readonly index: number;
  readonly classNumber: number;
  readonly label: string;
  readonly distance: number;
  readonly weight: number;
  /** The share of all votes that are shown. */
  readonly share: number;
  /** Null where they are not known in the units of the data. */
  readonly features: Float64Array | null;
}

/** The training rows that vote on a row, the nearest first. */
export function neighborsIn({ neighbors, rows, features: asked }: Vote): Neighbor[] {
  const { indices, actual, distances, weights, features, classes } = neighbors;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from(indices, (index, n) => ({
    row: rows === null ? null : rows[n],
    index,
    classNumber: actual[n],
    label: cleanLabel(classes[actual[n]]),
    distance: distances[n],
    weight: weights[n],
    share: total > 0 ? weights[n] / total : 0,
    features: features?.subarray(n * asked.length, (n + 1) * asked.length) ?? null,
  }));
}

/** A distance or a weight to four digits. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const size = Math.abs(value);
  return size === 0 || (size >= 1e-3 && size < 1e6)
    ? String(Number(value.toPrecision(4)))
    : value.toExponential(2);
}
