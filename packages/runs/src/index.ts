export { LabelMismatchError, RunNotWrittenError, UnreadableRunError } from './errors.js';
export {
  type DatasetChoice,
  loadDataset,
  type LoadHooks,
  type NamedDataset,
  type TableChoice,
} from './node/load-dataset.js';
export { listRuns, readRun, type Run, type RunList } from './node/read-runs.js';
export { type RunHooks, type RunJob, type RunOutcome, trainRun, writeRun } from './node/train-run.js';
export type { DatasetPart, RunDataset } from './run-dataset.js';
export { resultHeatmap, type RunFiles, runFiles } from './run-files.js';
export { runName } from './run-name.js';
export { meanLogLoss, predictPart, type Scores, scorePart } from './score-part.js';
export { type Split, type SplitChoice, splitDataset } from './split.js';
export { type JobHooks, type TrainJob, trainOn, type TrainOutcome } from './train.js';
export type { Seconds, SplitResult, TrainResult } from './train-result.js';
