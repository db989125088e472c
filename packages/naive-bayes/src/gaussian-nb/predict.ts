import type { Computation, Fitted } from '@tenfold/base';
import type { DenseDesign, DesignMatrix } from '@tenfold/linalg';

import { jointLikelihoods, mostProbable, normalizeLogs } from '../joint-likelihoods.js';
import type { GaussianNBSettings } from './params.js';
import type { GaussianState } from './state.js';

type FittedGaussian = Fitted<GaussianNBSettings, GaussianState>;

/** The logarithm of each class's prior times its density at each row, row after row. */
function densities({ state }: FittedGaussian, rows: DesignMatrix): Computation<Float64Array> {
  const { rows: count, columns, data } = rows as DenseDesign;
  const { theta, var: variances, classPrior } = state;
  const classes = classPrior.length;
  const constants = classPrior.map((prior, k) => {
    let sum = 0;
    for (let at = k * columns; at < (k + 1) * columns; at++) sum += Math.log(2 * Math.PI * variances[at]);
    return Math.log(prior) - sum / 2;
  });
  return jointLikelihoods(count, classes, columns * classes, (row, out, start) => {
    for (let k = 0; k < classes; k++) {
      let sum = 0;
      for (let j = 0, at = k * columns; j < columns; j++, at++)
        sum += (data[row * columns + j] - theta[at]) ** 2 / variances[at];
      out[start + k] = constants[k] - sum / 2;
    }
  });
}

/** The number of each row's most probable class, the first of equals. */
export function* classify(fitted: FittedGaussian, rows: DesignMatrix): Computation<Int32Array> {
  return mostProbable(yield* densities(fitted, rows), fitted.state.classPrior.length);
}

/** The logarithms of the probabilities, row after row. */
export function* logProbabilities(fitted: FittedGaussian, rows: DesignMatrix): Computation<Float64Array> {
  return normalizeLogs(yield* densities(fitted, rows), fitted.state.classPrior.length);
}
