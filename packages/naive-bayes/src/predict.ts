import { type Computation, done, type Fitted, plainStep } from '@tenfold/base';
import { type DenseDesign, type DesignMatrix, logSumExp } from '@tenfold/linalg';

import type { GaussianNBSettings } from './params.js';
import type { GaussianState } from './state.js';

/** Cells times classes of a step: some ten milliseconds. */
const WORK = 1 << 22;

type FittedGaussian = Fitted<GaussianNBSettings, GaussianState>;

/** The logarithm of each class's prior times its density at each row, row after row. */
function* jointLogLikelihoods({ state }: FittedGaussian, rows: DesignMatrix): Computation<Float64Array> {
  const { rows: count, columns, data } = rows as DenseDesign;
  const { theta, var: variances, classPrior } = state;
  const classes = classPrior.length;
  const constants = classPrior.map((prior, k) => {
    let sum = 0;
    for (let at = k * columns; at < (k + 1) * columns; at++) sum += Math.log(2 * Math.PI * variances[at]);
    return Math.log(prior) - sum / 2;
  });
  const out = new Float64Array(count * classes);
  const block = Math.max(1, Math.floor(WORK / (columns * classes)));
  for (let start = 0; start < count; start += block) {
    yield* done(
      plainStep(() => {
        for (let i = start; i < Math.min(start + block, count); i++) {
          for (let k = 0; k < classes; k++) {
            let sum = 0;
            for (let j = 0, at = k * columns; j < columns; j++, at++)
              sum += (data[i * columns + j] - theta[at]) ** 2 / variances[at];
            out[i * classes + k] = constants[k] - sum / 2;
          }
        }
      }),
    );
  }
  return out;
}

/** The number of each row's most probable class, the first of equals. */
export function* classify(fitted: FittedGaussian, rows: DesignMatrix): Computation<Int32Array> {
  const likelihoods = yield* jointLogLikelihoods(fitted, rows);
  const classes = fitted.state.classPrior.length;
  return Int32Array.from({ length: rows.rows }, (_, i) => {
    let best = 0;
    for (let k = 1; k < classes; k++)
      if (likelihoods[i * classes + k] > likelihoods[i * classes + best]) best = k;
    return best;
  });
}

/** The logarithms of the probabilities, row after row. */
export function* logProbabilities(fitted: FittedGaussian, rows: DesignMatrix): Computation<Float64Array> {
  const out = yield* jointLogLikelihoods(fitted, rows);
  const classes = fitted.state.classPrior.length;
  for (let start = 0; start < out.length; start += classes) {
    const total = logSumExp(out, start, start + classes);
    for (let at = start; at < start + classes; at++) out[at] -= total;
  }
  return out;
}
