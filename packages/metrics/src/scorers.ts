import { checkOneOf } from '@tenfold/core';
import { type Label, type Labels, Matrix } from '@tenfold/linalg';

import { accuracyScore } from './accuracy-score.js';
import { balancedAccuracyScore } from './balanced-accuracy-score.js';
import { logLoss } from './log-loss.js';
import type { Average, PrecisionRecallOptions } from './precision-recall-options.js';
import { f1Score, precisionScore, recallScore } from './precision-recall-scores.js';
import { type RocAucOptions, rocAucScore } from './roc-auc-score.js';

/** Labelled rows and what a classifier says of them. */
export interface Judged {
  /** The true labels. */
  readonly yTrue: Labels;
  /** The predicted labels. */
  readonly yPred: Labels;
  /** The probabilities: a row for each label, a column for each of `classes`. */
  readonly yProba: Matrix;
  /** The scores that decide: of two classes one a row, above 0 for the second; else a column for each class. */
  readonly yScore: Float64Array | Matrix;
  /** All classes that the classifier knows, ascending; the rows need not have each. */
  readonly classes: readonly Label[];
  /** A weight for each row; undefined for 1 each. */
  readonly sampleWeight: Float64Array | undefined;
}

/** Judges a classifier by labelled rows: the larger, the better. */
export type Scorer = (judged: Judged) => number;

/** The names of scores, as scikit-learn has them; `neg_` stands before what is better when it is smaller. */
export const SCORER_NAMES = [
  'accuracy',
  'balanced_accuracy',
  'f1',
  'f1_macro',
  'f1_micro',
  'f1_weighted',
  'precision',
  'precision_macro',
  'precision_micro',
  'precision_weighted',
  'recall',
  'recall_macro',
  'recall_micro',
  'recall_weighted',
  'neg_log_loss',
  'roc_auc',
  'roc_auc_ovr',
  'roc_auc_ovo',
  'roc_auc_ovr_weighted',
  'roc_auc_ovo_weighted',
] as const;

/** The name of a score. */
export type ScorerName = (typeof SCORER_NAMES)[number];

const SCORERS: Readonly<Record<ScorerName, Scorer>> = {
  accuracy: ({ yTrue, yPred, sampleWeight }) => accuracyScore(yTrue, yPred, weighted(sampleWeight)),
  balanced_accuracy: ({ yTrue, yPred, sampleWeight }) =>
    balancedAccuracyScore(yTrue, yPred, weighted(sampleWeight)),
  f1: byClass(f1Score, 'binary'),
  f1_macro: byClass(f1Score, 'macro'),
  f1_micro: byClass(f1Score, 'micro'),
  f1_weighted: byClass(f1Score, 'weighted'),
  precision: byClass(precisionScore, 'binary'),
  precision_macro: byClass(precisionScore, 'macro'),
  precision_micro: byClass(precisionScore, 'micro'),
  precision_weighted: byClass(precisionScore, 'weighted'),
  recall: byClass(recallScore, 'binary'),
  recall_macro: byClass(recallScore, 'macro'),
  recall_micro: byClass(recallScore, 'micro'),
  recall_weighted: byClass(recallScore, 'weighted'),
  neg_log_loss: ({ yTrue, yProba, classes, sampleWeight }) =>
    -logLoss(yTrue, yProba, { labels: classes as Labels, ...weighted(sampleWeight) }),
  roc_auc: area({}),
  roc_auc_ovr: area({ multiClass: 'ovr' }),
  roc_auc_ovo: area({ multiClass: 'ovo' }),
  roc_auc_ovr_weighted: area({ multiClass: 'ovr', average: 'weighted' }),
  roc_auc_ovo_weighted: area({ multiClass: 'ovo', average: 'weighted' }),
};

/**
 * What computes a score that is known by name, as scikit-learn's `get_scorer` does: of all classes that there are, also where
 * the rows lack one, and with the second of two classes as the positive one.
 *
 * @param name one of `SCORER_NAMES`
 * @throws ParameterError when there is none
 */
export function getScorer(name: ScorerName): Scorer {
  return SCORERS[checkOneOf('getScorer', 'name', name, SCORER_NAMES)];
}

type ByClass = (
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionRecallOptions & { average?: Average },
) => number;

function byClass(score: ByClass, average: Average): Scorer {
  return ({ yTrue, yPred, classes, sampleWeight }) => {
    const positive = average === 'binary' && classes.length === 2 && { posLabel: classes[1] };
    return score(yTrue, yPred, {
      average,
      labels: classes as Labels,
      ...positive,
      ...weighted(sampleWeight),
    });
  };
}

function area(options: RocAucOptions & { average?: 'macro' | 'weighted' }): Scorer {
  return ({ yTrue, yScore, yProba, classes, sampleWeight }) => {
    const two = classes.length === 2;
    const scores = two && !Matrix.isMatrix(yScore) ? yScore : yProba;
    return rocAucScore(yTrue, scores, {
      ...options,
      ...(!two && { labels: classes as Labels }),
      ...weighted(sampleWeight),
    });
  };
}

function weighted(sampleWeight: Float64Array | undefined): { sampleWeight?: Float64Array } {
  return sampleWeight === undefined ? {} : { sampleWeight };
}
