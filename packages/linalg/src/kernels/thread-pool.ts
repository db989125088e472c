import type { LoadedKernels } from './kernels-module.js';
import type { Platform, PlatformThread } from './platform.js';
import { CONTROL, THREAD_PROGRAM, type ThreadData } from './thread-program.js';

/**
 * Threads that sleep until a job is posted. They are started when a job first wants them, kept, and do not keep the
 * process alive while they sleep.
 */
export class ThreadPool {
  readonly #threads: (PlatformThread | undefined)[] = [];
  readonly #control = new Int32Array(new SharedArrayBuffer(4 * CONTROL.length));

  /**
   * @param platform where threads come from
   * @param kernels what they run
   * @param scratchOf gives thread n its scratch memory
   * @param onLost called with the number of a thread that ended by itself
   */
  constructor(
    readonly platform: Platform,
    readonly kernels: LoadedKernels,
    readonly scratchOf: (thread: number) => number,
    readonly onLost: (thread: number) => void,
  ) {}

  /** Threads that run. */
  get alive(): number {
    return this.running(this.#threads.length);
  }

  /** How many of the first `count` threads run. */
  running(count: number): number {
    return this.#threads.slice(0, count).filter((thread) => thread !== undefined).length;
  }

  /**
   * Starts threads until there are `count`, as far as the system gives them.
   *
   * @returns how many of the first `count` run
   */
  ensure(count: number): number {
    for (let thread = 1; thread <= count; thread++) {
      if (this.#threads[thread - 1] === undefined && !this.#start(thread)) break;
    }
    return this.running(count);
  }

  #start(thread: number): boolean {
    const data: ThreadData = {
      module: this.kernels.module,
      memory: this.kernels.memory,
      control: this.#control,
      thread,
      scratch: this.scratchOf(thread),
    };
    try {
      const started = this.platform.startThread(THREAD_PROGRAM, data);
      this.#threads[thread - 1] = started;
      started.onExit(() => {
        if (this.#threads[thread - 1] !== started) return;
        this.#threads[thread - 1] = undefined;
        this.onLost(thread);
      });
      return true;
    } catch {
      return false;
    }
  }

  /** Wakes the first `threads` threads for a job. */
  post(job: number, generation: number, threads: number): void {
    Atomics.store(this.#control, CONTROL.job, job);
    Atomics.store(this.#control, CONTROL.threads, threads);
    Atomics.store(this.#control, CONTROL.generation, generation);
    Atomics.notify(this.#control, CONTROL.generation);
  }

  /** Whether the threads keep the process alive: while a job runs, they must. */
  hold(alive: boolean): void {
    for (const thread of this.#threads) thread?.hold(alive);
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    Atomics.store(this.#control, CONTROL.stop, 1);
    Atomics.add(this.#control, CONTROL.generation, 1);
    Atomics.notify(this.#control, CONTROL.generation);
    const threads = this.#threads.splice(0).filter((thread) => thread !== undefined);
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}
