import { type RunDataset, type RunJob, type RunOutcome, trainRun } from '@tenfold/runs';

import type { Context } from '../context.js';
import { fitProgress } from './fit-progress.js';
import { downloadProgress, warnOfData } from './load.js';

/** How `train` trains. */
export interface TrainHooks {
  /** The most threads to compute on; undefined for as many as there are processors. */
  threads?: number | undefined;
  /** Looks at the data before anything is trained; what it throws ends the command. */
  check?: ((dataset: RunDataset) => void) | undefined;
}

/**
 * Loads, trains and scores, with progress bars for what takes long.
 *
 * @param job what to train on what
 * @param context the output streams and the signal
 * @param hooks see `TrainHooks`
 */
export async function train(job: RunJob, context: Context, hooks: TrainHooks = {}): Promise<RunOutcome> {
  const { out, signal } = context;
  const { threads, check } = hooks;
  const download = downloadProgress(out);
  const fit = fitProgress(out, 'fit', job.estimator.name);
  try {
    return await trainRun(job, {
      signal,
      threads,
      onDownload: download.onProgress,
      onLoaded: (dataset) => {
        download.stop();
        warnOfData(out, dataset);
        check?.(dataset);
      },
      onIteration: fit.onIteration,
    });
  } finally {
    download.stop();
    fit.stop();
  }
}
