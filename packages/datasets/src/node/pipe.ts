import { close, constants, createReadStream, fstat, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

import { asFileError } from './file-error.js';

/**
 * Whether a path names something that can only be read once, from its beginning to its end: a pipe, a socket, a device.
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
 * Opens what `isPipe` says is one. A named pipe is not waited for: whoever waits for its writer in the system cannot be
 * stopped, and keeps the process from ending.
 *
 * @throws FileError when it cannot be opened
 */
export async function openPipe(path: string): Promise<Readable> {
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
