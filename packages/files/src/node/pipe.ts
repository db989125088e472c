import { close, constants, createReadStream, fstat, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { promisify } from 'node:util';

import { asFileError, FileError } from './file-error.js';

/**
 * Tells whether a path names something that can only be read once, from its beginning to its end: a pipe, a socket, a
 * device.
 *
 * @throws FileError when it is not there
 */
export async function isPipe(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    return found.isFIFO() || found.isSocket() || found.isCharacterDevice();
  } catch (error) {
    throw asFileError(error, 'read', path);
  }
}

/**
 * Refuses what can only be read once: to open a named pipe blocks a thread until somebody writes to it.
 *
 * @throws FileError with the code ESPIPE, or when there is nothing
 */
export async function refusePipe(path: string): Promise<void> {
  if (await isPipe(path)) throw new FileError(path, 'read', 'ESPIPE');
}

/**
 * Reads what `isPipe` says is one to its end, in pieces. A named pipe's writer is waited for, for as long as the signal
 * lets it.
 *
 * @param path the pipe
 * @param signal stops the reading; the signal's reason is then thrown
 * @throws FileError when it cannot be opened or read
 */
export async function* pipeChunks(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const stream = await openPipe(path);
  if (signal !== undefined) addAbortSignal(signal, stream);
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    signal?.throwIfAborted();
    throw asFileError(error, 'read', path);
  } finally {
    stream.destroy();
  }
}

/** A named pipe is not waited for by the system: whoever waits there cannot be stopped, and keeps the process from ending. */
async function openPipe(path: string): Promise<Readable> {
  const { O_RDONLY, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  let fd: number | undefined;
  try {
    fd = await promisify(open)(path, (O_RDONLY ?? 0) | O_NONBLOCK);
    if ((await promisify(fstat)(fd)).isFIFO()) return new Socket({ fd, readable: true, writable: false });
  } catch (error) {
    throw asFileError(error, 'read', path);
  }
  await promisify(close)(fd);
  return createReadStream(path);
}
