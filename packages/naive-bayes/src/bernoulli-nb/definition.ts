import type { ProbabilisticDefinition } from '@tenfold/base';

import { fit } from './fit.js';
import type { BernoulliNBOptions } from './options.js';
import { type BernoulliNBSettings, params } from './params.js';
import { classify, logProbabilities } from './predict.js';
import { type BernoulliState, state } from './state.js';

/** `BernoulliNB`, described as data. */
export const bernoulliNB: ProbabilisticDefinition<BernoulliNBOptions, BernoulliNBSettings, BernoulliState> = {
  type: 'classifier',
  name: 'BernoulliNB',
  id: 'bernoulli-nb',
  summary: 'Labels a row by which of its features are on, as if these did not depend on each other.',
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
