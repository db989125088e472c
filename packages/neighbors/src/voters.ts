import type { Fitted, Voter } from '@tenfold/base';

import { metricOf } from './distance.js';
import type { Nearest } from './nearest.js';
import type { KNeighborsClassifierSettings } from './params.js';
import type { NeighborsState } from './state.js';
import { voteWeights } from './votes.js';

/** The neighbours of each row with what they count for, nearest first. */
export function votersOf(
  { settings, state: { X, codes } }: Fitted<KNeighborsClassifierSettings, NeighborsState>,
  nearest: Nearest,
): Voter[][] {
  const { k, indices, ranks } = nearest;
  const { distanceOf } = metricOf(settings);
  const weights = voteWeights(nearest, settings);
  const voterAt = (at: number): Voter => {
    const index = indices[at];
    return {
      index,
      code: codes[index],
      distance: distanceOf(ranks[at]),
      weight: weights[at],
      features: X.data.subarray(index * X.columns, (index + 1) * X.columns),
    };
  };
  return Array.from({ length: indices.length / k }, (_, row) =>
    Array.from({ length: k }, (_neighbor, n) => voterAt(row * k + n)),
  );
}
