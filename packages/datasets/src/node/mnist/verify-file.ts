import { createHash } from 'node:crypto';

import { errorCode } from '@tenfold/core';

import type { MnistFile } from '../../mnist/files.js';
import { type OpenedFile, withOpenedFile } from '../unpacked-chunks.js';
import { Failure } from './failure.js';
import type { PartialDownload } from './partial-download.js';

/**
 * Checks what was downloaded against the original's SHA-256 and says whether it is gzipped: a server may have unpacked
 * it on the way.
 *
 * @throws Failure when it is another file, which is thrown away, or when it ends too early, so that it can be continued
 */
export function verifyFile(part: PartialDownload, file: MnistFile, signal: AbortSignal): Promise<boolean> {
  return withOpenedFile(part.path, async (opened) => {
    const sum = await sumUp(opened, file.size, signal);
    if (sum === 'early end') throw new Failure('the file ended too early', false);
    if (sum === file.sha256) return opened.gzipped;
    // What was put together from pieces may be wrong for that reason alone: the same address gets one more chance.
    const isPermanent = !part.pieced;
    await part.forget();
    throw new Failure('it sent another file (its SHA-256 is not the original’s)', isPermanent);
  });
}

/** SHA-256 of the unpacked bytes, of no more than one byte too many. */
async function sumUp(opened: OpenedFile, size: number, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  let seen = 0;
  try {
    for await (const chunk of opened.chunks(signal)) {
      hash.update(chunk);
      seen += chunk.length;
      if (seen > size) return 'too long';
    }
  } catch (error) {
    signal.throwIfAborted();
    const code = errorCode(error);
    if (code?.startsWith('Z_') !== true) throw error;
    return code === 'Z_BUF_ERROR' ? 'early end' : 'damaged';
  }
  signal.throwIfAborted();
  return hash.digest('hex');
}
