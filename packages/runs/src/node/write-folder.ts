import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { errorCode, errorMessage } from '@tenfold/errors';

import { RunNotWrittenError } from '../errors.js';

/**
 * Writes a folder of text files as one step: it is built under a temporary name and renamed, so that whoever
 * watches the parent sees the whole folder or nothing.
 *
 * @param parent the folder to put it in; made when it is not there
 * @param name the folder's name; when it is taken, "-2", "-3" … is put behind it
 * @param files the content of each file by its name
 * @returns the folder's path
 * @throws RunNotWrittenError when the disk does not let it
 */
export async function writeFolder(
  parent: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    await mkdir(parent, { recursive: true });
    const building = await mkdtemp(join(parent, '.writing-'));
    try {
      for (const [file, text] of Object.entries(files)) await writeFile(join(building, file), text);
      return await renameToFree(building, join(parent, name));
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    throw new RunNotWrittenError(parent, errorMessage(error), { cause: error });
  }
}

async function renameToFree(from: string, wanted: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const to = copy === 1 ? wanted : `${wanted}-${copy}`;
    try {
      await rename(from, to);
      return to;
    } catch (error) {
      // A full folder of that name: another run of the same second.
      if (!isTaken(error)) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}
