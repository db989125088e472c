import { MNIST_FILES, MNIST_SUBFOLDERS, type MnistFileBytes, mnistFileNames } from '@tenfold/datasets';
import { errorCode, OutsideError } from '@tenfold/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Reads MNIST's four files from the first folder that has all of them.
 *
 * @param folders where to look
 * @throws OutsideError when none has them
 */
export async function readMnistFiles(folders: readonly string[]): Promise<MnistFileBytes> {
  for (const folder of folders.flatMap((home) => MNIST_SUBFOLDERS.map((names) => join(home, ...names)))) {
    const found = await readFolder(folder);
    if (found !== undefined) return found;
  }
  throw new OutsideError(`MNIST's four files are not in ${folders.join(' nor in ')}`);
}

async function readFolder(folder: string): Promise<MnistFileBytes | undefined> {
  const files: Partial<MnistFileBytes> = {};
  for (const file of MNIST_FILES) {
    const bytes = await readFirst(mnistFileNames(file).map((name) => join(folder, name)));
    if (bytes === undefined) return undefined;
    files[file.key] = bytes;
  }
  return files as MnistFileBytes;
}

async function readFirst(paths: readonly string[]): Promise<Uint8Array | undefined> {
  for (const path of paths) {
    try {
      return await readFile(path);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error;
    }
  }
  return undefined;
}
