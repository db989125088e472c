import { TaskQueue } from './task-queue.js';

/** Whoever keeps unpacked bytes, and can unpack them again. */
export interface Unpacked {
  /** How many bytes it keeps. */
  readonly held: number;
  /** Frees them. */
  release(): void;
}

/** The memory that the unpacked parts of one file share; one is unpacked at a time. */
export class UnpackedMemory {
  readonly turns = new TaskQueue();
  /** The one that was used last at the end. */
  private readonly holders = new Set<Unpacked>();

  constructor(
    /** The most bytes that are kept. */
    readonly limit: number,
  ) {}

  /** Makes room for one that is being unpacked, from those that were not used for longest. */
  makeRoom(user: Unpacked): void {
    this.holders.delete(user);
    this.holders.add(user);
    let held = 0;
    for (const holder of this.holders) held += holder.held;
    for (const holder of this.holders) {
      if (held <= this.limit || holder === user) return;
      held -= holder.held;
      holder.release();
      this.holders.delete(holder);
    }
  }
}
