import { WORK_PER_TURN, workMeter } from '../work-meter.js';
import type { Job } from './job.js';
import { KernelMemory } from './kernel-memory.js';
import { instantiate, type KernelExports, type LoadedKernels, loadKernels } from './kernels-module.js';
import type { Platform } from './platform.js';
import { PostedJob } from './posted-job.js';
import { ThreadPool } from './thread-pool.js';
import { ThreadWatch } from './thread-watch.js';

/** Multiply-adds below which a job is done on the spot: waking threads takes about as long. */
const PARALLEL_ABOVE = 1_000_000;

/** Bytes that every thread has for itself. */
export const SCRATCH_BYTES = 1 << 20;

/** Most threads that are ever started. */
const MOST_THREADS = 64;

/** The number by which this thread takes blocks: no other has it. */
const MAIN = 0x7fff;

/**
 * The kernels, their memory and the threads that run them. Jobs run one after the other; each is cut into blocks,
 * which threads take as they come, so that their number and speed never change what a block computes.
 */
export class KernelEngine {
  readonly memory: KernelMemory;
  readonly kernels: KernelExports;
  readonly #loaded: LoadedKernels;
  readonly #platform: Platform;
  readonly #posted: PostedJob;
  readonly #immediate: PostedJob;
  readonly #pool: ThreadPool | undefined;
  readonly #scratch: number[] = [];
  #watch: ThreadWatch | undefined;
  #last: Promise<void> = Promise.resolve();

  /** @param platform where threads come from */
  constructor(platform: Platform) {
    this.#platform = platform;
    this.#loaded = loadKernels();
    this.kernels = instantiate(this.#loaded);
    this.memory = new KernelMemory(this.#loaded.memory, this.kernels.heapBase());
    this.#posted = new PostedJob(this.memory);
    this.#immediate = new PostedJob(this.memory);
    if (this.#loaded.shared) {
      const lost = (thread: number): void => this.#watch?.lose(thread);
      this.#pool = new ThreadPool(platform, this.#loaded, (thread) => this.#scratchOf(thread), lost);
    }
  }

  /** Whether threads can see the memory. */
  get shared(): boolean {
    return this.#loaded.shared;
  }

  /** Threads that are running. */
  get threadsAlive(): number {
    return this.#pool?.alive ?? 0;
  }

  /**
   * Runs a job to its end.
   *
   * @throws ThreadLostError when a thread ended in the middle of a block that cannot be done again; rejects with the signal's reason when cancelled; no thread touches the job's memory any more by then
   */
  run(job: Job): Promise<void> {
    const over = this.memory.use();
    const turn = this.#last.then(() => this.#runInTurn(job)).finally(over);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Runs a job on this thread and at once, whatever other job is under way. */
  runNow(job: Job): void {
    this.#immediate.write(job);
    const { address, generation } = this.#immediate;
    this.kernels.runJob(address, generation, MAIN, this.#scratchOf(0), job.blocks);
  }

  /** Ends the threads. The engine must not be used again. */
  async close(): Promise<void> {
    await this.#last;
    await this.#pool?.close();
  }

  async #runInTurn(job: Job): Promise<void> {
    job.signal?.throwIfAborted();
    if (job.blocks === 0) return;
    const threads = job.work > PARALLEL_ABOVE ? this.#threadsFor(job) : 0;
    this.#posted.write(job);
    if (this.#pool === undefined || threads === 0) await this.#runHere(job);
    else await this.#runThere(this.#pool, job, threads);
    job.signal?.throwIfAborted();
  }

  /** How many threads are asked to take part, of which at least one runs; 0 when there are none. */
  #threadsFor({ threads, blocks }: Job): number {
    const wanted = Math.min(threads ?? this.#platform.availableThreads(), blocks, MOST_THREADS);
    return this.#pool !== undefined && this.#pool.ensure(wanted) > 0 ? wanted : 0;
  }

  /** Without threads: some blocks at a time, and the event loop in between. */
  async #runHere(job: Job): Promise<void> {
    const { address, generation } = this.#posted;
    const workPerBlock = job.work / job.blocks;
    const perTurn = Math.max(1, Math.floor(WORK_PER_TURN / Math.max(1, workPerBlock)));
    for (;;) {
      const ran = this.kernels.runJob(address, generation, MAIN, this.#scratchOf(0), perTurn);
      if (ran === 0) return;
      await workMeter.spend(ran * workPerBlock, job.signal);
    }
  }

  async #runThere(pool: ThreadPool, job: Job, threads: number): Promise<void> {
    const posted = this.#posted;
    const watch = new ThreadWatch(posted, job.inPlace === true);
    const cancel = (): void => posted.giveUp();
    job.signal?.addEventListener('abort', cancel);
    pool.hold(true);
    this.#watch = watch;
    try {
      pool.post(posted.address, posted.generation, threads);
      while (!watch.isOver()) {
        watch.takeOver((block) => this.#runBlock(block));
        if (pool.running(threads) > 0) await watch.wait();
        else
          await watch.finish(
            () => this.#runHere(job),
            (block) => this.#runBlock(block),
          );
      }
    } finally {
      this.#watch = undefined;
      pool.hold(false);
      job.signal?.removeEventListener('abort', cancel);
    }
    watch.settle();
  }

  #runBlock(block: number): void {
    const { address, generation } = this.#posted;
    this.kernels.runBlock(address, generation, block, this.#scratchOf(0));
  }

  #scratchOf(thread: number): number {
    return (this.#scratch[thread] ??= this.memory.allocate(SCRATCH_BYTES));
  }
}
