import { resolve } from 'node:path';

import { chunksOf, type FileContent } from './content.js';
import { asFileError } from './file-error.js';
import { inTurn } from './in-turn.js';
import { overwriteFile } from './overwrite-file.js';
import { replaceFile } from './replace-file.js';
import { checkPath, findTarget, type Target } from './target.js';
import { writeIntoDescriptor, writeIntoStream } from './write-stream.js';

/** The options of `writeWhole`. */
export interface WriteOptions {
  /** Stops it until the file has its name; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

const OWNER = 'writeWhole';

/**
 * Writes a file so that its name always leads to a whole file, the old one or the new one: beside it, under a temporary
 * name, until every byte is there and on the disk; then it is renamed. When anything fails, the old file is as it was
 * and nothing else is left.
 *
 * - An old file's permissions are kept, and its owner where the system lets this user do so.
 * - A symbolic link stays, and what it names is written, also when that is not there yet.
 * - A named pipe (whose reader is waited for), a device such as /dev/null, and what the process has open, such as
 *   /dev/stdout, are written into.
 * - A file that is mounted by itself, or is another user's in a folder like /tmp, cannot be renamed over: it is written
 *   over, and on failure gets its old bytes back.
 *
 * Several writes to one path are done in the order of the calls. Bytes are not copied: they may change only when the
 * promise has settled.
 *
 * The libraries that write files so were examined and left aside, since each accepts a file of which a full disk took
 * only a part, or does not have it written to the disk: write-file-atomic 8 and atomically 2 look at no number of bytes
 * written, steno 4 does not sync, fast-write-atomic 0.4 repeats text from its beginning after a partial write.
 *
 * @param path where to; its folder must be there
 * @param data what it is to hold
 * @throws FileError when it cannot be written; ParameterError when it is no path or no content
 */
export async function writeWhole(
  path: string,
  data: FileContent,
  { signal }: WriteOptions = {},
): Promise<void> {
  signal?.throwIfAborted();
  await inTurn(resolve(checkPath(path, OWNER)), async () => {
    const target = await findTarget(path);
    signal?.throwIfAborted();
    try {
      await writeTo(target, chunksOf(data, OWNER), signal);
    } catch (error) {
      throw asFileError(error, 'write to', path);
    }
  });
}

function writeTo(
  target: Target,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  switch (target.kind) {
    case 'file':
      return replaceFile(target.path, target.old, chunks, signal);
    case 'fixed file':
      return overwriteFile(target.path, chunks, signal);
    case 'stream':
      return writeIntoStream(target.path, target.isPipe, chunks, signal);
    case 'descriptor':
      return writeIntoDescriptor(target.descriptor, chunks, signal);
  }
}
