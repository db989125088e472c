import { FileError, writeFolder } from '@tenfold/files';

import { RunNotWrittenError } from '../errors.js';
import { makeClassifier, modelTitle } from '../estimator-choice.js';
import { runFiles } from '../run-files.js';
import { runName } from '../run-name.js';
import type { DatasetChoice } from '../dataset-choice.js';
import { readingLike } from '../reading.js';
import type { RunDataset } from '../run-dataset.js';
import { type JobHooks, type TrainJob, trainOn, type TrainOutcome } from '../train.js';
import { loadDataset, type LoadHooks } from './load-dataset.js';

/** A training job from a data set to a scored model. */
export interface RunJob extends Omit<TrainJob, 'test'> {
  /** The data. */
  dataset: DatasetChoice;
  /** A test part of its own: see `TrainJob`. Its columns and labels are read as those of the data. */
  test?: DatasetChoice | undefined;
}

/** The options and listeners of a run. */
export interface RunHooks extends Omit<JobHooks, 'clock'> {
  /** Called with the progress of a download. */
  onDownload?: LoadHooks['onProgress'] | undefined;
  /** Is given the data, and the test part of its own, when they have been loaded. */
  onLoaded?: ((dataset: RunDataset) => void) | undefined;
}

/** A trained and scored model with the data set that it came from. */
export interface RunOutcome extends TrainOutcome {
  /** The data set, as it was loaded. */
  dataset: RunDataset;
}

/**
 * Loads a data set, trains a model on one part of it and scores it on the other. Writes nothing.
 *
 * @param job the data set, the split and the hyper-parameters; these are checked before anything is loaded
 * @param hooks a signal and listeners
 * @throws ParameterError when there is no such classifier or transformer, or a hyper-parameter or the data set's name is wrong
 * @throws InputError, OutsideError when the data cannot be read, split or trained on
 */
export async function trainRun(job: RunJob, hooks: RunHooks = {}): Promise<RunOutcome> {
  const { signal, threads, onIteration, onFitted } = hooks;
  makeClassifier(job.estimator);
  const started = clock();
  const dataset = await loadDataset(job.dataset, loadHooks(hooks));
  hooks.onLoaded?.(dataset);
  const test = job.test && (await loadDataset(job.test, loadHooks(hooks), readingLike(dataset)));
  if (test !== undefined) hooks.onLoaded?.(test);
  const load = clock() - started;
  const { split, estimator } = job;
  const trainHooks = { signal, threads, onIteration, onFitted, clock };
  const outcome = await trainOn(dataset, { split, estimator, test }, trainHooks);
  const seconds = { ...outcome.result.seconds, load };
  return { ...outcome, result: { ...outcome.result, seconds }, dataset };
}

/**
 * Writes a run's folder: model.json, metrics.json, confusion.svg and report.html, all or nothing.
 *
 * @param parent the folder that keeps the runs; made when it is not there
 * @param outcome the trained and scored model
 * @param created when; the folder's name begins with it
 * @returns the run's folder
 * @throws RunNotWrittenError when the disk does not let it
 */
export async function writeRun(
  parent: string,
  outcome: TrainOutcome,
  created: Date = new Date(),
): Promise<string> {
  const { dataset, model } = outcome.result;
  try {
    return await writeFolder(
      parent,
      runName(created, dataset, modelTitle(model)),
      runFiles(outcome, created),
    );
  } catch (error) {
    throw error instanceof FileError ? new RunNotWrittenError(parent, error.reason, { cause: error }) : error;
  }
}

function loadHooks({ signal, onDownload }: RunHooks): LoadHooks {
  return {
    ...(signal !== undefined && { signal }),
    ...(onDownload !== undefined && { onProgress: onDownload }),
  };
}

function clock(): number {
  return performance.now() / 1000;
}
