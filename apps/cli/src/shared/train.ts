import { type RunJob, type RunOutcome, trainRun } from '@tenfold/runs';

import type { Context } from '../context.js';
import { fitProgress } from './fit-progress.js';
import { downloadProgress, warnOfData } from './load.js';

/** Loads, trains and scores, with progress bars for what takes long. */
export async function train(job: RunJob, { out, signal }: Context): Promise<RunOutcome> {
  const download = downloadProgress(out);
  const fit = fitProgress(out, 'fit', job.model.maxIter ?? 100);
  try {
    return await trainRun(job, {
      signal,
      onDownload: download.onProgress,
      onLoaded: (dataset) => {
        download.stop();
        warnOfData(out, dataset);
      },
      onIteration: fit.onIteration,
    });
  } finally {
    download.stop();
    fit.stop();
  }
}
