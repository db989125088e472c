import { checkNumber, checkOneOf, ParameterError } from '@tenfold/errors';
import type { Label, Labels } from '@tenfold/linalg';

import { checkTargets, type Targets, type WeightOption } from './checks.js';
import { countClasses, sumCounts } from './class-counts.js';
import { UnknownLabelError } from './errors.js';
import { checkGivenLabels } from './labels.js';
import { nanMean, ratios } from './ratios.js';

/** How the scores of the classes become one number. */
export type Average = 'binary' | 'micro' | 'macro' | 'weighted';

/** Options shared by precision, recall and F. */
export interface PrecisionRecallOptions extends WeightOption {
  /**
   * The classes to score, in this order; a label that is nowhere in the data scores `zeroDivision`. Default: every
   * label present in `yTrue` or `yPred`, in order. Not used by `average: 'binary'`.
   */
  labels?: Labels;
  /** The class that `average: 'binary'` scores. Default 1. Not used by the other averages. */
  posLabel?: Label;
  /**
   * `'binary'` scores the class `posLabel` of two; `'micro'` counts over all the classes together; `'macro'` is the
   * plain mean of the classes, `'weighted'` their mean weighted by their true samples; `null` gives one score
   * a class.
   */
  average?: Average | null;
  /**
   * The score where the division is 0 by 0, as precision is for a class that was never predicted: 0 (default), 1,
   * or NaN, which averages leave out.
   */
  zeroDivision?: number;
}

/** Options of `precisionRecallFscoreSupport`. */
export interface FscoreSupportOptions extends PrecisionRecallOptions {
  /** How much more recall counts than precision in F, from 0 to Infinity. Default 1. */
  beta?: number;
}

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
  return computeScores('precisionRecallFscoreSupport', yTrue, yPred, { average: null, ...options });
}

/** The same for whichever function the user called. */
export function computeScores(
  owner: string,
  yTrue: Labels,
  yPred: Labels,
  options: FscoreSupportOptions,
): ClassScores | AveragedScores {
  const { average = null, beta = 1 } = options;
  if (average !== null) checkOneOf(owner, 'average', average, ['binary', 'micro', 'macro', 'weighted']);
  checkNumber(owner, 'beta', beta, { min: 0, infinite: true });
  const zero = checkZeroDivision(owner, options.zeroDivision);
  const targets = checkTargets(owner, yTrue, yPred, options);
  const classes = chooseClasses(owner, yTrue, targets, options);
  return scoreClasses(targets, classes, average, beta, zero);
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

/** Checks `zeroDivision`: 0, 1 or NaN; 0 when left out. */
export function checkZeroDivision(owner: string, value: number | undefined): number {
  if (value === undefined || value === 0) return 0;
  if (value === 1 || Number.isNaN(value)) return value;
  throw new ParameterError(owner, 'zeroDivision', '0, 1 or NaN', value);
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
  { average = null, labels, posLabel = 1 }: PrecisionRecallOptions,
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
