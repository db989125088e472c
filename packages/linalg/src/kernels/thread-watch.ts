import { yieldToEventLoop } from '@tenfold/core';

import { ThreadLostError } from '../errors.js';
import type { PostedJob } from './posted-job.js';

/** After a thread was lost, the marks of blocks are looked at this often, as its last block may never be counted. */
const POLL_MILLISECONDS = 10;

/** Sees a job that is out with the threads to its end, also when threads end before. */
export class ThreadWatch {
  readonly #job: PostedJob;
  readonly #inPlace: boolean;
  readonly #lost = new Set<number>();
  #failure: { readonly error: unknown } | undefined;

  /**
   * @param job the job
   * @param inPlace whether its blocks cannot be done again
   */
  constructor(job: PostedJob, inPlace: boolean) {
    this.#job = job;
    this.#inPlace = inPlace;
  }

  /** A thread has ended. */
  lose(thread: number): void {
    this.#lost.add(thread);
    this.#job.wake();
  }

  /** Whether every block is done or given up, and no thread works on any. */
  isOver(): boolean {
    return this.#job.isFinished || (this.#lost.size > 0 && this.#job.isMarkedDone);
  }

  /** Does the blocks again that lost threads had taken. */
  takeOver(runBlock: (block: number) => void): void {
    if (this.#lost.size > 0)
      this.#redo(
        this.#job.ownedBy((owner) => this.#lost.has(owner)),
        runBlock,
      );
  }

  /** Does all that is left, when no thread is: first what nobody has taken. */
  async finish(runRest: () => Promise<void>, runBlock: (block: number) => void): Promise<void> {
    try {
      await runRest();
    } catch (error) {
      this.#fail(error);
    }
    this.#redo(
      this.#job.ownedBy(() => true),
      runBlock,
    );
  }

  /** Resolves some time after the job may be over. */
  async wait(): Promise<void> {
    const word = this.#job.finishedWord;
    const seen = Atomics.load(word, 0);
    if (!this.isOver()) await sleepWhile(word, seen, this.#lost.size > 0 ? POLL_MILLISECONDS : Infinity);
  }

  /** To be called when the job is over. Throws what made it fail. */
  settle(): void {
    if (this.#lost.size > 0) this.#job.leavePlace();
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  #redo(blocks: number[], runBlock: (block: number) => void): void {
    for (const block of blocks) {
      try {
        if (this.#inPlace) throw new ThreadLostError('what it had begun to change cannot be done again');
        runBlock(block);
      } catch (error) {
        this.#fail(error);
        this.#job.skip(block);
      }
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#job.giveUp();
  }
}

/** Resolves some time after the word has changed from `seen`, has been notified, or the time is over. */
async function sleepWhile(word: Int32Array, seen: number, milliseconds: number): Promise<void> {
  const waitAsync = (Atomics as unknown as { waitAsync?: WaitAsync }).waitAsync;
  if (waitAsync === undefined) return yieldToEventLoop();
  const waiting = waitAsync(word, 0, seen, milliseconds);
  if (waiting.async) await waiting.value;
}

type WaitAsync = (
  word: Int32Array,
  index: number,
  seen: number,
  milliseconds: number,
) => { readonly async: boolean; readonly value: Promise<string> | string };
