import { constants, type Stats } from 'node:fs';
import { access, lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';

import { errorCode, ParameterError } from '@tenfold/core';

import { asFileError, FileError } from './file-error.js';
import { isMountPoint } from './mount-points.js';
import { nearestThere } from './nearest.js';

/** As many links may follow each other in Linux. */
const MOST_LINKS = 40;

/** Where a path leads, and how bytes get there. */
export type Target =
  /** A file, or the name of one that is not there yet: written beside and renamed over. */
  | { readonly kind: 'file'; readonly path: string; readonly old: Stats | undefined }
  /** A file that cannot be renamed over. */
  | { readonly kind: 'fixed file'; readonly path: string }
  /** A named pipe or a character device, such as /dev/null. */
  | { readonly kind: 'stream'; readonly path: string; readonly isPipe: boolean }
  /** What this process has open already, such as /dev/stdout. */
  | { readonly kind: 'descriptor'; readonly descriptor: number };

/**
 * Checks that something can be a path.
 *
 * @param path what came
 * @param owner the function that was called
 * @throws ParameterError when it is no text, empty or has a zero character in it
 */
export function checkPath(path: unknown, owner: string): string {
  if (typeof path === 'string' && path !== '' && !path.includes('\0')) return path;
  throw new ParameterError(owner, 'path', 'the path of a file', path);
}

/**
 * Follows a path's symbolic links to what it names, also when that is not there yet, and checks that it can be written.
 *
 * @throws FileError when it cannot be written
 */
export async function findTarget(path: string): Promise<Target> {
  try {
    return await follow(path);
  } catch (error) {
    throw asFileError(error, 'write to', path);
  }
}

async function follow(path: string): Promise<Target> {
  let named = path;
  for (let links = 0; links <= MOST_LINKS; links++) {
    if (named.endsWith('/') || named.endsWith(sep)) throw isFolder(path);
    const folder = await realFolder(path, dirname(named));
    const place = join(folder, basename(named));
    const descriptor = descriptorOf(place);
    if (descriptor !== undefined) return { kind: 'descriptor', descriptor };
    const there = await lookAt(place);
    if (there?.isSymbolicLink() !== true) return classify(path, place, there);
    named = resolve(folder, await readlink(place));
  }
  throw new FileError(path, 'write to', 'ELOOP');
}

async function realFolder(path: string, folder: string): Promise<string> {
  const nearest = await nearestThere(folder);
  if (nearest.stats?.isDirectory() === false) {
    throw new FileError(path, 'write to', 'ENOTDIR', { reason: `${nearest.path} is a file, not a folder` });
  }
  try {
    return await realpath(folder);
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw cause;
    throw new FileError(path, 'write to', 'ENOENT', {
      cause,
      reason: `there is no folder ${folder}; make it first`,
    });
  }
}

async function lookAt(place: string): Promise<Stats | undefined> {
  try {
    return await lstat(place);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/** The number of an open file of this process, by the names that Linux and macOS give it. */
function descriptorOf(place: string): number | undefined {
  const match = /^(?:\/dev\/fd|\/proc\/(\d+)(?:\/task\/\d+)?\/fd)\/(\d+)$/.exec(place);
  const isOwn = match !== null && (match.at(1) === undefined || Number(match[1]) === process.pid);
  return isOwn ? Number(match[2]) : undefined;
}

async function classify(path: string, place: string, there: Stats | undefined): Promise<Target> {
  if (there === undefined) {
    await checkFolder(path, dirname(place));
    return { kind: 'file', path: place, old: undefined };
  }
  if (there.isDirectory()) throw isFolder(path);
  if (there.isBlockDevice()) throw new FileError(path, 'write to', 'BLOCK_DEVICE');
  if (there.isSocket()) throw new FileError(path, 'write to', 'ENXIO', { reason: 'it is a socket' });
  await access(place, constants.W_OK);
  if (!there.isFile()) return { kind: 'stream', path: place, isPipe: there.isFIFO() };
  if (await isMountPoint(place)) return { kind: 'fixed file', path: place };
  await checkFolder(path, dirname(place));
  const isOurs = await mayRenameOver(there, dirname(place));
  return isOurs ? { kind: 'file', path: place, old: there } : { kind: 'fixed file', path: place };
}

function isFolder(path: string): FileError {
  return new FileError(path, 'write to', 'EISDIR', { reason: 'it is a folder; name a file in it' });
}

async function checkFolder(path: string, folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const code = errorCode(cause) ?? 'EACCES';
    const reason = code === 'EROFS' ? undefined : `the folder ${folder} may not be written to`;
    throw new FileError(path, 'write to', code, { cause, ...(reason !== undefined && { reason }) });
  }
}

/** In a folder with the sticky bit, such as /tmp, only an owner may put another file in a file's place. */
async function mayRenameOver(file: Stats, folder: string): Promise<boolean> {
  const { mode, uid } = await stat(folder);
  const user = process.getuid?.();
  const isSticky = (mode & 0o1000) !== 0;
  return !isSticky || user === undefined || [0, file.uid, uid].includes(user);
}
