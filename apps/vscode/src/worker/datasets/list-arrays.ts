import { openArray } from '@tenfold/arrays';
import { bytesSource } from '@tenfold/datasets';
import { errorMessage } from '@tenfold/core';

import type { FileArrays } from '../../protocol/values.js';

/** The most that a file of arrays may unpack to. */
const MOST_BYTES = 2 ** 31;

/**
 * What arrays a file holds, those of text among them, and which of them cannot be read.
 *
 * @param bytes an IDX, NPY or NPZ file, gzipped or not
 * @param name what errors call it
 * @throws ArrayFileError when it is none of these, or damaged
 */
export async function listArrays(bytes: Uint8Array, name: string): Promise<FileArrays> {
  const { entries, texts, broken } = await openArray(bytesSource(bytes), {
    name,
    texts: true,
    maxUnpackedBytes: MOST_BYTES,
  });
  return {
    arrays: [
      ...entries.map(({ name: array, dtype, shape }) => ({ name: array, dtype, shape: [...shape] })),
      ...texts.map(({ name: array, shape }) => ({ name: array, dtype: 'text', shape: [...shape] })),
    ],
    broken: broken.map(({ name: array, error }) => ({ name: array, reason: errorMessage(error) })),
  };
}
