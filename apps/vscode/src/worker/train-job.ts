import { modelTitle, runFiles, runName, trainOn } from '@tenfold/runs';

import { constructible, progressOf } from '../model/estimators.js';
import type { RunResult, TrainingJob, TrainingProgress } from '../protocol/training.js';
import type { DatasetStore } from './datasets/dataset-store.js';
import { FitProgress } from './progress.js';

/** What a job gives: the name and the files of its run, and the figures. */
export interface TrainedRun {
  readonly name: string;
  readonly files: Record<string, string>;
  readonly result: RunResult;
}

/** What a job may use. */
export interface TrainHooks {
  readonly signal: AbortSignal;
  readonly notify: (progress: TrainingProgress) => void;
}

/**
 * Loads, trains and scores. The hyper-parameters are checked before anything is loaded.
 *
 * @throws whatever the data set or the fit throws; the signal's reason when it is cancelled
 */
export async function trainJob(
  datasets: DatasetStore,
  job: TrainingJob,
  { signal, notify }: TrainHooks,
): Promise<TrainedRun> {
  const estimator = constructible(job.estimator);
  notify({ phase: 'loading' });
  const started = milliseconds();
  const { dataset } = await datasets.load(job.dataset, signal);
  const load = (milliseconds() - started) / 1000;
  notify({ phase: 'fitting', problems: 1, points: [] });
  const progress = new FitProgress(progressOf(job.estimator), notify, milliseconds);
  const outcome = await trainOn(
    dataset,
    { split: job.split, estimator },
    {
      signal,
      threads: job.threads,
      onIteration: (report, split) =>
        progress.add(report, estimator.preprocess === undefined ? split : undefined),
      onFitted() {
        progress.flush();
        notify({ phase: 'scoring' });
      },
      clock: () => milliseconds() / 1000,
    },
  );
  const result = { ...outcome.result, seconds: { ...outcome.result.seconds, load } };
  const created = new Date();
  const files = { ...runFiles({ ...outcome, result }, created) };
  files['metrics.json'] = withDataset(files['metrics.json'], job.dataset);
  return { name: runName(created, result.dataset, modelTitle(result.model)), files, result: { ...result } };
}

/** Adds to a run's figures where its images are. */
function withDataset(metrics: string, datasetRef: TrainingJob['dataset']): string {
  const figures = JSON.parse(metrics) as Record<string, unknown>;
  return `${JSON.stringify({ ...figures, datasetRef }, null, 2)}\n`;
}

function milliseconds(): number {
  return performance.now();
}
