import type { ProbabilisticDefinition } from '@tenfold/base';

import { fit } from './fit.js';
import type { GaussianNBOptions } from './options.js';
import { type GaussianNBSettings, params } from './params.js';
import { classify, logProbabilities } from './predict.js';
import { type GaussianState, state } from './state.js';

/** `GaussianNB`, described as data. */
export const gaussianNB: ProbabilisticDefinition<GaussianNBOptions, GaussianNBSettings, GaussianState> = {
  type: 'classifier',
  name: 'GaussianNB',
  id: 'gaussian-nb',
  summary: 'Labels a row by normal distributions of its features, as if these did not depend on each other.',
  params,
  rules: [],
  tags: { sampleWeight: true, oneClass: true, lazy: false, orderFree: true },
  presets: [],
  progress: null,
  views: ['class-means'],
  state,
  fit,
  classify,
  probabilities: function* (fitted, rows) {
    return (yield* logProbabilities(fitted, rows)).map(Math.exp);
  },
  logProbabilities,
};
