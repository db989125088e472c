import { type FileHandle, open } from 'node:fs/promises';

import { errorCode } from '@tenfold/core';

import { FileError } from './file-error.js';
import { syncFile } from './sync.js';
import { writeAll } from './write-all.js';

/**
 * Writes over a file that cannot be renamed over, such as one that is mounted by itself. What lies behind the old
 * file's end is written first, so that a full disk is noticed while the old bytes are still there; whatever fails
 * later, the old bytes are written back. A crash of the machine in the middle can leave a mixture.
 *
 * @param path the file's place, which is no symbolic link
 * @param chunks its bytes, which are all collected before any is written
 * @param signal stops it until the first byte is written
 */
export async function overwriteFile(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const bytes = await collect(chunks, signal);
  const file = await open(path, 'r+');
  try {
    const old = await file.readFile();
    await orPutBack(file, path, old.subarray(0, 0), old.length, async () => {
      await writeAll(file, bytes.subarray(old.length), old.length);
      await syncFile(file);
    });
    await orPutBack(file, path, old, old.length, async () => {
      await writeAll(file, bytes.subarray(0, old.length), 0);
      await file.truncate(bytes.length);
      await syncFile(file);
    });
  } finally {
    await file.close();
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    all.push(chunk);
  }
  signal?.throwIfAborted();
  return Buffer.concat(all);
}

/** Does a step; when it fails, the file gets its old beginning and its old size again. */
async function orPutBack(
  file: FileHandle,
  path: string,
  beginning: Uint8Array,
  size: number,
  step: () => Promise<void>,
): Promise<void> {
  try {
    await step();
  } catch (error) {
    try {
      await file.truncate(size);
      await writeAll(file, beginning, 0);
      await syncFile(file);
    } catch (cause) {
      const reason = 'it failed in the middle, and the old content could not be put back';
      throw new FileError(path, 'write to', errorCode(cause) ?? 'EIO', { cause, reason });
    }
    throw error;
  }
}
