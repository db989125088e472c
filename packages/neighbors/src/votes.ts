import type { Computation, Fitted } from '@tenfold/base';
import type { DesignMatrix } from '@tenfold/linalg';

import { metricOf } from './distance.js';
import { findNeighbors } from './find-neighbors.js';
import type { Nearest } from './nearest.js';
import type { KNeighborsClassifierSettings } from './params.js';
import type { NeighborsState } from './state.js';

type FittedNeighbors = Fitted<KNeighborsClassifierSettings, NeighborsState>;

/** The share of the votes that each class gets, row after row. */
export function* shares(
  { settings, seen, state }: FittedNeighbors,
  rows: DesignMatrix,
): Computation<Float64Array> {
  const nearest = yield* findNeighbors(settings, state.X, rows, settings.nNeighbors);
  const votes = voteWeights(nearest, settings);
  const { k } = nearest;
  const classes = seen.classes.length;
  const out = new Float64Array(rows.rows * classes);
  for (let i = 0; i < rows.rows; i++) {
    const own = out.subarray(i * classes, (i + 1) * classes);
    for (let n = i * k; n < (i + 1) * k; n++) own[state.codes[nearest.indices[n]]] += votes[n];
    const total = own.reduce((sum, votesOfClass) => sum + votesOfClass, 0);
    for (let c = 0; c < classes; c++) own[c] /= total;
  }
  return out;
}

/** The class with the most votes of each row; the first of equals. */
export function* winners(fitted: FittedNeighbors, rows: DesignMatrix): Computation<Int32Array> {
  const all = yield* shares(fitted, rows);
  const classes = fitted.seen.classes.length;
  return Int32Array.from({ length: rows.rows }, (_, i) => {
    let best = 0;
    for (let c = 1; c < classes; c++) if (all[i * classes + c] > all[i * classes + best]) best = c;
    return best;
  });
}

/** The weight of each neighbour's vote. */
export function voteWeights(nearest: Nearest, settings: KNeighborsClassifierSettings): Float64Array {
  const { ranks, k } = nearest;
  if (settings.weights === 'uniform') return new Float64Array(ranks.length).fill(1);
  const { distanceOf } = metricOf(settings);
  return ranks.map((rank, n) => {
    // The nearest of a row comes first: where it is equal to the row, only such rows vote.
    const nearestRank = ranks[n - (n % k)];
    if (nearestRank === 0) return rank === 0 ? 1 : 0;
    return 1 / distanceOf(rank);
  });
}
