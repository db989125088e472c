import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { refusePipe } from '@tenfold/files';

import { asFileError, FileError } from './file-error.js';

const CHUNK = 1 << 18;
const PLAIN_CHUNK = 1 << 20;

/** An opened file and what can be known of it before it is read. */
export interface OpenedFile {
  readonly path: string;
  /** Bytes on disk. */
  readonly size: number;
  /** Whether it starts as gzip does. */
  readonly gzipped: boolean;
  /** Its bytes, unpacked when it is gzipped; zlib works on its own thread. A chunk holds until the next is asked for. */
  chunks(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/**
 * Opens a file for `use` and closes it after.
 *
 * @throws FileError when it cannot be opened or read, or is a pipe
 */
export async function withOpenedFile<T>(path: string, use: (file: OpenedFile) => Promise<T>): Promise<T> {
  await refusePipe(path);
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new FileError(path, 'read', 'EISDIR');
    const { buffer } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return await use(openedFile(path, handle, stat.size, buffer[0] === 0x1f && buffer[1] === 0x8b));
  } catch (error) {
    throw asFileError(error, 'read', path);
  } finally {
    await handle?.close();
  }
}

function openedFile(path: string, handle: FileHandle, size: number, gzipped: boolean): OpenedFile {
  const chunks = (signal?: AbortSignal): AsyncIterable<Uint8Array> => {
    if (!gzipped) return plainChunks(handle, signal);
    const options = signal === undefined ? {} : { signal };
    const source = handle.createReadStream({
      start: 0,
      autoClose: false,
      highWaterMark: CHUNK,
      ...options,
    });
    // The stream's own errors come out of the iteration, so the callback has nothing to add.
    return pipeline(source, createGunzip({ chunkSize: CHUNK }), () => undefined);
  };
  return { path, size, gzipped, chunks };
}

/** The bytes of a file, in one buffer that is used over and over. */
async function* plainChunks(handle: FileHandle, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(PLAIN_CHUNK);
  let position = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
