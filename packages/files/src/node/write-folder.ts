import { randomUUID } from 'node:crypto';
import { lstat, mkdir, rename, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { ParameterError } from '@tenfold/core';

import { chunksOf, type FileContent } from './content.js';
import { asFileError } from './file-error.js';
import { writeNewFile } from './replace-file.js';
import { syncFolder } from './sync.js';
import { withTemporary } from './temporary.js';
import type { WriteOptions } from './write-whole.js';

const OWNER = 'writeFolder';

/**
 * Writes a folder of files as one step: it is built under a temporary name, written to the disk and renamed, so that
 * whoever watches the parent sees the whole folder or nothing.
 *
 * @param parent the folder to put it in; made when it is not there
 * @param name the folder's name; when it is taken, "-2", "-3" … is put behind it
 * @param files the content of each file by its name
 * @returns the folder's path
 * @throws FileError when the disk does not let it: nothing of it is left then; ParameterError when a name is no
 * name of a file
 */
export async function writeFolder(
  parent: string,
  name: string,
  files: Readonly<Record<string, FileContent>>,
  { signal }: WriteOptions = {},
): Promise<string> {
  for (const each of [name, ...Object.keys(files)]) checkName(each);
  signal?.throwIfAborted();
  try {
    const made = await mkdir(parent, { recursive: true });
    try {
      return await build(parent, name, files, signal);
    } catch (error) {
      if (made !== undefined) await removeEmpty(resolve(parent), resolve(made));
      throw error;
    }
  } catch (error) {
    throw asFileError(error, 'write to', parent);
  }
}

function checkName(name: string): void {
  if (name === '' || name === '.' || name === '..' || basename(name) !== name) {
    throw new ParameterError(OWNER, 'every name', 'the name of a file without its folder', name);
  }
}

async function build(
  parent: string,
  name: string,
  files: Readonly<Record<string, FileContent>>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const building = join(parent, `.writing-${randomUUID().slice(0, 13)}`);
  const folder = await withTemporary(building, async () => {
    await mkdir(building);
    for (const [file, content] of Object.entries(files)) {
      await writeNewFile(join(building, file), chunksOf(content, OWNER), { signal });
    }
    await syncFolder(building);
    return renameToFree(building, join(parent, name));
  });
  await syncFolder(parent);
  return folder;
}

async function renameToFree(from: string, wanted: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const to = copy === 1 ? wanted : `${wanted}-${copy}`;
    try {
      await rename(from, to);
      return to;
    } catch (error) {
      // What is there already: another folder of the same name, or a file.
      if (!(await isTaken(to))) throw error;
    }
  }
}

async function isTaken(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Removes the folders from `inner` up to `outer` that were made for nothing; what others use is not empty. */
async function removeEmpty(inner: string, outer: string): Promise<void> {
  for (let folder = inner; folder.length >= outer.length; folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
  }
}
