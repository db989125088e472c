import { booleanOption, checkOptions, type OptionReaders } from '@tenfold/core';
import type { Labels } from '@tenfold/linalg';

import { checkTargets, sampleWeightOption, type Targets, type WeightOption } from './checks.js';
import { countClasses } from './class-counts.js';
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
  const recalls = recallsOf(targets).filter((recall) => !Number.isNaN(recall));
  const score = mean(recalls);
  const chance = 1 / recalls.length;
  return adjusted ? (score - chance) / (1 - chance) : score;
}

/**
 * The share of each class that was predicted right. Counts are whole in any order; weights are summed in NumPy's, along
 * the rows of the confusion matrix, which takes a cell for each pair of classes.
 */
function recallsOf(targets: Targets): number[] {
  if (targets.weights === undefined) {
    const { hits, actual } = countClasses(targets, targets.present);
    return hits.map((hit, k) => hit / actual[k]);
  }
  return countPairs(targets, targets.present)
    .to2DArray()
    .map((row, k) => row[k] / pairwiseSum(row));
}
