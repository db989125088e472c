import type { MnistFileBytes } from '@tenfold/datasets';
import { errorCode, OutsideError } from '@tenfold/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILES = {
  trainImages: ['train-images-idx3-ubyte', 'train-images.idx3-ubyte'],
  trainLabels: ['train-labels-idx1-ubyte', 'train-labels.idx1-ubyte'],
  testImages: ['t10k-images-idx3-ubyte', 't10k-images.idx3-ubyte'],
  testLabels: ['t10k-labels-idx1-ubyte', 't10k-labels.idx1-ubyte'],
} as const;

/** Where in a folder of data the four files may lie. */
const SUBFOLDERS = ['.', 'mnist', 'MNIST/raw'];

/**
 * Reads MNIST's four files from the first folder that has all of them.
 *
 * @param folders where to look
 * @throws OutsideError when none has them
 */
export async function readMnistFiles(folders: readonly string[]): Promise<MnistFileBytes> {
  for (const folder of folders.flatMap((home) => SUBFOLDERS.map((name) => join(home, name)))) {
    const found = await readFolder(folder);
    if (found !== undefined) return found;
  }
  throw new OutsideError(`MNIST's four files are not in ${folders.join(' nor in ')}`);
}

async function readFolder(folder: string): Promise<MnistFileBytes | undefined> {
  const files: Partial<MnistFileBytes> = {};
  for (const [key, names] of Object.entries(FILES) as [keyof MnistFileBytes, readonly string[]][]) {
    const bytes = await readFirst(
      names.flatMap((name) => [`${name}.gz`, name]).map((name) => join(folder, name)),
    );
    if (bytes === undefined) return undefined;
    files[key] = bytes;
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
