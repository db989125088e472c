import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { syncFolder } from '@tenfold/files';

import type { MnistFile } from '../../mnist/files.js';
import { asFileError, FileError } from '../file-error.js';
import { type DownloadAttempt, DownloadError } from './errors.js';
import { Failure } from './failure.js';
import { PartialDownload } from './partial-download.js';
import type { CheckedOptions, MnistProgress } from './options.js';
import { verifyFile } from './verify-file.js';

/** Milliseconds; a wait between two attempts is never longer. */
const LONGEST_WAIT = 8_000;

/** What a download works with. */
export interface DownloadContext {
  /** Where the file goes. */
  readonly folder: string;
  readonly options: CheckedOptions;
  /** Stops the download. */
  readonly signal: AbortSignal;
  /** The files that a failure leaves missing. */
  readonly missing: readonly string[];
  readonly report: (step: Pick<MnistProgress, 'phase' | 'file' | 'received' | 'total'>) => void;
}

/**
 * Downloads one file under a temporary name, checks it and gives it its own. Mirrors are asked in their order, each
 * again after a failure that may pass, with waits that double. (Retry libraries were left aside: their waits cannot be
 * cut short by a signal.)
 *
 * @throws DownloadError when every mirror failed. What has come is kept under the temporary name for the next call,
 * unless the signal stopped this one.
 * @throws FileError when the disk fails or is full; nothing is kept
 */
export async function downloadFile(file: MnistFile, context: DownloadContext): Promise<void> {
  const part = new PartialDownload(join(context.folder, `${file.name}.gz.part`), file.size);
  try {
    await askMirrors(file, part, context);
  } catch (error) {
    const failure = asFileError(error, 'write to', part.path);
    // After an abort or an error of the disk the partial file is deleted, to free the space. It is kept in all other
    // cases; when the lock was lost, it may be another process's.
    if (context.options.signal?.aborted === true || failure instanceof FileError) {
      await rm(part.path, { force: true }).catch(() => undefined);
    }
    throw failure;
  }
}

async function askMirrors(file: MnistFile, part: PartialDownload, context: DownloadContext): Promise<void> {
  const attempts: DownloadAttempt[] = [];
  for (const mirror of context.options.mirrors) {
    const url = `${mirror}${file.name}.gz`;
    if (await askMirror(url, file, part, attempts, context)) return;
  }
  throw new DownloadError(`${file.name}.gz`, attempts, context.missing, context.folder);
}

/** Whether the mirror gave the file. */
async function askMirror(
  url: string,
  file: MnistFile,
  part: PartialDownload,
  attempts: DownloadAttempt[],
  context: DownloadContext,
): Promise<boolean> {
  const { retries, retryDelay } = context.options;
  for (let attempt = 0; attempt <= retries; attempt++) {
    if (attempt > 0) await wait(Math.min(retryDelay * 2 ** (attempt - 1), LONGEST_WAIT), context.signal);
    try {
      await attemptOnce(url, file, part, context);
      return true;
    } catch (error) {
      context.signal.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      attempts.push({ url, reason: error.message });
      if (error.isPermanent) return false;
    }
  }
  return false;
}

async function attemptOnce(
  url: string,
  file: MnistFile,
  part: PartialDownload,
  context: DownloadContext,
): Promise<void> {
  const { signal, options, report, folder } = context;
  const shown = { file: `${file.name}.gz` };
  await part.receive(url, {
    signal,
    stallTimeout: options.stallTimeout,
    onBytes: (received, total) => report({ phase: 'downloading', ...shown, received, total }),
  });
  report({ phase: 'verifying', ...shown, received: part.received, total: part.received });
  const gzipped = await verifyFile(part, file, signal);
  await rename(part.path, join(folder, gzipped ? `${file.name}.gz` : file.name));
  await syncFolder(folder);
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
}
