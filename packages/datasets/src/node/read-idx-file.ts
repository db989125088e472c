import type { IdxArray } from '@tenfold/arrays';

import { readIdxStream } from './read-idx-stream.js';
import { withOpenedFile } from './unpacked-chunks.js';

/** The options of `readIdxFile`. */
export interface ReadIdxOptions {
  /** Stops the reading; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Reads an IDX file from disk, gzipped or not: its first bytes decide, not its name.
 *
 * @throws IdxError when it is no IDX file or not just one whole; FileError when it cannot be read
 */
export function readIdxFile(path: string, { signal }: ReadIdxOptions = {}): Promise<IdxArray> {
  return withOpenedFile(path, async (file) => {
    let body = new Uint8Array(0);
    const open = ({ bodyLength }: { bodyLength: number }) => (body = new Uint8Array(bodyLength));
    const { type, shape } = await readIdxStream(file, { open, signal });
    return { type: type.name, shape, data: type.decode(body) };
  });
}
