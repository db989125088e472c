import type { Computation, Fitted } from '@tenfold/base';
import type { DenseDesign, DesignMatrix } from '@tenfold/linalg';

import { jointLikelihoods, mostProbable, normalizeLogs } from '../joint-likelihoods.js';
import { visitOn } from './binarize.js';
import type { BernoulliNBSettings } from './params.js';
import type { BernoulliState } from './state.js';

type FittedBernoulli = Fitted<BernoulliNBSettings, BernoulliState>;

/** The logarithms of the probabilities that features are on and off in each class, laid out as the counts. */
export function logProbabilitiesOf(
  { featureCount, classCount }: BernoulliState,
  alpha: number,
): { on: Float64Array; off: Float64Array } {
  const columns = featureCount.length / classCount.length;
  const totals = classCount.map((count) => Math.log(count + 2 * alpha));
  const on = featureCount.map((count, at) => Math.log(count + alpha) - totals[Math.floor(at / columns)]);
  const off = featureCount.map((count, at) => {
    const k = Math.floor(at / columns);
    return Math.log(Math.max(0, classCount[k] - count) + alpha) - totals[k];
  });
  return { on, off };
}

/** The logarithm of each class's prior times its likelihood at each row, row after row. */
function likelihoods({ state, settings }: FittedBernoulli, design: DesignMatrix): Computation<Float64Array> {
  const { rows, columns } = design;
  const classes = state.classCount.length;
  const { on, off } = logProbabilitiesOf(state, settings.alpha);
  // Of rows in which nothing is on; each feature that is on then changes these.
  const constants = state.classPrior.map(
    (prior, k) =>
      Math.log(prior) + off.subarray(k * columns, (k + 1) * columns).reduce((sum, log) => sum + log, 0),
  );
  const changes = on.map((log, at) => log - off[at]);
  return jointLikelihoods(rows, classes, columns * classes, (row, out, start) => {
    out.set(constants, start);
    visitOn(design as DenseDesign, row, settings.binarize, (j) => {
      for (let k = 0; k < classes; k++) out[start + k] += changes[k * columns + j];
    });
  });
}

/** The number of each row's most probable class, the first of equals. */
export function* classify(fitted: FittedBernoulli, rows: DesignMatrix): Computation<Int32Array> {
  return mostProbable(yield* likelihoods(fitted, rows), fitted.state.classCount.length);
}

/** The logarithms of the probabilities, row after row. */
export function* logProbabilities(fitted: FittedBernoulli, rows: DesignMatrix): Computation<Float64Array> {
  return normalizeLogs(yield* likelihoods(fitted, rows), fitted.state.classCount.length);
}
