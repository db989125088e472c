import {
  accuracyScore,
  balancedAccuracyScore,
  classificationReport,
  confusionMatrix,
  f1Score,
  fbetaScore,
  misclassified,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
  zeroOneLoss,
} from '../src/index.js';
import type { Score } from './thrown-by.js';

/** What takes true and predicted labels, by its name. */
export const scoresOfLabels: Readonly<Record<string, Score>> = {
  accuracyScore,
  balancedAccuracyScore,
  classificationReport,
  confusionMatrix,
  f1Score,
  fbetaScore: (yTrue, yPred, options: object = {}) => fbetaScore(yTrue, yPred, { beta: 1, ...options }),
  misclassified,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
  zeroOneLoss,
};
