import {
  type AnyClassifier,
  type FitReport,
  hasProbabilities,
  isIterative,
  isSearching,
} from '@tenfold/base';
import { largest } from '@tenfold/linalg';
import { stagesOf } from '@tenfold/pipeline';

import { chosenModel, type EstimatorChoice, makeClassifier } from './estimator-choice.js';
import type { RunDataset } from './run-dataset.js';
import { meanLogLoss, type Scores, scorePart } from './score-part.js';
import { type Split, splitDataset, type SplitChoice, wholeDataset } from './split.js';
import type { BestParams, SplitResult, TrainResult } from './train-result.js';
import { version } from './version.js';

/** What to train, on which rows. */
export interface TrainJob {
  /** Which rows are kept for testing. */
  split: SplitChoice;
  /** The classifier. */
  estimator: EstimatorChoice;
  /** A test part of its own: then `split` is not looked at, and all of the data set is trained on. */
  test?: RunDataset | undefined;
}

/** The options and listeners of a job. */
export interface JobHooks {
  /** Cancels the job: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** The most threads to compute on. Default: as many as there are processors. */
  threads?: number | undefined;
  /** Called after each iteration of an estimator that has such, with the rows that are trained and tested on. */
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
  model: AnyClassifier;
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
 * @throws ParameterError when there is no such classifier or a hyper-parameter is out of range
 * @throws InputError of another kind when the data cannot be split or trained on
 */
export async function trainOn(
  dataset: RunDataset,
  job: TrainJob,
  hooks: JobHooks = {},
): Promise<TrainOutcome> {
  const { signal, threads, onIteration, onFitted, clock = () => 0 } = hooks;
  const model = makeClassifier(job.estimator);
  const split = splitJob(dataset, job);
  const started = clock();
  await model.fit(split.train.data, split.train.target, {
    featureNames: split.train.featureNames,
    signal,
    threads,
    onIteration:
      reportsIterations(model) && onIteration ? (report: FitReport) => onIteration(report, split) : undefined,
  });
  const fitted = clock();
  onFitted?.();
  const scores = await scorePart(model, split.test ?? split.train, signal);
  const seconds = { load: 0, fit: fitted - started, predict: clock() - fitted };
  const trainLogLoss = await trainLogLossOf(model, split, signal);
  model.provenance = provenanceOf(dataset, job);
  const figures = { seconds, trainLogLoss, threads: threads ?? null, job };
  return { result: resultOf(dataset.name, model, split, scores, figures), model, split, scores };
}

/** Whether a fit reports its progress. */
function reportsIterations({ definition }: AnyClassifier): boolean {
  return definition.progress !== null;
}

/** The mean log loss of the training rows; null without probabilities, where it is infinite, or where predicting the training rows is expensive. */
async function trainLogLossOf(
  model: AnyClassifier,
  { train }: Split,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  if (!hasProbabilities(model) || model.definition.tags.lazy) return null;
  const loss = await meanLogLoss(model, train, signal);
  return Number.isFinite(loss) ? loss : null;
}

function resultOf(
  dataset: string,
  model: AnyClassifier,
  { train, test }: Split,
  scores: Scores,
  figures: Pick<TrainResult, 'seconds' | 'threads' | 'trainLogLoss'> & { job: TrainJob },
): TrainResult {
  const { last } = stagesOf(model);
  const { seconds, threads, trainLogLoss, job } = figures;
  const { nIter, converged, objective } = isIterative(last)
    ? { nIter: largest(last.nIter), converged: last.converged, objective: last.objective }
    : { nIter: null, converged: null, objective: null };
  return {
    dataset,
    split: { ...describeSplit(job), nTrain: train.data.rows, nTest: test?.data.rows ?? 0 },
    model: chosenModel(model),
    threads,
    classes: scores.classes,
    ...(isSearching(last) && { bestParams: asJson(last.bestParams) }),
    nIter,
    converged,
    objective,
    trainLogLoss,
    accuracy: scores.accuracy,
    accuracyOn: test === null ? 'train' : 'test',
    confusionMatrix: scores.confusionMatrix,
    seconds,
    run: null,
  };
}

function asJson(values: Readonly<Record<string, number>>): BestParams {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    value === Infinity ? 'Infinity' : value,
  ]);
  return Object.fromEntries(entries) as BestParams;
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
  const { name, checksum, targetName, imageShape } = dataset;
  const target = targetName === undefined ? {} : { target: targetName };
  const isOblong = imageShape !== null && imageShape[0] !== imageShape[1];
  return {
    dataset: name,
    ...target,
    ...(isOblong && { imageShape }),
    checksum,
    split: describeSplit(job),
    version,
  };
}
