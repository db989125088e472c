import { booleanOption, checkOptions, type OptionReaders } from '@tenfold/errors';
import type { Labels } from '@tenfold/linalg';

import { checkTargets, sampleWeightOption, type WeightOption } from './checks.js';
import { countPairs } from './confusion-matrix.js';
import { mean, pairwiseSum } from './sums.js';

/** Options of `balancedAccuracyScore`. */
export interface BalancedAccuracyOptions extends WeightOption {
  /** Whether to rescale so that guessing scores 0 and perfection 1. Default false. */
  adjusted?: boolean;
}

const OPTIONS = {
  adjusted: booleanOption(false),
  sampleWeight: sampleWeightOption,
} satisfies OptionReaders<BalancedAccuracyOptions>;

/**
 * The mean over the classes of the share of each class that was predicted right (its recall), so that a rare
 * class counts as much as a frequent one. Classes without a true sample do not count. Mirrors scikit-learn's
 * `balanced_accuracy_score`. With `adjusted` and only one true class the result is NaN.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @throws ShapeError when there are no samples or the lengths differ
 * @throws ParameterError when labels mix numbers and text, or a weight is negative or NaN
 */
export function balancedAccuracyScore(
  yTrue: Labels,
  yPred: Labels,
  options: BalancedAccuracyOptions = {},
): number {
  const { adjusted, sampleWeight } = checkOptions('balancedAccuracyScore', options, OPTIONS);
  const targets = checkTargets('balancedAccuracyScore', yTrue, yPred, sampleWeight);
  const rows = countPairs(targets, targets.present).to2DArray();
  const recalls = rows.map((row, i) => row[i] / pairwiseSum(row)).filter((recall) => !Number.isNaN(recall));
  const score = mean(recalls);
  const chance = 1 / recalls.length;
  return adjusted ? (score - chance) / (1 - chance) : score;
}
