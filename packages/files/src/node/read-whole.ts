import { readFile } from 'node:fs/promises';

import { asFileError } from './file-error.js';
import { isPipe, pipeChunks } from './pipe.js';

/**
 * Reads a file, or a pipe to its end. A named pipe's writer is waited for, for as long as the signal lets it.
 *
 * @param path the file
 * @param signal stops the reading; the promise then rejects with the signal's reason
 * @throws FileError when it cannot be read
 */
export async function readWhole(path: string, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted();
  if (await isPipe(path)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of pipeChunks(path, signal)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(path, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw asFileError(error, 'read', path);
  }
}
