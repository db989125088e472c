import { formatMegabytes } from '@tenfold/core';
import {
  type DatasetChoice,
  loadDataset,
  type LoadHooks,
  loadRows,
  type Reading,
  type RunDataset,
  type RunRows,
} from '@tenfold/runs';

import type { Context } from '../context.js';
import type { Output } from '../terminal/output.js';
import { progress } from '../terminal/progress.js';

/** Loads a data set, with a progress bar while it is downloaded. */
export function load(choice: DatasetChoice, context: Context, reading?: Reading): Promise<RunDataset> {
  return loading(context, (hooks) => loadDataset(choice, hooks, reading));
}

/** The same for rows that need no labels. */
export function loadWithOrWithoutLabels(
  choice: DatasetChoice,
  context: Context,
  reading?: Reading,
): Promise<RunRows> {
  return loading(context, (hooks) => loadRows(choice, hooks, reading));
}

async function loading<T extends RunRows>(
  { out, signal }: Context,
  read: (hooks: LoadHooks) => Promise<T>,
): Promise<T> {
  const download = downloadProgress(out);
  try {
    const dataset = await read({ signal, onProgress: download.onProgress });
    warnOfData(out, dataset);
    return dataset;
  } finally {
    download.stop();
  }
}

/** Prints the warnings of the reader of a file. */
export function warnOfData(out: Output, { warnings = [] }: RunRows): void {
  for (const warning of warnings) out.warn(warning);
}

/** Shows a download; `stop` takes the bar away. */
export interface DownloadProgress {
  /** To be called with every report of the download. */
  onProgress: NonNullable<LoadHooks['onProgress']>;
  /** To be called when it is over, however it ended. */
  stop: () => void;
}

/** A progress bar for a download of several files. */
export function downloadProgress(out: Output): DownloadProgress {
  const bar = progress(out, 'mnist');
  return {
    onProgress({ phase, file, received, total, filesDone, filesTotal }) {
      const share = total === undefined || total === 0 ? 0 : received / total;
      const detail = phase === 'downloading' ? `${file} ${formatMegabytes(received)}` : `${phase} ${file}`;
      bar.update(filesDone + share, filesTotal, detail);
    },
    stop: () => {
      bar.stop();
    },
  };
}
