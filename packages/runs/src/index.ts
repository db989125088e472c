export * from './browser.js';
export { RunNotWrittenError } from './errors.js';
export { loadDataset, type LoadHooks, loadRows } from './node/load-dataset.js';
export { loadClassifier } from './node/load-classifier.js';
export { listRuns, readRun, type RunList } from './node/read-runs.js';
export { type RunHooks, type RunJob, type RunOutcome, trainRun, writeRun } from './node/train-run.js';
