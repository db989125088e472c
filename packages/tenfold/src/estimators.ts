export {
  type AnyClassifier,
  type AnyEstimator,
  type AnyProbabilisticClassifier,
  type AnyTransformer,
  type ClassWeight,
  type ColumnOptions,
  type ConvergenceWarning,
  FeatureNamesError,
  type FitOptions,
  type FitReport,
  type FitWeights,
  hasProbabilities,
  isClassifier,
  isTransformer,
  LabelError,
  type LabelKind,
  LabelMismatchError,
  MODEL_FORMAT,
  MODEL_FORMAT_VERSION,
  ModelFormatError,
  type ModelJson,
  type ModelProblem,
  type PredictOptions,
  type Provenance,
  type ScoreOptions,
  SingleClassError,
  alignLabels,
} from '@tenfold/base';
export {
  type CatalogueEntry,
  catalogue,
  classifiers,
  findClassifier,
  findEstimator,
  findTransformer,
  transformers,
} from '@tenfold/catalogue';
export {
  type LinearFitReport,
  LogisticRegression,
  type LogisticRegressionOptions,
  type LogisticRegressionPath,
  logisticRegressionPath,
  type LogisticRegressionPathOptions,
  type LogisticRegressionSettings,
  type PathPoint,
} from '@tenfold/linear-model';
export { formatModel } from '@tenfold/models';
export {
  type AnyPipeline,
  makePipeline,
  type NamedSteps,
  Pipeline,
  type PipelineConstructor,
  type PipelineOptions,
  type PipelineParams,
  type Stages,
  stagesOf,
  type Step,
  type StepWeights,
} from '@tenfold/pipeline';
export {
  MinMaxScaler,
  type MinMaxScalerOptions,
  type MinMaxScalerSettings,
  StandardScaler,
  type StandardScalerOptions,
  type StandardScalerSettings,
} from '@tenfold/preprocessing';
export {
  type KNeighbors,
  KNeighborsClassifier,
  type KNeighborsClassifierOptions,
  type KNeighborsClassifierSettings,
  type KNeighborsOptions,
} from '@tenfold/neighbors';
export { ModelFileError, saveModel } from '@tenfold/models/node';
export { type LoadedModel, loadModel, modelFromJSON } from './load-model.js';
export * from '@tenfold/naive-bayes';
