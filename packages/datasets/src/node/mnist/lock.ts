import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorCode, OutsideError } from '@tenfold/core';
import { lock } from 'proper-lockfile';

import { asFileError } from '../file-error.js';

/** Milliseconds after which the lock of a process that died counts for nothing. */
const STALE = 10_000;
/** Milliseconds after which the process that holds the lock renews it. */
const UPDATE = 2_000;
/** Milliseconds between two checks of a lock that another process holds. */
const POLL = 100;

/**
 * Runs a task while no other process that asks in this way works in the folder, which must exist. A process that dies
 * gives the lock free after ten seconds.
 *
 * @param folder where to work
 * @param signal stops the waiting; the task watches its own
 * @param onWait called once when another process is at work
 * @param task given a signal that fires when the lock is lost or `signal` does
 */
export async function withLock<T>(
  folder: string,
  signal: AbortSignal | undefined,
  onWait: () => void,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const control = new AbortController();
  const stop = () => control.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const release = await acquire(folder, control, onWait);
    try {
      return await task(control.signal);
    } finally {
      // A lock that was lost cannot be released, and the task has failed of that already.
      await release().catch(() => undefined);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

async function acquire(
  folder: string,
  control: AbortController,
  onWait: () => void,
): Promise<() => Promise<void>> {
  for (let first = true; ; first = false) {
    control.signal.throwIfAborted();
    try {
      return await lock(folder, {
        lockfilePath: join(folder, 'download.lock'),
        realpath: false,
        stale: STALE,
        update: UPDATE,
        onCompromised: (cause) => control.abort(lockLostError(folder, cause)),
      });
    } catch (error) {
      if (errorCode(error) !== 'ELOCKED') throw asFileError(error, 'write to', folder);
    }
    if (first) onWait();
    await sleep(POLL, undefined, { signal: control.signal }).catch(() => undefined);
  }
}

function lockLostError(folder: string, cause: Error): OutsideError {
  return new OutsideError(`the lock in ${folder} was taken away while a download ran; run it again`, {
    cause,
  });
}
