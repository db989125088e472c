import { inconsistentError, type StateCodec } from '@tenfold/base';
import { smallest } from '@tenfold/linalg';

import type { GaussianNBSettings } from './params.js';

/** The fitted state: a normal distribution for each feature of each class. */
export interface GaussianState {
  /** The mean of each feature: element (k, j) is `theta[k * columns + j]`. */
  readonly theta: Float64Array;
  /** The variance of each feature, laid out likewise. */
  readonly var: Float64Array;
  /** Weights of the rows of each class. */
  readonly classCount: Float64Array;
  /** The probability of each class before anything is seen. */
  readonly classPrior: Float64Array;
  /** The term that was added to all variances. */
  readonly epsilon: number;
}

/** The fitted state as tensors `theta`, `var`, `classCount`, `classPrior` and the fact `epsilon`. */
export const state: StateCodec<GaussianNBSettings, GaussianState> = {
  version: 1,
  write: ({ theta, var: variances, classCount, classPrior, epsilon }) => {
    const classes = classCount.length;
    const shape = [classes, theta.length / classes];
    return {
      tensors: {
        theta: { shape, data: theta },
        var: { shape, data: variances },
        classCount: { shape: [classes], data: classCount },
        classPrior: { shape: [classes], data: classPrior },
      },
      facts: { epsilon },
    };
  },
  read: (stored, _settings, { classes: { length: classes }, nFeatures }) => {
    const { data: variances } = stored.tensor('var', 'float64', [classes, nFeatures]);
    if (!(smallest(variances) > 0)) throw inconsistentError('variances above 0', `${smallest(variances)}`);
    return {
      theta: stored.tensor('theta', 'float64', [classes, nFeatures]).data,
      var: variances,
      classCount: stored.tensor('classCount', 'float64', [classes]).data,
      classPrior: stored.tensor('classPrior', 'float64', [classes]).data,
      epsilon: stored.number('epsilon'),
    };
  },
};
