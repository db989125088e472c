import { extname } from 'node:path';

import { checkWritable } from '@tenfold/files';

import { UsageError } from '../usage-error.js';

const pictures = ['.svg', '.png', '.html'];

/**
 * Checks before a long job that its picture can be written at the end.
 *
 * @throws UsageError when the ending is none of a picture's; FileError when it cannot be written
 */
export async function checkPicture(flag: string, path: string | undefined): Promise<void> {
  if (path === undefined) return;
  if (!pictures.includes(extname(path).toLowerCase())) {
    throw new UsageError(`${flag} must end in ${pictures.join(', ')}, got ${JSON.stringify(path)}`);
  }
  await checkWritable(path);
}

/**
 * Checks before a long job that a file can be written at the end.
 *
 * @throws FileError when it cannot
 */
export async function checkOutput(path: string | undefined): Promise<void> {
  if (path !== undefined) await checkWritable(path);
}
