import { constants, write } from 'node:fs';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

import { asFileError, FileError } from './file-error.js';
import { nearestThere } from './nearest.js';
import { checkPath, findTarget } from './target.js';

/**
 * Checks before a long job that `writeWhole` can write a file at its end: its folder is there, neither it nor the
 * disk is protected, and no folder is in its place. Nothing is opened, so that a named pipe without a reader does not
 * hold it up; a disk that is full is noticed only by writing.
 *
 * @param path the file; where a symbolic link leads is what counts
 * @throws FileError that says what is in the way; ParameterError when it is no path
 */
export async function checkWritable(path: string): Promise<void> {
  const target = await findTarget(checkPath(path, 'checkWritable'));
  if (target.kind !== 'descriptor') return;
  try {
    // A descriptor that is open for reading only refuses a write of no bytes too.
    await promisify(write)(target.descriptor, new Uint8Array(0), 0, 0, null);
  } catch (error) {
    throw asFileError(error, 'write to', path);
  }
}

/**
 * Checks before a long job that files can be put into a folder, or that it can be made.
 *
 * @param path the folder
 * @throws FileError when a file is in the way, or the place may not be written to
 */
export async function checkFolderWritable(path: string): Promise<void> {
  const nearest = await nearestThere(path);
  if (nearest.stats?.isDirectory() === false) {
    throw new FileError(path, 'write to', 'ENOTDIR', { reason: `${nearest.path} is a file, not a folder` });
  }
  try {
    await access(nearest.path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw asFileError(error, 'write to', nearest.path);
  }
}
