export { accuracyScore, zeroOneLoss, type AccuracyOptions } from './accuracy-score.js';
export { auc } from './auc.js';
export { balancedAccuracyScore, type BalancedAccuracyOptions } from './balanced-accuracy-score.js';
export type { WeightOption } from './checks.js';
export { classificationReport, type ReportOptions } from './classification-report.js';
export { confusionMatrix, type ConfusionMatrixOptions } from './confusion-matrix.js';
export { OneClassError, ProbabilityError, UnknownLabelError } from './errors.js';
export { formatNumpy, type FormatNumpyOptions } from './format-numpy.js';
export { uniqueLabels, type LabelOf } from './labels.js';
export { logLoss, type LogLossOptions } from './log-loss.js';
export { misclassified, type Misclassified, type MisclassifiedOptions } from './misclassified.js';
export {
  precisionRecallFscoreSupport,
  type AveragedScores,
  type ClassScores,
} from './precision-recall-fscore-support.js';
export type { Average, FscoreSupportOptions, PrecisionRecallOptions } from './precision-recall-options.js';
export { f1Score, fbetaScore, precisionScore, recallScore } from './precision-recall-scores.js';
export type { ReportDict, ReportRow } from './report-forms.js';
export type { AucAverage } from './roc-auc-averages.js';
export { rocAucScore, type RocAucOptions } from './roc-auc-score.js';
export { rocCurve, type RocCurve, type RocCurveOptions } from './roc-curve.js';
export { getScorer, type Judged, type Scorer, type ScorerName, SCORER_NAMES } from './scorers.js';
export type { ProbabilityWarning } from './warnings.js';
