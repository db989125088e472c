import type { Job } from './job.js';
import { JOB } from './job-layout.js';
import type { KernelMemory } from './kernel-memory.js';

/** The owner of a block that is done. */
const DONE = -1;

/** More than any job's blocks: nothing can be taken. */
const NOTHING_LEFT = 0x7fff_ffff;

/** The one job that is being run, as it lies in the kernels' memory for all threads; see assembly/job.ts. */
export class PostedJob {
  readonly #memory: KernelMemory;
  #address: number;
  #generation = 0;
  #blocks = 0;
  /** Blocks that must be done: all, or those that were taken before the rest was given up. */
  #wanted = 0;
  #owners = 0;
  #room = 0;

  /** @param memory where jobs lie */
  constructor(memory: KernelMemory) {
    this.#memory = memory;
    this.#address = this.#newPlace();
  }

  /** Where the job lies. */
  get address(): number {
    return this.#address;
  }

  /** The job's number. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Makes a job the current one.
   *
   * First nothing can be taken, then everything is written, then blocks can be taken. A thread that comes late from
   * the job before fails by its generation.
   */
  write({ kernel, blocks, integers, doubles = [] }: Job): void {
    this.#reserveOwners(blocks);
    this.#generation = (this.#generation + 1) | 0;
    this.#blocks = blocks;
    this.#wanted = blocks;
    const fields = this.#fields();
    Atomics.store(fields, JOB.next / 4, NOTHING_LEFT);
    Atomics.store(fields, JOB.generation / 4, this.#generation);
    this.#ownersOf(blocks).fill(0);
    this.#memory.i32(this.#address + JOB.integers, integers.length).set(integers);
    this.#memory.f64(this.#address + JOB.doubles, doubles.length).set(doubles);
    fields[JOB.blocks / 4] = blocks;
    fields[JOB.done / 4] = 0;
    fields[JOB.kernel / 4] = kernel;
    fields[JOB.owners / 4] = this.#owners;
    Atomics.store(fields, JOB.next / 4, 0);
  }

  /** The word that changes when the last block has been counted: threads wake who sleeps on it. */
  get finishedWord(): Int32Array {
    return this.#memory.i32(this.#address + JOB.finished, 1);
  }

  /** Whether all blocks were counted as done or given up. */
  get isFinished(): boolean {
    return Atomics.load(this.finishedWord, 0) === this.#generation;
  }

  /**
   * Whether all blocks that must be are marked as done, also when one was not counted since its thread ended just
   * before. A live thread may be about to count: leave the place (`leavePlace`) before the next job.
   */
  get isMarkedDone(): boolean {
    return this.ownedBy(() => true).length === 0;
  }

  /** Gives up all blocks that nobody has taken. */
  giveUp(): void {
    const fields = this.#fields();
    const taken = Atomics.exchange(fields, JOB.next / 4, NOTHING_LEFT);
    if (taken >= this.#blocks) return;
    this.#wanted = taken;
    const left = this.#blocks - taken;
    if (Atomics.add(fields, JOB.done / 4, left) + left !== this.#blocks) return;
    Atomics.store(fields, JOB.finished / 4, this.#generation);
    this.wake();
  }

  /** The blocks that must be done, are not, and whose owner (0: nobody yet) is one of these. */
  ownedBy(isOne: (owner: number) => boolean): number[] {
    const owners = this.#ownersOf(this.#wanted);
    return [...owners.keys()].filter((block) => {
      const owner = Atomics.load(owners, block);
      return owner !== DONE && isOne(owner);
    });
  }

  /** Marks a block as done that could not be. */
  skip(block: number): void {
    Atomics.store(this.#ownersOf(this.#blocks), block, DONE);
  }

  /** Wakes who sleeps on `finishedWord`, though it may not have changed. */
  wake(): void {
    Atomics.notify(this.finishedWord, 0);
  }

  /** Writes later jobs elsewhere. The old place, 320 bytes, stays as it is. */
  leavePlace(): void {
    this.#address = this.#newPlace();
  }

  #newPlace(): number {
    const address = this.#memory.allocate(JOB.bytes);
    this.#memory.i32(address, JOB.bytes / 4).fill(0);
    return address;
  }

  #reserveOwners(blocks: number): void {
    if (blocks <= this.#room) return;
    const owners = this.#memory.allocate(4 * blocks);
    if (this.#room > 0) this.#memory.free(this.#owners);
    this.#owners = owners;
    this.#room = blocks;
  }

  #fields(): Int32Array {
    return this.#memory.i32(this.#address, JOB.integers / 4);
  }

  #ownersOf(blocks: number): Int32Array {
    return this.#memory.i32(this.#owners, blocks);
  }
}
