import { mkdir } from 'node:fs/promises';

import { MNIST_FILES, type MnistFile } from '../../mnist/files.js';
import { asFileError } from '../file-error.js';
import { downloadFile } from './download-file.js';
import { downloadFolder, findLocalFiles } from './local-files.js';
import { withLock } from './lock.js';
import type { CheckedOptions } from './options.js';

/**
 * Downloads those of the four files that a data home lacks. Whoever had to wait for another process looks again first.
 *
 * @throws DownloadError when no mirror gives a file; FileError when the folder cannot be written to
 */
export async function downloadMissing(home: string, options: CheckedOptions): Promise<void> {
  const folder = downloadFolder(home);
  await makeFolder(folder);
  const waiting = { phase: 'waiting', file: '', received: 0, total: undefined, filesDone: 0 } as const;
  const onWait = () => options.onProgress({ ...waiting, filesTotal: MNIST_FILES.length });
  await withLock(folder, options.signal, onWait, async (signal) => {
    const missing = await findMissing(home);
    for (const [filesDone, file] of missing.entries()) {
      await downloadFile(file, {
        folder,
        options,
        signal,
        missing: missing.slice(filesDone).map(({ name }) => `${name}.gz`),
        report: (step) => options.onProgress({ ...step, filesDone, filesTotal: missing.length }),
      });
    }
  });
}

async function findMissing(home: string): Promise<MnistFile[]> {
  const found = await findLocalFiles(home);
  return MNIST_FILES.filter((file) => !found.has(file));
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw asFileError(error, 'make the folder', folder);
  }
}
