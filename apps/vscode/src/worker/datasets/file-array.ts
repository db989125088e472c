import { bytesSource, openArray } from '@tenfold/arrays';
import { InputError } from '@tenfold/errors';

import type { ArrayFacts } from '../../protocol/values.js';

/** An array as a file holds it. */
export interface FileArray {
  /** What errors call it. */
  readonly source: string;
  readonly shape: readonly number[];
  /** The elements, the last dimension running fastest. */
  readonly data: Exclude<Awaited<ReturnType<typeof readAll>>, BigInt64Array | BigUint64Array>;
}

/** The most that a file of arrays may unpack to, and be read of it at a time. */
const MOST = 2 ** 31;

/**
 * Reads an array from the bytes of an IDX or NPY file, gzipped or not, or of an NPZ archive.
 *
 * @param bytes the file
 * @param source what errors call it
 * @param member of an archive, the array's name
 * @throws ArrayFileError when it is none, or damaged; InputError when the archive has no such array
 */
export async function readArray(bytes: Uint8Array, source: string, member?: string): Promise<FileArray> {
  const { entries } = await open(bytes, source);
  const entry = member === undefined ? entries[0] : entries.find(({ name }) => name === member);
  if (entry === undefined) throw new InputError(`${source} has no array ${member ?? ''}`);
  const data = await readAll(entry);
  return {
    source: member === undefined ? source : `${member} of ${source}`,
    shape: entry.shape,
    data:
      data instanceof BigInt64Array || data instanceof BigUint64Array
        ? Float64Array.from(data, Number)
        : data,
  };
}

/** What arrays a file holds. */
export async function listArrays(bytes: Uint8Array, source: string): Promise<ArrayFacts[]> {
  const { entries } = await open(bytes, source);
  return entries.map(({ name, dtype, shape }) => ({ name, dtype, shape: [...shape] }));
}

function open(bytes: Uint8Array, name: string): ReturnType<typeof openArray> {
  return openArray(bytesSource(bytes), { name, maxUnpackedBytes: MOST, maxReadBytes: MOST });
}

function readAll(entry: Awaited<ReturnType<typeof open>>['entries'][number]) {
  return entry.readRows(0, entry.rows);
}
