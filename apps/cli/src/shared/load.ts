import { type DatasetChoice, loadDataset, type LoadHooks, type RunDataset } from '@tenfold/runs';

import type { Context } from '../context.js';
import type { Output } from '../terminal/output.js';
import { progress } from '../terminal/progress.js';

/** Loads a data set, with a progress bar while it is downloaded. */
export async function load(choice: DatasetChoice, { out, signal }: Context): Promise<RunDataset> {
  const download = downloadProgress(out);
  try {
    return await loadDataset(choice, { signal, onProgress: download.onProgress });
  } finally {
    download.stop();
  }
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
      const size = `${(received / 1e6).toFixed(1)} MB`;
      const detail = phase === 'downloading' ? `${file} ${size}` : `${phase} ${file}`;
      bar.update(filesDone + share, filesTotal, detail);
    },
    stop: () => {
      bar.stop();
    },
  };
}
