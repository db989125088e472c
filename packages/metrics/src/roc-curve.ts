import { booleanOption, checkedLater, checkOptions, type OptionReaders, ParameterError } from '@tenfold/core';
import type { Label, Labels } from '@tenfold/linalg';

import {
  checkNumbers,
  checkSameLength,
  checkWeights,
  sampleWeightOption,
  type WeightOption,
} from './checks.js';
import { UnknownLabelError } from './errors.js';
import { positiveOf, sortedUnion } from './labels.js';
import { countAtThresholds, keepCorners } from './threshold-counts.js';

/** Options of `rocCurve`. */
export interface RocCurveOptions extends WeightOption {
  /**
   * The class that high scores mean. Default 1 where the labels are 0 and 1 or -1 and 1, true of booleans;
   * otherwise required.
   */
  posLabel?: Label;
  /** Whether to leave out points on a straight line between others, which no picture shows. Default true. */
  dropIntermediate?: boolean;
}

const OPTIONS = {
  posLabel: checkedLater<Label | undefined>(),
  dropIntermediate: booleanOption(true),
  sampleWeight: sampleWeightOption,
} satisfies OptionReaders<RocCurveOptions>;

/** A receiver operating characteristic: one point a threshold, from (0, 0) to (1, 1). */
export interface RocCurve {
  /** False positive rate: of the negative samples, the share that score at least the threshold. */
  fpr: number[];
  /** True positive rate: of the positive samples, the share that score at least the threshold. */
  tpr: number[];
  /** The thresholds, falling; the first is Infinity, at which nothing is positive. */
  thresholds: number[];
}

/**
 * The ROC curve of a binary classifier. Samples of equal score move together. Mirrors scikit-learn's `roc_curve`;
 * as there, `fpr` is all NaN when no sample is negative (or all of them weigh 0), and `tpr` likewise.
 *
 * @param yTrue the true labels; with more than two classes `posLabel` says which one stands against the others
 * @param yScore a score for each sample, such as a probability of the positive class or a decision value
 * @throws ShapeError when there are no samples or the lengths differ
 * @throws ParameterError when a score is not finite, a weight is negative or NaN, or `posLabel` is needed
 * @throws UnknownLabelError when `posLabel` is given and not in `yTrue`
 */
export function rocCurve(yTrue: Labels, yScore: ArrayLike<number>, options: RocCurveOptions = {}): RocCurve {
  const owner = 'rocCurve';
  const checked = checkOptions(owner, options, OPTIONS);
  const posLabel = choosePositive(owner, sortedUnion(owner, [['yTrue', yTrue]]), checked.posLabel);
  const scores = checkNumbers(owner, 'yScore', yScore);
  checkSameLength(owner, 'score', yTrue.length, scores.length);
  const weights = checkWeights(owner, checked.sampleWeight, scores.length);
  const isPositive = Uint8Array.from(yTrue as readonly Label[], (label) => (label === posLabel ? 1 : 0));
  return curveOf(isPositive, scores, weights, checked.dropIntermediate);
}

/** The ROC curve of checked values. */
export function curveOf(
  isPositive: Uint8Array,
  scores: Float64Array,
  weights: Float64Array | undefined,
  dropIntermediate: boolean,
): RocCurve {
  const all = countAtThresholds(isPositive, scores, weights);
  const { falsePositives, truePositives, thresholds } = dropIntermediate ? keepCorners(all) : all;
  return {
    fpr: toRates(falsePositives),
    tpr: toRates(truePositives),
    thresholds: [Infinity, ...thresholds],
  };
}

/** Counts as shares of the last, with a 0 before them; all NaN where the last is 0. */
function toRates(counts: readonly number[]): number[] {
  const total = counts.at(-1) ?? 0;
  return [0, ...counts].map((count) => (total > 0 ? count / total : NaN));
}

function choosePositive(owner: string, present: readonly Label[], posLabel: Label | undefined): Label {
  if (posLabel === undefined) {
    const isPlain = [0, 1, -1].some((low) => present.every((label) => label === low || label === 1));
    if (isPlain || typeof present[0] === 'boolean') return positiveOf(present);
    const expected = 'given, as the labels of yTrue are not 0 and 1, -1 and 1 or booleans';
    throw new ParameterError(owner, 'posLabel', expected, posLabel);
  }
  if (!present.includes(posLabel)) throw new UnknownLabelError(owner, 'posLabel', posLabel, present);
  return posLabel;
}
