import { type FileHandle, open } from 'node:fs/promises';

import { type ByteSource, bytesSource } from '@tenfold/arrays';

import { ArrayDataError } from '../arrays/array-data-error.js';
import { asFileError, FileError } from './file-error.js';

/**
 * Opens a file for `use`, which reads ranges of it, and closes it after. What is no regular file, a pipe for
 * instance, is read to its end first.
 *
 * A pipe that gives more than `maxBytes` is refused.
 *
 * @throws FileError when it cannot be opened or read; ArrayDataError when a pipe gives too much
 */
export async function withFileSource<T>(
  path: string,
  maxBytes: number,
  signal: AbortSignal | undefined,
  use: (source: ByteSource) => Promise<T>,
): Promise<T> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new FileError(path, 'read', 'EISDIR');
    return await use(
      stat.isFile() ? rangesOf(handle, stat.size, path) : await readAll(handle, path, maxBytes, signal),
    );
  } catch (error) {
    throw asFileError(error, 'read', path);
  } finally {
    await handle?.close();
  }
}

function rangesOf(handle: FileHandle, size: number, path: string): ByteSource {
  const read = async (offset: number, length: number) => {
    try {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, offset);
      return bytes.subarray(0, bytesRead);
    } catch (error) {
      throw asFileError(error, 'read', path);
    }
  };
  return { size, read };
}

async function readAll(
  handle: FileHandle,
  path: string,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<ByteSource> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = handle.createReadStream({ autoClose: false, ...(signal !== undefined && { signal }) });
  try {
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > maxBytes) {
        throw new ArrayDataError(
          path,
          'too-large',
          `at most ${maxBytes} bytes from a pipe`,
          'more',
          'give a file',
        );
      }
      parts.push(part);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
  return bytesSource(Buffer.concat(parts, length));
}
