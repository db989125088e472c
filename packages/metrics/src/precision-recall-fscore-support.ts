import { checkOptions, type OptionReaders, ParameterError } from '@tenfold/core';
import type { Label, Labels } from '@tenfold/linalg';

import { checkTargets, type Targets } from './checks.js';
import { countClasses, sumCounts } from './class-counts.js';
import { UnknownLabelError } from './errors.js';
import { checkGivenLabels, positiveOf } from './labels.js';
import {
  type Average,
  betaOption,
  type FscoreSupportOptions,
  type PrecisionRecallChecked,
  precisionRecallOptions,
} from './precision-recall-options.js';
import { nanMean, ratios } from './ratios.js';

const OPTIONS = {
  ...precisionRecallOptions(null),
  beta: betaOption(1),
} satisfies OptionReaders<FscoreSupportOptions>;

/** Precision, recall, F and support of each class, in the order of the labels. */
export interface ClassScores {
  /** Of the samples predicted as the class, the share that are of it. */
  precision: number[];
  /** Of the samples of the class, the share predicted as it. */
  recall: number[];
  /** The weighted harmonic mean of the two. */
  fscore: number[];
  /** The number, or total weight, of the samples of the class. */
  support: number[];
}

/** Precision, recall and F averaged over the classes. */
export interface AveragedScores {
  /** Averaged precision. */
  precision: number;
  /** Averaged recall. */
  recall: number;
  /** Averaged F. */
  fscore: number;
  /** An average has no support. */
  support: null;
}

/**
 * Precision tp / (tp + fp), recall tp / (tp + fn), F = (1 + β²) tp / ((1 + β²) tp + β² fn + fp) and support of each
 * class, or averaged over the classes. Mirrors scikit-learn's `precision_recall_fscore_support`, except that
 * an undefined score is not warned about.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @param options by default one score a class (`average: null`)
 * @throws ShapeError when there are no samples, the lengths differ, or `labels` is empty
 * @throws ParameterError when an option is outside its range, labels mix numbers and text, or `average: 'binary'`
 *   meets more than two classes
 * @throws UnknownLabelError when `posLabel` is not present with `average: 'binary'`
 */
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options?: FscoreSupportOptions & { average?: null },
): ClassScores;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options: FscoreSupportOptions & { average: Average },
): AveragedScores;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options: FscoreSupportOptions = {},
): ClassScores | AveragedScores {
  const owner = 'precisionRecallFscoreSupport';
  const { beta, ...checked } = checkOptions(owner, options, OPTIONS);
  return computeScores(owner, yTrue, yPred, checked, beta);
}

/** The same for whichever function the user called, whose options have been checked. */
export function computeScores(
  owner: string,
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionRecallChecked,
  beta = 1,
): ClassScores | AveragedScores {
  const targets = checkTargets(owner, yTrue, yPred, options.sampleWeight);
  const classes = chooseClasses(owner, yTrue, targets, options);
  return scoreClasses(targets, classes, options.average, beta, options.zeroDivision);
}

/** The scores of checked targets. */
export function scoreClasses(
  targets: Targets,
  classes: readonly Label[],
  average: Average | null,
  beta: number,
  zero: number,
): ClassScores | AveragedScores {
  const counts = countClasses(targets, classes);
  const { hits, predicted, actual } = average === 'micro' ? sumCounts(counts) : counts;
  const precision = ratios(hits, predicted, zero);
  const recall = ratios(hits, actual, zero);
  const fscore = fScores(hits, predicted, actual, precision, recall, beta, zero);
  if (average === null) return { precision, recall, fscore, support: actual };
  const [p, r, f] = [precision, recall, fscore].map((scores) =>
    nanMean(scores, average === 'weighted' ? actual : undefined),
  );
  return { precision: p, recall: r, fscore: f, support: null };
}

function fScores(
  hits: number[],
  predicted: number[],
  actual: number[],
  precision: number[],
  recall: number[],
  beta: number,
  zero: number,
): number[] {
  if (beta === Infinity) return recall;
  if (beta === 0) return precision;
  const beta2 = beta ** 2;
  return ratios(
    hits.map((hit) => (1 + beta2) * hit),
    predicted.map((count, k) => beta2 * actual[k] + count),
    zero,
  );
}

function chooseClasses(
  owner: string,
  yTrue: Labels,
  { present }: Targets,
  { average, labels, posLabel = positiveOf(present) }: PrecisionRecallChecked,
): readonly Label[] {
  if (average !== 'binary') {
    return labels === undefined ? present : checkGivenLabels(owner, labels, [['yTrue', yTrue]]);
  }
  if (present.length > 2) {
    const hint = "one of 'micro', 'macro', 'weighted' or null for more than two classes";
    throw new ParameterError(owner, 'average', hint, average);
  }
  const isAbsent = !present.includes(posLabel);
  if (isAbsent && (present.length === 2 || typeof posLabel !== typeof present[0])) {
    throw new UnknownLabelError(owner, 'posLabel', posLabel, present);
  }
  return [posLabel];
}
