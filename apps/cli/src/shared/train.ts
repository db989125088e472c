import { type RunDataset, type RunJob, type RunOutcome, trainRun } from '@tenfold/runs';

import type { Context } from '../context.js';
import { fitProgress } from './fit-progress.js';
import { downloadProgress, warnOfData } from './load.js';

/**
 * Loads, trains and scores, with progress bars for what takes long.
 *
 * @param job what to train on what
 * @param context where to speak, and the signal
 * @param check looks at the data before anything is trained; what it throws ends the command
 */
export async function train(
  job: RunJob,
  context: Context,
  check?: (dataset: RunDataset) => void,
): Promise<RunOutcome> {
  const { out, signal } = context;
  const download = downloadProgress(out);
  const fit = fitProgress(out, 'fit', job.model.maxIter ?? 100);
  try {
    return await trainRun(job, {
      signal,
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
