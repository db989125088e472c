import { WORK_PER_TURN, workMeter } from '../work-meter.js';
import { yieldToEventLoop } from '../yield-to-event-loop.js';
import { JOB } from './job-layout.js';
import { KernelMemory } from './kernel-memory.js';
import { instantiate, type KernelExports, type LoadedKernels, loadKernels } from './kernels-module.js';
import type { Platform } from './platform.js';
import { ThreadPool } from './thread-pool.js';

/** Multiply-adds below which a job is done on the spot: waking threads takes about as long. */
const PARALLEL_ABOVE = 1_000_000;

/** Bytes that every thread has for itself. */
export const SCRATCH_BYTES = 1 << 20;

/** Most blocks of a job. */
const MOST_BLOCKS = 65_536;

/** A job: a kernel, its arguments, and how it is cut. */
export interface Job {
  /** The kernel's number; see `KERNEL`. */
  readonly kernel: number;
  /** Pieces that any thread may take. */
  readonly blocks: number;
  /** Integers and addresses, by position. */
  readonly integers: readonly number[];
  /** Doubles, by position. */
  readonly doubles?: readonly number[];
  /** Multiply-adds of all blocks, or steps of about that cost. */
  readonly work: number;
  /** Most threads to use; as many as there are processors when left out. Never changes a result. */
  readonly threads?: number | undefined;
  /** Cancels the job. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The kernels, their memory and the threads that run them. Jobs run one after the other; each is cut into blocks,
 * which threads take as they come, so that their number and speed never change what a block computes.
 */
export class KernelEngine {
  readonly memory: KernelMemory;
  readonly kernels: KernelExports;
  readonly #loaded: LoadedKernels;
  readonly #pool: ThreadPool | undefined;
  readonly #platform: Platform;
  readonly #job: number;
  readonly #owners: number;
  readonly #scratch: number[] = [];
  #generation = 0;
  #last: Promise<void> = Promise.resolve();
  /** Whether a job is out with the threads. */
  #posted = false;

  /** @param platform where threads come from */
  constructor(platform: Platform) {
    this.#platform = platform;
    this.#loaded = loadKernels();
    this.kernels = instantiate(this.#loaded);
    this.memory = new KernelMemory(this.#loaded.memory, this.kernels.heapBase());
    this.#job = this.memory.allocate(JOB.bytes);
    this.#owners = this.memory.allocate(4 * MOST_BLOCKS);
    this.memory.i32(this.#job, JOB.bytes / 4).fill(0);
    if (this.#loaded.shared) {
      const lost = (thread: number): void => this.#takeOver(thread);
      this.#pool = new ThreadPool(platform, this.#loaded, (thread) => this.#scratchOf(thread), lost);
    }
  }

  /** Threads that are running. */
  get threadsAlive(): number {
    return this.#pool?.alive ?? 0;
  }

  /**
   * Runs a job to its end.
   *
   * @throws rejects with the signal's reason when cancelled; no thread touches the job's memory any more by then
   */
  run(job: Job): Promise<void> {
    const turn = this.#last.then(() => this.#runNow(job));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the threads. The engine must not be used again. */
  async close(): Promise<void> {
    await this.#last;
    await this.#pool?.close();
  }

  async #runNow(job: Job): Promise<void> {
    job.signal?.throwIfAborted();
    if (job.blocks === 0) return;
    const generation = this.#write(job);
    const threads = job.work > PARALLEL_ABOVE ? this.#threadsFor(job) : 0;
    if (this.#pool === undefined || threads === 0) await this.#runHere(job, generation);
    else await this.#runThere(this.#pool, job, generation, threads);
    job.signal?.throwIfAborted();
  }

  #threadsFor({ threads, blocks }: Job): number {
    const wanted = Math.min(threads ?? this.#platform.availableThreads(), blocks);
    return this.#pool?.ensure(wanted) === wanted ? wanted : (this.#pool?.alive ?? 0);
  }

  #write({ kernel, blocks, integers, doubles = [] }: Job): number {
    const generation = ++this.#generation;
    const { memory } = this;
    const fields = memory.i32(this.#job, JOB.integers / 4);
    // First nothing can be taken, then everything is written, then blocks can be taken. A thread that comes late
    // from the job before fails by its generation.
    Atomics.store(fields, JOB.next / 4, MOST_BLOCKS);
    Atomics.store(fields, JOB.generation / 4, generation);
    memory.i32(this.#owners, blocks).fill(0);
    memory.i32(this.#job + JOB.integers, integers.length).set(integers);
    memory.f64(this.#job + JOB.doubles, doubles.length).set(doubles);
    fields[JOB.blocks / 4] = blocks;
    fields[JOB.done / 4] = 0;
    fields[JOB.kernel / 4] = kernel;
    fields[JOB.owners / 4] = this.#owners;
    Atomics.store(fields, JOB.next / 4, 0);
    return generation;
  }

  /** Without threads: some blocks at a time, and the event loop in between. */
  async #runHere(job: Job, generation: number): Promise<void> {
    const workPerBlock = job.work / job.blocks;
    const perTurn = Math.max(1, Math.floor(WORK_PER_TURN / Math.max(1, workPerBlock)));
    while (!this.#isFinished(generation)) {
      const ran = this.kernels.runJob(this.#job, generation, MAIN, this.#scratchOf(0), perTurn);
      await workMeter.spend(ran * workPerBlock, job.signal);
    }
  }

  async #runThere(pool: ThreadPool, job: Job, generation: number, threads: number): Promise<void> {
    const cancel = (): void => this.kernels.cancelJob(this.#job, generation);
    job.signal?.addEventListener('abort', cancel);
    pool.hold(true);
    this.#posted = true;
    try {
      pool.post(this.#job, generation, threads);
      await this.#finished(generation);
    } finally {
      this.#posted = false;
      pool.hold(false);
      job.signal?.removeEventListener('abort', cancel);
    }
  }

  #isFinished(generation: number): boolean {
    return Atomics.load(this.memory.i32(this.#job + JOB.finished, 1), 0) === generation;
  }

  async #finished(generation: number): Promise<void> {
    const word = this.memory.i32(this.#job + JOB.finished, 1);
    for (;;) {
      const seen = Atomics.load(word, 0);
      if (seen === generation) return;
      await sleepWhile(word, seen);
    }
  }

  /** A thread ended: what it had taken is done again here, and everything when it was the last. */
  #takeOver(thread: number): void {
    if (!this.#posted) return;
    const generation = this.#generation;
    const blocks = this.memory.i32(this.#job, JOB.integers / 4)[JOB.blocks / 4];
    const owners = this.memory.i32(this.#owners, blocks);
    for (let block = 0; block < blocks; block++) {
      if (Atomics.load(owners, block) === thread) {
        this.kernels.runBlock(this.#job, generation, block, this.#scratchOf(0));
      }
    }
    if (this.threadsAlive === 0) {
      this.kernels.runJob(this.#job, generation, MAIN, this.#scratchOf(0), MOST_BLOCKS);
    }
  }

  #scratchOf(thread: number): number {
    return (this.#scratch[thread] ??= this.memory.allocate(SCRATCH_BYTES));
  }
}

/** The number by which this thread takes blocks: no other has it. */
const MAIN = 0x7fff;

/** Resolves some time after the word has changed from `seen`. */
async function sleepWhile(word: Int32Array, seen: number): Promise<void> {
  const waitAsync = (Atomics as unknown as { waitAsync?: WaitAsync }).waitAsync;
  if (waitAsync === undefined) return yieldToEventLoop();
  const waiting = waitAsync(word, 0, seen);
  if (waiting.async) await waiting.value;
}

type WaitAsync = (
  word: Int32Array,
  index: number,
  seen: number,
) => { readonly async: boolean; readonly value: Promise<string> | string };
