import { choice, integer, number, type ParamsOf } from '@tenfold/base';

import type { KNeighborsClassifierOptions } from './options.js';

/** Options that have been checked, with the defaults filled in. */
export interface KNeighborsClassifierSettings {
  readonly nNeighbors: number;
  readonly weights: 'uniform' | 'distance';
  readonly metric: 'minkowski' | 'euclidean' | 'manhattan' | 'chebyshev' | 'cosine';
  readonly p: number;
}

/** The hyper-parameters of `KNeighborsClassifier`. */
export const params: ParamsOf<KNeighborsClassifierOptions, KNeighborsClassifierSettings> = {
  nNeighbors: integer({ min: 1, default: 5, doc: 'How many neighbours vote.', ask: true }),
  weights: choice(['uniform', 'distance'], {
    default: 'uniform',
    doc: 'What a vote weighs: uniform, all alike, or distance, one over the distance; rows that are equal to the one in question then vote alone.',
    ask: true,
  }),
  metric: choice(['minkowski', 'euclidean', 'manhattan', 'chebyshev', 'cosine'], {
    default: 'minkowski',
    doc: 'How far rows are apart: minkowski with the power `p`, euclidean, manhattan, chebyshev, or cosine, one minus the cosine of their angle.',
  }),
  p: number({
    above: 0,
    default: 2,
    doc: 'The power of minkowski: 2 is euclidean, 1 manhattan. Other metrics have no power.',
  }),
};
