import type { ClassificationProblem, FitResult, ProbabilisticDefinition } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import { type DenseDesign, toDesignMatrixAsync } from '@tenfold/linalg';

import type { KNeighborsClassifierOptions } from './options.js';
import { type KNeighborsClassifierSettings, params } from './params.js';
import { type NeighborsState, state } from './state.js';
import { shares, winners } from './votes.js';

const NAME = 'KNeighborsClassifier';

/** `KNeighborsClassifier`, described as data. */
export const kNeighborsClassifier: ProbabilisticDefinition<
  KNeighborsClassifierOptions,
  KNeighborsClassifierSettings,
  NeighborsState
> = {
  type: 'classifier',
  name: NAME,
  id: 'knn',
  summary: 'Labels a row as most of its nearest training rows are labelled.',
  params,
  rules: [],
  tags: { sampleWeight: false, oneClass: true, lazy: true, orderFree: false },
  presets: [],
  progress: null,
  views: ['neighbors'],
  state,
  fit,
  classify: winners,
  probabilities: shares,
  logProbabilities: function* (fitted, rows) {
    return (yield* shares(fitted, rows)).map(Math.log);
  },
};

async function fit({
  X,
  rows,
  codes,
  settings,
  signal,
}: ClassificationProblem<KNeighborsClassifierSettings, never>): Promise<FitResult<NeighborsState>> {
  const { nNeighbors } = settings;
  if (nNeighbors > rows)
    throw new ParameterError(NAME, 'nNeighbors', `at most the rows of X (${rows})`, nNeighbors);
  const design = (await toDesignMatrixAsync(X, { owner: NAME, storage: 'dense', signal })) as DenseDesign;
  return { state: { X: { ...design, data: design.data.slice() }, codes } };
}
