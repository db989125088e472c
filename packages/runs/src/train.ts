import { largest } from '@tenfold/linalg';
import { type FitReport, LogisticRegression, type LogisticRegressionOptions } from '@tenfold/estimators';

import type { RunDataset } from './run-dataset.js';
import { meanLogLoss, type Scores, scorePart } from './score-part.js';
import { type Split, splitDataset, type SplitChoice, wholeDataset } from './split.js';
import type { SplitResult, TrainResult } from './train-result.js';
import { version } from './version.js';

/** What to train, on which rows. */
export interface TrainJob {
  /** Which rows are kept for testing. */
  split: SplitChoice;
  /** The hyper-parameters of LogisticRegression. */
  model: LogisticRegressionOptions;
  /** A test part of its own: then `split` is not looked at, and all of the data set is trained on. */
  test?: RunDataset | undefined;
}

/** What may be told to a job while it runs, and by it. */
export interface JobHooks {
  /** Cancels the job: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after each iteration of the solver, with the rows that are trained and tested on. */
  onIteration?: ((report: FitReport, split: Split) => void) | undefined;
  /** Called when the fit has ended and scoring begins. */
  onFitted?: (() => void) | undefined;
  /** Seconds since some fixed moment. Without it, times are 0. */
  clock?: (() => number) | undefined;
}

/** A trained and scored model, with the rows that it was trained and scored on. */
export interface TrainOutcome {
  /** The figures. */
  result: TrainResult;
  /** The model. */
  model: LogisticRegression;
  /** The rows it was trained on, and those kept for testing. */
  split: Split;
  /** How it did on the test rows, or on the training rows when there are no others. */
  scores: Scores;
}

/**
 * Trains a model on one part of a data set and scores it on the other.
 *
 * @param dataset the data
 * @param job the split and the hyper-parameters
 * @param hooks a signal, a listener and a clock
 * @throws ParameterError when a hyper-parameter is out of range
 * @throws InputError of another kind when the data cannot be split or trained on
 */
export async function trainOn(
  dataset: RunDataset,
  job: TrainJob,
  hooks: JobHooks = {},
): Promise<TrainOutcome> {
  const { signal, onIteration, onFitted, clock = () => 0 } = hooks;
  const model = new LogisticRegression(job.model);
  const split = splitJob(dataset, job);
  const started = clock();
  await model.fit(split.train.data, split.train.target, {
    featureNames: split.train.featureNames,
    signal,
    onIteration: onIteration && ((report) => onIteration(report, split)),
  });
  const fitted = clock();
  onFitted?.();
  const scores = await scorePart(model, split.test ?? split.train, signal);
  const seconds = { load: 0, fit: fitted - started, predict: clock() - fitted };
  const trainLogLoss = await meanLogLoss(model, split.train, signal);
  model.provenance = provenanceOf(dataset, job);
  const figures = { seconds, trainLogLoss, job };
  return { result: resultOf(dataset.name, model, split, scores, figures), model, split, scores };
}

function resultOf(
  dataset: string,
  model: LogisticRegression,
  { train, test }: Split,
  scores: Scores,
  figures: Pick<TrainResult, 'seconds' | 'trainLogLoss'> & { job: TrainJob },
): TrainResult {
  // A model file does not say how many threads made it, as the weights do not depend on it; the figures do.
  const params = { ...model.toJSON().params, threads: model.params.threads ?? null };
  const { seconds, trainLogLoss, job } = figures;
  return {
    dataset,
    split: { ...describeSplit(job), nTrain: train.data.rows, nTest: test?.data.rows ?? 0 },
    model: { name: 'LogisticRegression', params },
    classes: scores.classes,
    nIter: largest(model.nIter),
    converged: model.converged,
    objective: model.objective,
    trainLogLoss,
    accuracy: scores.accuracy,
    accuracyOn: test === null ? 'train' : 'test',
    confusionMatrix: scores.confusionMatrix,
    seconds,
    run: null,
  };
}

function splitJob(dataset: RunDataset, { split, test }: TrainJob): Split {
  if (test === undefined) return splitDataset(dataset, split);
  return { train: wholeDataset(dataset), test: wholeDataset(test) };
}

function describeSplit({ split, test }: TrainJob): Omit<SplitResult, 'nTrain' | 'nTest'> {
  const { testSize, randomState, stratify = false } = split;
  if (test !== undefined) return { testSize: 0, randomState, testDataset: test.name };
  return { testSize, randomState, ...(stratify && { stratify }) };
}

function provenanceOf(dataset: RunDataset, job: TrainJob): Record<string, unknown> {
  const { name, checksum, targetName } = dataset;
  const target = targetName === undefined ? {} : { target: targetName };
  return { dataset: name, ...target, checksum, split: describeSplit(job), version };
}
