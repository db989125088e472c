export { LabelMismatchError } from '@tenfold/base';

export { classifierFromJSON } from './classifier-from-json.js';
export type { DatasetChoice, FileDataset, ImageFolder, NamedDataset, Reading } from './dataset-choice.js';
export { UnlabelledError, UnreadableRunError } from './errors.js';
export { type EstimatorChoice, makeClassifier, modelTitle, type StepChoice } from './estimator-choice.js';
export { readingFor, readingLike } from './reading.js';
export {
  newestFirst,
  parseRun,
  type Run,
  type RunContent,
  type RunFile,
  type RunWithModel,
} from './parse-run.js';
export type { DatasetPart, RunDataset, RunRows } from './run-dataset.js';
export { resultHeatmap, type RunFiles, runFiles } from './run-files.js';
export { runName } from './run-name.js';
export { meanLogLoss, predictPart, predictProbaPart, type Scores, scorePart } from './score-part.js';
export { type Split, type SplitChoice, splitDataset, wholeDataset } from './split.js';
export { type LoadedRows, toRunDataset, type ToRunDatasetOptions } from './to-run-dataset.js';
export { type JobHooks, type TrainJob, trainOn, type TrainOutcome } from './train.js';
export type { Seconds, SplitResult, TrainedModel, TrainedStep, TrainResult } from './train-result.js';
