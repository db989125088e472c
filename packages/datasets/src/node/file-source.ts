import { type FileHandle, open } from 'node:fs/promises';

import { type ByteSource, bytesSource } from '@tenfold/arrays';
import { isPipe, pipeChunks } from '@tenfold/files';

import { ArrayDataError } from '../arrays/array-data-error.js';
import { asFileError, FileError } from './file-error.js';

/**
 * Opens a file for `use`, which reads ranges of it, and closes it after. A pipe is read to its end first; a
 * named pipe's writer is waited for, for as long as the signal lets it.
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
  if (await isPipe(path)) return use(await readAll(path, maxBytes, signal));
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new FileError(path, 'read', 'EISDIR');
    return await use(rangesOf(handle, stat.size, path));
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

async function readAll(path: string, maxBytes: number, signal: AbortSignal | undefined): Promise<ByteSource> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of pipeChunks(path, signal)) {
    length += part.length;
    if (length > maxBytes) {
      const expected = `at most ${maxBytes} bytes from a pipe`;
      throw new ArrayDataError(path, 'too-large', expected, 'more', 'give a file');
    }
    parts.push(part);
  }
  return bytesSource(Buffer.concat(parts, length));
}
