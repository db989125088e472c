export { FeatureNamesError } from './feature-names/feature-names-error.js';
export { alignLabels } from './labels/align-labels.js';
export { LabelError, LabelMismatchError, SingleClassError } from './labels/label-errors.js';
export type { LabelKind } from './labels/label-kind.js';
export type { ClassWeight } from './logistic-regression/class-weight.js';
export type { FitReport, FitWeights } from './logistic-regression/fit-problem.js';
export type { ConvergenceWarning } from './logistic-regression/fitted.js';
export type {
  ColumnOptions,
  FitOptions,
  PredictOptions,
  ScoreOptions,
} from './logistic-regression/call-options.js';
export { LogisticRegression } from './logistic-regression/logistic-regression.js';
export type { LogisticRegressionOptions, LogisticRegressionSettings } from './logistic-regression/options.js';
export { ModelFormatError, type ModelProblem } from './model-format/model-format-error.js';
export { modelFromJSON } from './model-format/model-from-json.js';
export {
  MODEL_FORMAT,
  MODEL_FORMAT_VERSION,
  type LogisticRegressionJSON,
  type Provenance,
} from './model-format/schema.js';
export { formatModel } from './model-format/write-model.js';
