export {
  type ColumnOptions,
  type FitOptions,
  type PredictOptions,
  type ScoreOptions,
} from './calls/call-options.js';
export {
  type Computation,
  type ComputeOptions,
  computeOptions,
  done,
  plainStep,
  runLater,
  runNow,
  type Step,
} from './calls/computation.js';
export type { FitReport, FitWeights } from './calls/fit-report.js';
export {
  type ClassificationProblem,
  Classifier,
  type ClassifierDefinition,
  type FitResult,
  type PredictedLabels,
  type Predicts,
} from './estimator/classifier.js';
export type {
  AnyDefinition,
  EstimatorDefinition,
  Preset,
  ProgressDescription,
  ProgressFigure,
  Tags,
  View,
} from './estimator/definition.js';
export { Estimator, type EstimatorClass, type Fitted, type Seen } from './estimator/estimator.js';
export {
  type AnyClassifier,
  type AnyEstimator,
  type AnyProbabilisticClassifier,
  type AnyTransformer,
  hasProbabilities,
  isClassifier,
  isIterative,
  isSearching,
  type Iterative,
  isTransformer,
  type Searching,
} from './estimator/kinds.js';
export {
  ProbabilisticClassifier,
  type ProbabilisticDefinition,
} from './estimator/probabilistic-classifier.js';
export {
  type TransformationProblem,
  Transformer,
  type TransformerDefinition,
} from './estimator/transformer.js';
export {
  type ClassFigure,
  hasClassFigures,
  type HasClassFigures,
  hasLinearWeights,
  type HasLinearWeights,
  hasNeighbors,
  type HasNeighbors,
  type Voter,
} from './estimator/views.js';
export type { ConvergenceWarning } from './estimator/warnings.js';
export { FeatureNamesError } from './feature-names/feature-names-error.js';
export { alignLabels } from './labels/align-labels.js';
export { type EncodedLabels, encodeLabels } from './labels/encode-labels.js';
export { LabelError, LabelMismatchError, SingleClassError } from './labels/label-errors.js';
export { decodeLabels, type LabelKind } from './labels/label-kind.js';
export { checkParams, paramsFromJson, paramsToJson } from './params/check-params.js';
export { classWeights } from './params/class-weights.js';
export { type NumberGrid, numberGrid } from './params/grid.js';
export { integer, interval, number, numberList } from './params/numbers.js';
export type { JsonValue, Param, ParamsOf, ParamTable, ParamText } from './params/param.js';
export { forbid, type Rule, type RuleFault } from './params/rules.js';
export { boolean, choice, nullable, onlyInCode } from './params/words.js';
export {
  type Envelope,
  type EstimatorJson,
  type ModelJson,
  type Provenance,
  readEnvelope,
  writeEnvelope,
} from './state/envelope.js';
export { MODEL_FORMAT, MODEL_FORMAT_VERSION } from './state/format-version.js';
export { asFormatError, ModelFormatError, type ModelProblem } from './state/model-format-error.js';
export { inconsistentError } from './state/read-state.js';
export { type SeenData, type StateCodec, StateReader, type StoredState } from './state/state-codec.js';
export { type Tensor, type TensorData, type TensorJson, type TensorType } from './state/tensor.js';
export {
  balancedWeights,
  type CheckedClassWeight,
  checkClassesWeighted,
  type ClassWeight,
  combineWeights,
} from './weights/class-weight.js';
export { type EstimatorCheck, EstimatorCheckError } from './check/check.js';
export { checkEstimator, type CheckOptions, estimatorChecks } from './check/check-estimator.js';
export { checkSampleWeight } from './weights/sample-weight.js';
