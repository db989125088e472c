import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

import { InputError } from '@tenfold/core';

import { MNIST_FILES } from '../../mnist/files.js';
import { MNIST_LIKE, MNIST_LIKE_NAMES, type MnistLike, type MnistLikePart } from '../../mnist-like/sets.js';
import { asFileError } from '../file-error.js';
import { PARTS } from './find-files.js';

/** A file is, byte for byte, that of another data set, whose files have the same names. */
export class OtherDatasetError extends InputError {
  /**
   * @param path the file
   * @param dataset the data set that was asked for
   * @param other the data set that the file belongs to
   */
  constructor(
    readonly path: string,
    readonly dataset: string,
    readonly other: string,
  ) {
    super(`${path} belongs to ${other} and not to ${dataset}: move it into the folder of ${other}`);
  }
}

/** The checksums of MNIST's published files, which have the same names; a copy that was packed anew has others. */
const MNIST_MD5: readonly string[] = [
  'f68b3c2dcbeaaa9fbdd348bbdeb94873',
  'd53e105ee54ea40749a09fcbcd1e9432',
  '9fb629c4189551a2d022fa330f9573f3',
  'ec29112dd5afa0611ce80d1b7f02629c',
];

/**
 * Compares files with the checksums that are published of them.
 *
 * @returns the files that are not known to be what was published
 * @throws OtherDatasetError when one is known to be another data set's
 */
export async function unknownCopies(
  set: MnistLike,
  paths: ReadonlyMap<MnistLikePart, string>,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const unknown: string[] = [];
  for (const part of PARTS) {
    const path = paths.get(part);
    if (path === undefined) continue;
    const sum = path.endsWith('.gz') ? await md5(path, signal) : undefined;
    if (sum !== undefined && sum === set.md5[part]) continue;
    const other = sum === undefined ? undefined : ownerOf(sum);
    if (other !== undefined) throw new OtherDatasetError(path, set.card.name, other);
    unknown.push(path);
  }
  return unknown;
}

/**
 * Checks that unpacked labels are not MNIST's, however they were packed.
 *
 * @param set the data set that was asked for
 * @param path the file
 * @param sha256 the SHA-256 of the unpacked file
 * @throws OtherDatasetError when they are
 */
export function checkNotMnist(set: MnistLike, path: string, sha256: string): void {
  if (MNIST_FILES.some((file) => file.sha256 === sha256))
    throw new OtherDatasetError(path, set.card.name, 'mnist');
}

function ownerOf(sum: string): string | undefined {
  if (MNIST_MD5.includes(sum)) return 'mnist';
  return MNIST_LIKE_NAMES.find((name) => Object.values(MNIST_LIKE[name].md5).includes(sum));
}

async function md5(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('md5');
  try {
    const stream = createReadStream(path, {
      highWaterMark: 1 << 20,
      ...(signal !== undefined && { signal }),
    });
    for await (const chunk of stream as AsyncIterable<Uint8Array>) hash.update(chunk);
  } catch (error) {
    signal?.throwIfAborted();
    throw asFileError(error, 'read', path);
  }
  return hash.digest('hex');
}
