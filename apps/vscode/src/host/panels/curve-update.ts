import { type CurveUpdate, stateKey } from '../../protocol/webviews/training-curve.js';
import type { Job } from '../training/jobs.js';

/** How many points one answer holds. */
const MOST_POINTS = 2000;

/** Milliseconds for which changes are gathered into one answer. */
const GATHERING_MS = 80;

/**
 * The state of a job and its new iterations. Waits until there is something new.
 *
 * @param job the job; undefined when it is not known
 * @param after how many points are known
 * @param seen the state that is known, by `stateKey`
 * @param signal ends the waiting
 */
export async function curveUpdate(
  job: Job | undefined,
  after: number,
  seen: string | null,
  signal: AbortSignal,
): Promise<CurveUpdate> {
  if (job === undefined)
    return { state: { kind: 'lost' }, figures: [], problems: 1, points: [], hasMore: false };
  const isNew = (): boolean => job.points.length > after || stateKey(job.state) !== seen;
  if (!isNew()) {
    await until(job, isNew, signal);
    if (job.isRunning) await pause(GATHERING_MS, signal);
  }
  const points = job.points.slice(after, after + MOST_POINTS);
  const hasMore = job.points.length > after + points.length;
  return { state: job.state, figures: [...job.figures], problems: job.problems, points, hasMore };
}

function until(job: Job, isNew: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      stopListening();
      signal.removeEventListener('abort', abort);
    };
    const abort = (): void => {
      end();
      reject(signal.reason as Error);
    };
    const stopListening = job.onChange(() => {
      if (!isNew()) return;
      end();
      resolve();
    });
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
