import { DETECT_BYTES, detectFormat } from '@tenfold/arrays';
import { isPipe } from '@tenfold/files';

import { withOpenedFile } from './unpacked-chunks.js';

/**
 * Whether a file, gzipped or not, is IDX, NPY or NPZ, and not text such as a table. Its first bytes decide. A pipe, whose
 * bytes come only once, is taken for text.
 *
 * @throws ArrayFileError when it is neither, such as HDF5 or a pickle, with what to do; FileError when it cannot be read
 */
export async function isArrayFile(path: string): Promise<boolean> {
  if (await isPipe(path)) return false;
  return withOpenedFile(path, async (file) => {
    const start = await firstBytes(file.chunks());
    if (isText(start)) return false;
    return detectFormat(start, path) !== 'gzip';
  });
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const chunk of chunks) if (chunk.length > 0) return chunk.slice(0, DETECT_BYTES);
  return new Uint8Array(0);
}

/** The first bytes of pickles, HDF5, xz and Zstandard: none begins a text. */
const BINARY = [[0x80], [0x89], [0xfd], [0x28, 0xb5, 0x2f, 0xfd]];

/** Whether bytes can begin a text, in whatever encoding: the reader of tables reports what is wrong with it. */
function isText(bytes: Uint8Array): boolean {
  const begins = (start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  if (begins([0xff, 0xfe]) || begins([0xfe, 0xff])) return true;
  return isUtf16(bytes) || (!bytes.includes(0) && !BINARY.some(begins));
}

/** The first character that a text holds. */
const TAB = 9;

/** Whether every other byte is 0 and none else, as in English text in UTF-16 without a mark. */
function isUtf16(bytes: Uint8Array): boolean {
  const [even, odd] = [0, 1].map((first) => bytes.filter((_, i) => i % 2 === first));
  const isHalf = (zeros: Uint8Array, characters: Uint8Array): boolean =>
    characters.length > 1 && zeros.every((byte) => byte === 0) && characters.every((byte) => byte >= TAB);
  return isHalf(even, odd) || isHalf(odd, even);
}
