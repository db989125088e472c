import { DETECT_BYTES, detectFormat } from '@tenfold/arrays';

import { withOpenedFile } from './unpacked-chunks.js';

/**
 * Whether a file, gzipped or not, is IDX, NPY or NPZ, and not text such as a table: its first bytes tell.
 *
 * @throws ArrayFileError when it is neither, such as HDF5 or a pickle, with what to do; FileError when it cannot be read
 */
export function isArrayFile(path: string): Promise<boolean> {
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

/** Whether bytes can begin a text: of control characters there are tabs and line ends at most; UTF-16 is one too. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
