import type { KNeighborsClassifierSettings } from './params.js';

/** Rows after each other: row i is `data[i * columns]` and on. */
export interface Rows {
  readonly columns: number;
  readonly data: Float64Array | Uint8Array;
}

/**
 * A number that grows with the distance between row i of A and row j of B, so that it orders rows as the distance does: for
 * powers it is the sum before the root is drawn.
 */
export type RankedDistance = (A: Rows, i: number, B: Rows, j: number) => number;

/** A function that orders rows by distance, and one that converts its values to distances. */
export interface Metric {
  readonly rank: RankedDistance;
  readonly distanceOf: (rank: number) => number;
  /** Whether ranks are squared euclidean distances. */
  readonly isEuclidean: boolean;
}

/** The metric that settings mean. */
export function metricOf({ metric, p }: Pick<KNeighborsClassifierSettings, 'metric' | 'p'>): Metric {
  const power =
    metric === 'minkowski' ? p : { euclidean: 2, manhattan: 1, chebyshev: Infinity, cosine: NaN }[metric];
  if (metric === 'cosine') return { rank: cosine, distanceOf: same, isEuclidean: false };
  if (power === 2) return { rank: squares, distanceOf: Math.sqrt, isEuclidean: true };
  if (power === 1) return { rank: sums, distanceOf: same, isEuclidean: false };
  if (power === Infinity) return { rank: most, distanceOf: same, isEuclidean: false };
  return { rank: powers(power), distanceOf: (rank) => rank ** (1 / power), isEuclidean: false };
}

const same = (rank: number): number => rank;

const squares: RankedDistance = (A, i, B, j) => {
  let sum = 0;
  for (let c = 0, a = i * A.columns, b = j * B.columns; c < A.columns; c++) {
    const difference = A.data[a + c] - B.data[b + c];
    sum += difference * difference;
  }
  return sum;
};

const sums: RankedDistance = (A, i, B, j) => {
  let sum = 0;
  for (let c = 0, a = i * A.columns, b = j * B.columns; c < A.columns; c++)
    sum += Math.abs(A.data[a + c] - B.data[b + c]);
  return sum;
};

const most: RankedDistance = (A, i, B, j) => {
  let largest = 0;
  for (let c = 0, a = i * A.columns, b = j * B.columns; c < A.columns; c++)
    largest = Math.max(largest, Math.abs(A.data[a + c] - B.data[b + c]));
  return largest;
};

const powers =
  (power: number): RankedDistance =>
  (A, i, B, j) => {
    let sum = 0;
    for (let c = 0, a = i * A.columns, b = j * B.columns; c < A.columns; c++)
      sum += Math.abs(A.data[a + c] - B.data[b + c]) ** power;
    return sum;
  };

/** One minus the cosine; a row of zeros is at distance 1 of every other, as in scikit-learn. */
const cosine: RankedDistance = (A, i, B, j) => {
  let product = 0;
  let left = 0;
  let right = 0;
  for (let c = 0, a = i * A.columns, b = j * B.columns; c < A.columns; c++) {
    product += A.data[a + c] * B.data[b + c];
    left += A.data[a + c] ** 2;
    right += B.data[b + c] ** 2;
  }
  const length = Math.sqrt(left) * Math.sqrt(right);
  return length === 0 ? 1 : Math.min(2, Math.max(0, 1 - product / length));
};
