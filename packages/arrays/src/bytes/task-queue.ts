import { unlessAborted } from './abort.js';

/** Lets asynchronous tasks run one after the other. */
export class TaskQueue {
  private last: Promise<unknown> = Promise.resolve();

  /**
   * Runs a task when those before it are done.
   *
   * @throws whatever the task throws; the signal's reason as soon as it is aborted, also while waiting
   */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const result = this.last.then(() => {
      signal?.throwIfAborted();
      return task();
    });
    this.last = result.catch(() => undefined);
    return unlessAborted(result, signal);
  }
}
