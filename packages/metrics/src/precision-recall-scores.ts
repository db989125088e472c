import { checkOptions, type OptionReaders } from '@tenfold/core';
import type { Labels } from '@tenfold/linalg';

import { computeScores } from './precision-recall-fscore-support.js';
import {
  type Average,
  betaOption,
  type FscoreSupportOptions,
  type PrecisionRecallOptions,
  precisionRecallOptions,
} from './precision-recall-options.js';

const OPTIONS = precisionRecallOptions('binary');
const FBETA_OPTIONS = { ...OPTIONS, beta: betaOption() } satisfies OptionReaders<FscoreSupportOptions>;

/**
 * Of the samples predicted as a class, the share that are of it: tp / (tp + fp). Mirrors scikit-learn's
 * `precision_score`.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @param options by default `average: 'binary'` with `posLabel: 1`; `average: null` gives one score a class
 * @throws ShapeError, ParameterError, UnknownLabelError as `precisionRecallFscoreSupport` does
 */
export function precisionScore(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionRecallOptions & { average: null },
): number[];
export function precisionScore(
  yTrue: Labels,
  yPred: Labels,
  options?: PrecisionRecallOptions & { average?: Average },
): number;
export function precisionScore(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionRecallOptions = {},
): number | number[] {
  return computeScores('precisionScore', yTrue, yPred, checkOptions('precisionScore', options, OPTIONS))
    .precision;
}

/**
 * Of the samples of a class, the share predicted as it: tp / (tp + fn). Mirrors scikit-learn's `recall_score`.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @param options by default `average: 'binary'` with `posLabel: 1`; `average: null` gives one score a class
 * @throws ShapeError, ParameterError, UnknownLabelError as `precisionRecallFscoreSupport` does
 */
export function recallScore(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionRecallOptions & { average: null },
): number[];
export function recallScore(
  yTrue: Labels,
  yPred: Labels,
  options?: PrecisionRecallOptions & { average?: Average },
): number;
export function recallScore(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionRecallOptions = {},
): number | number[] {
  return computeScores('recallScore', yTrue, yPred, checkOptions('recallScore', options, OPTIONS)).recall;
}

/**
 * The harmonic mean of precision and recall: 2 tp / (2 tp + fp + fn). Mirrors scikit-learn's `f1_score`.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @param options by default `average: 'binary'` with `posLabel: 1`; `average: null` gives one score a class
 * @throws ShapeError, ParameterError, UnknownLabelError as `precisionRecallFscoreSupport` does
 */
export function f1Score(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionRecallOptions & { average: null },
): number[];
export function f1Score(
  yTrue: Labels,
  yPred: Labels,
  options?: PrecisionRecallOptions & { average?: Average },
): number;
export function f1Score(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionRecallOptions = {},
): number | number[] {
  return computeScores('f1Score', yTrue, yPred, checkOptions('f1Score', options, OPTIONS)).fscore;
}

/**
 * The weighted harmonic mean of precision and recall, in which recall counts `beta` times as much as precision.
 * Mirrors scikit-learn's `fbeta_score`.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @param options `beta` is required, from 0 (precision alone) to Infinity (recall alone); the others as `f1Score`
 * @throws ShapeError, ParameterError, UnknownLabelError as `precisionRecallFscoreSupport` does
 */
export function fbetaScore(
  yTrue: Labels,
  yPred: Labels,
  options: FscoreSupportOptions & { beta: number; average: null },
): number[];
export function fbetaScore(
  yTrue: Labels,
  yPred: Labels,
  options: FscoreSupportOptions & { beta: number; average?: Average },
): number;
export function fbetaScore(
  yTrue: Labels,
  yPred: Labels,
  options: FscoreSupportOptions & { beta: number },
): number | number[] {
  const { beta, ...checked } = checkOptions('fbetaScore', options, FBETA_OPTIONS);
  return computeScores('fbetaScore', yTrue, yPred, checked, beta).fscore;
}
