import { inconsistentError, type StateCodec } from '@tenfold/base';

import type { BernoulliNBSettings } from './params.js';

/** The fitted state: how often each feature is on in each class. */
export interface BernoulliState {
  /** Weights of the rows of each class in which a feature is on: element (k, j) is `featureCount[k * columns + j]`. */
  readonly featureCount: Float64Array;
  /** Weights of the rows of each class. */
  readonly classCount: Float64Array;
  /** The probability of each class before anything is seen. */
  readonly classPrior: Float64Array;
}

/** The fitted state as tensors `featureCount`, `classCount` and `classPrior`. */
export const state: StateCodec<BernoulliNBSettings, BernoulliState> = {
  version: 1,
  write: ({ featureCount, classCount, classPrior }) => {
    const classes = classCount.length;
    return {
      tensors: {
        featureCount: { shape: [classes, featureCount.length / classes], data: featureCount },
        classCount: { shape: [classes], data: classCount },
        classPrior: { shape: [classes], data: classPrior },
      },
      facts: {},
    };
  },
  read: (stored, _settings, { classes: { length: classes }, nFeatures }) => {
    const { data: featureCount } = stored.tensor('featureCount', 'float64', [classes, nFeatures]);
    const { data: classCount } = stored.tensor('classCount', 'float64', [classes]);
    const at = featureCount.findIndex(
      (count, i) => !(count >= 0 && count <= classCount[Math.floor(i / nFeatures)] * (1 + 1e-9)),
    );
    if (at >= 0)
      throw inconsistentError('counts of features from 0 to those of their classes', `${featureCount[at]}`);
    return {
      featureCount,
      classCount,
      classPrior: stored.tensor('classPrior', 'float64', [classes]).data,
    };
  },
};
