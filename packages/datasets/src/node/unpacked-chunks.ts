import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { asFileError, FileError } from './file-error.js';

const CHUNK = 1 << 18;

/** An opened file and what can be known of it before it is read. */
export interface OpenedFile {
  readonly path: string;
  /** Bytes on disk. */
  readonly size: number;
  /** Whether it starts as gzip does. */
  readonly gzipped: boolean;
  /** Its bytes, unpacked when it is gzipped; zlib works on its own thread. */
  chunks(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/**
 * Opens a file for `use` and closes it after.
 *
 * @throws FileError when it cannot be opened or read
 */
export async function withOpenedFile<T>(path: string, use: (file: OpenedFile) => Promise<T>): Promise<T> {
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
    const options = signal === undefined ? {} : { signal };
    const source = handle.createReadStream({
      start: 0,
      autoClose: false,
      highWaterMark: CHUNK,
      ...options,
    });
    // The stream's own errors come out of the iteration, so the callback has nothing to add.
    return gzipped ? pipeline(source, createGunzip({ chunkSize: CHUNK }), () => undefined) : source;
  };
  return { path, size, gzipped, chunks };
}
