import { constants, type Stats } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';

import { UsageError } from '../usage-error.js';

const pictures = ['.svg', '.png', '.html'];

/** A file cannot be written where it was asked for. */
export class OutputError extends Error {
  readonly kind = 'outside';

  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(`${path} cannot be written: ${problem}`);
    this.name = 'OutputError';
  }
}

/**
 * Checks before a long job that its picture can be written at the end.
 *
 * @throws UsageError when the ending is none of a picture's; OutputError when the folder is not there
 */
export async function checkPicture(flag: string, path: string | undefined): Promise<void> {
  if (path === undefined) return;
  if (!pictures.includes(extname(path).toLowerCase())) {
    throw new UsageError(`${flag} must end in ${pictures.join(', ')}, got ${JSON.stringify(path)}`);
  }
  await checkOutput(path);
}

/**
 * Checks before a long job that a file can be written at the end.
 *
 * @throws OutputError when the folder is not there or may not be written to, or a folder is in the file's place
 */
export async function checkOutput(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const folder = dirname(path);
  const parent = await look(folder);
  if (parent === undefined) throw new OutputError(path, `there is no folder ${folder}; make it first`);
  await checkWritable(path, folder, parent);
  const there = await look(path);
  if (there?.isDirectory()) throw new OutputError(path, 'it is a folder; name a file in it');
}

/**
 * Checks before a long job that a folder is there or can be made.
 *
 * @throws OutputError when a file is in the way, or the place may not be written to
 */
export async function checkFolder(path: string): Promise<void> {
  let nearest = path;
  let there = await look(nearest);
  while (there === undefined && dirname(nearest) !== nearest) {
    nearest = dirname(nearest);
    there = await look(nearest);
  }
  if (there !== undefined) await checkWritable(path, nearest, there);
}

async function checkWritable(path: string, folder: string, there: Stats): Promise<void> {
  if (!there.isDirectory()) throw new OutputError(path, `${folder} is a file, not a folder`);
  try {
    await access(folder, constants.W_OK);
  } catch {
    throw new OutputError(path, `${folder} may not be written to`);
  }
}

async function look(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}
