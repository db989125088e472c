import { yieldToEventLoop } from '@tenfold/core';

/**
 * Multiply-adds between two turns of the event loop: two to five milliseconds of a plain loop. An amount of work and
 * not of time, so that no result can depend on a clock.
 */
export const WORK_PER_TURN = 2_000_000;

/**
 * Counts work and gives the event loop back whenever `WORK_PER_TURN` has been done. Long loops call `spend`
 * with what they did; small problems never wait.
 *
 * @example
 * await workMeter.spend(rows * columns, signal);
 */
export class WorkMeter {
  #spent = 0;

  /** @param workPerTurn work units (multiply-adds) between two turns of the event loop */
  constructor(readonly workPerTurn: number = WORK_PER_TURN) {}

  /**
   * Adds to the count; when a turn's worth is reached, waits for the next turn of the event loop.
   *
   * @param work multiply-adds (or steps of about that cost) done since the last call
   * @param signal cancels the job: the returned promise rejects with the signal's reason
   */
  async spend(work: number, signal?: AbortSignal): Promise<void> {
    this.#spent += work;
    if (this.#spent < this.workPerTurn) return;
    this.#spent = 0;
    signal?.throwIfAborted();
    await yieldToEventLoop();
    signal?.throwIfAborted();
  }
}

/** The meter that all of Tenfold's jobs on this thread share, as they share its event loop. */
export const workMeter: WorkMeter = new WorkMeter();
