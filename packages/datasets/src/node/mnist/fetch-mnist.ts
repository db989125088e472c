import type { ByteMatrix } from '@tenfold/linalg';

import type { ImageDataset } from '../../dataset.js';
import { composeMnist, type MnistBytes } from '../../mnist/compose-mnist.js';
import { MNIST_FILES, type MnistFile } from '../../mnist/files.js';
import { cacheFolder, namedDataHome } from '../data-home.js';
import { downloadMissing } from './download-missing.js';
import { loadInstalled } from './installed.js';
import { findLocalFiles, readLocalFiles } from './local-files.js';
import { type CheckedOptions, checkOptions, type FetchMnistOptions } from './options.js';

/**
 * MNIST: 70,000 images of 28 × 28 pixels and their digits, the 60,000 training images first. It comes from the first
 * place that has it:
 *
 * 1. the four IDX files in a folder that was named (`dataHome` or the environment's TENFOLD_DATA), gzipped or not;
 * 2. the package `@tenfold/mnist`, when it is installed;
 * 3. the four files in the platform's cache folder, when no folder was named;
 * 4. a mirror, from which the missing files are downloaded into `mnist` below that folder.
 *
 * Files are checked against the originals' SHA-256 each time; a download continues where it broke off, is written
 * under another name until it is complete and checked, and is done by one process at a time. With the files there,
 * nothing is asked of the network. Images stay bytes: 54.88 MB, and as much again while `mldata` order is made.
 *
 * Downloads go through the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in capital or
 * small letters).
 *
 * @throws ParameterError, DownloadError, CorruptFileError, IdxError, FileError
 * @throws NoDataHomeError when the third place is asked for and this user has no home folder
 */
export async function fetchMnist(options: FetchMnistOptions = {}): Promise<ImageDataset<ByteMatrix>> {
  const checked = checkOptions(options);
  checked.signal?.throwIfAborted();
  return composeMnist(await readFromFirst(checked), checked.order);
}

async function readFromFirst(options: CheckedOptions): Promise<MnistBytes> {
  const named = namedDataHome(options.dataHome);
  return (
    (named === undefined ? undefined : await readLocal(named, options)) ??
    (options.usePackage ? await loadInstalled(options.signal) : undefined) ??
    (named === undefined ? await readLocal(cacheFolder(), options) : undefined) ??
    (await download(named ?? cacheFolder(), options))
  );
}

async function readLocal(folder: string, { signal }: CheckedOptions): Promise<MnistBytes | undefined> {
  const paths = await findLocalFiles(folder);
  return isComplete(paths) ? readLocalFiles(paths, signal) : undefined;
}

async function download(folder: string, options: CheckedOptions): Promise<MnistBytes> {
  await downloadMissing(folder, options);
  return readLocalFiles(await findLocalFiles(folder), options.signal);
}

/** Whether all four files are there. */
export function isComplete(paths: ReadonlyMap<MnistFile, string>): boolean {
  return paths.size === MNIST_FILES.length;
}
