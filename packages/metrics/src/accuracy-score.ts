import { booleanOption, checkOptions, type OptionReaders } from '@tenfold/core';
import type { Labels } from '@tenfold/linalg';

import { checkTargets, sampleWeightOption, type Targets, type WeightOption } from './checks.js';
import { mean, pairwiseSum, weightedSum } from './sums.js';

/** Options of `accuracyScore` and `zeroOneLoss`. */
export interface AccuracyOptions extends WeightOption {
  /** Whether to give the share of samples (default true) or their number, or total weight (false). */
  normalize?: boolean;
}

const OPTIONS = {
  normalize: booleanOption(true),
  sampleWeight: sampleWeightOption,
} satisfies OptionReaders<AccuracyOptions>;

/**
 * The share of samples whose predicted label is the true one. Mirrors scikit-learn's `accuracy_score`.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @returns a number from 0 to 1, or the weight of the right samples with `normalize: false`
 * @throws ShapeError when there are no samples or the lengths differ
 * @throws ParameterError when labels mix numbers and text, or a weight is negative or NaN
 */
export function accuracyScore(yTrue: Labels, yPred: Labels, options: AccuracyOptions = {}): number {
  const { normalize, sampleWeight } = checkOptions('accuracyScore', options, OPTIONS);
  const targets = checkTargets('accuracyScore', yTrue, yPred, sampleWeight);
  const score = normalize ? mean : weightedSum;
  return score(hits(targets), targets.weights);
}

/**
 * The share of samples whose predicted label is not the true one. Mirrors scikit-learn's `zero_one_loss`.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @returns a number from 0 to 1, or the weight of the wrong samples with `normalize: false`
 * @throws ShapeError when there are no samples or the lengths differ
 * @throws ParameterError when labels mix numbers and text, or a weight is negative or NaN
 */
export function zeroOneLoss(yTrue: Labels, yPred: Labels, options: AccuracyOptions = {}): number {
  const { normalize, sampleWeight } = checkOptions('zeroOneLoss', options, OPTIONS);
  const targets = checkTargets('zeroOneLoss', yTrue, yPred, sampleWeight);
  const right = hits(targets);
  if (normalize) return 1 - mean(right, targets.weights);
  const total = targets.weights === undefined ? right.length : pairwiseSum(targets.weights);
  return total - weightedSum(right, targets.weights);
}

/** 1 for each sample predicted right, 0 for the others. */
function hits({ trueCodes, predictedCodes }: Targets): Uint8Array {
  return Uint8Array.from(trueCodes, (code, i) => (code === predictedCodes[i] ? 1 : 0));
}
