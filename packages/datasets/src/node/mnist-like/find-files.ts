import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { errorCode } from '@tenfold/core';

import type { MnistLike, MnistLikePart } from '../../mnist-like/sets.js';
import { asFileError } from '../file-error.js';

/** The four parts, in the order in which errors list them. */
export const PARTS: readonly MnistLikePart[] = ['trainImages', 'trainLabels', 'testImages', 'testLabels'];

/** The folder below a data home into which one puts a data set's files. */
export function folderFor(home: string, { folders }: MnistLike): string {
  return join(home, ...folders[0].split('/'));
}

/**
 * Finds the files of a data set in a data home: all in one folder. Gzipped ones go before unpacked ones, since these
 * are what checksums are published of.
 *
 * @returns the files, fewer than four when no folder has all of them
 * @throws FileError when a folder cannot be looked into
 */
export async function findFiles(home: string, set: MnistLike): Promise<ReadonlyMap<MnistLikePart, string>> {
  let most = new Map<MnistLikePart, string>();
  for (const folder of set.folders) {
    const found = new Map<MnistLikePart, string>();
    for (const part of PARTS) {
      const path = await firstFile(join(home, ...folder.split('/')), set.files[part]);
      if (path !== undefined) found.set(part, path);
    }
    if (found.size === PARTS.length) return found;
    if (found.size > most.size) most = found;
  }
  return most;
}

async function firstFile(folder: string, name: string): Promise<string | undefined> {
  const otherName = name.replace(/-(idx\d-ubyte)$/, '.$1');
  for (const candidate of [`${name}.gz`, `${otherName}.gz`, name, otherName]) {
    const path = join(folder, candidate);
    try {
      if ((await stat(path)).isFile()) return path;
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) throw asFileError(error, 'read', path);
    }
  }
  return undefined;
}
