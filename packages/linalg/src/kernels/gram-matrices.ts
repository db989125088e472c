import type { PreconditionTask } from '../backend.js';
import { KERNEL, rowIntegers } from './job-layout.js';
import type { KernelMemory } from './kernel-memory.js';
import type { KernelParts } from './kernel-parts.js';
import { lanesFor } from './lanes.js';
import { rowsOf } from './row-sums.js';
import { scaledRows } from './scaled-rows.js';
import { type Scope, withScope } from './scope.js';
import type { StoredDesign } from './stored-designs.js';

/** Columns of a tile; see assembly/precondition/tile-panels.ts. */
const TILE = 4;

/** Multiply-adds after which a part of a Gram matrix ends: about ten milliseconds. */
const WORK_PER_PART = 30_000_000;

/** A single Gram matrix is cut into this many parts, from so many multiply-adds on, so that threads can share it. */
const PARTS = 4;
const PARTS_ABOVE = 2_000_000;

/** Symmetric matrices of floats, one after the other, row by row, in the kernels' memory. */
export class Grams {
  readonly address: number;
  /** Bytes of a matrix. */
  readonly bytes: number;
  /** Bytes of a row. */
  readonly width: number;
  /** Rows in use: the columns, and a constant one. */
  readonly size: number;
  readonly count: number;
  readonly #memory: KernelMemory;
  #held: number;

  /**
   * @param memory where they lie
   * @param columns columns of the rows that they are made of
   * @param constant the value of the constant column, 0 for none
   * @param count matrices
   */
  constructor(memory: KernelMemory, columns: number, constant: number, count: number) {
    const rows = TILE * Math.ceil((columns + 1) / TILE);
    this.width = 64 * Math.ceil((4 * rows) / 64);
    this.bytes = rows * this.width;
    this.size = columns + (constant === 0 ? 0 : 1);
    this.count = count;
    this.address = memory.allocate(count * this.bytes);
    this.#memory = memory;
    this.#held = count;
  }

  /** Where a matrix lies. */
  addressOf(at: number): number {
    return this.address + at * this.bytes;
  }

  /** The diagonal of a matrix. */
  diagonal(at: number): Float64Array {
    const address = this.addressOf(at);
    const cell = (i: number): number => this.#memory.f32(address + i * (this.width + 4), 1)[0];
    return Float64Array.from({ length: this.size }, (_, i) => cell(i));
  }

  /** Gives up some of the matrices; their memory goes back with the last. */
  release(count = 1): void {
    this.#held -= count;
    if (this.#held === 0) this.#memory.free(this.address);
  }
}

/**
 * Fills the upper triangles with Σ x̃·x̃' over each task's rows.
 *
 * @param parts what does it
 * @param scope keeps memory until the matrices are done with
 * @param tasks one for each matrix
 * @param grams the matrices
 * @param units what columns are divided by to be x̃; undefined for bytes, which stay as they are
 */
export async function fillGrams(
  parts: KernelParts,
  scope: Scope,
  tasks: readonly PreconditionTask[],
  grams: Grams,
  units: Float64Array | undefined,
): Promise<void> {
  if (units === undefined) {
    const stored = parts.designs.get(tasks[0].design);
    const order = scope.copyIn(concatenate(tasks.map(({ rows }) => rows)));
    await fill(parts, tasks, { stored, order, output: grams.address, width: grams.width });
    return;
  }
  for (const [at, task] of tasks.entries()) {
    await withScope(scope.memory, async (own) => {
      const stored = await scaledRows(own, task.design, task.rows, units, task.signal);
      await fill(parts, [task], { stored, order: 0, output: grams.addressOf(at), width: grams.width });
    });
  }
}

interface Filling {
  readonly stored: StoredDesign;
  /** The rows of each task in their order; 0 for all. */
  readonly order: number;
  readonly output: number;
  readonly width: number;
}

function fill(
  { engine, threads }: KernelParts,
  tasks: readonly PreconditionTask[],
  { stored, order, output, width }: Filling,
): Promise<void> {
  const [{ constant, signal }] = tasks;
  const rows = order === 0 ? stored.rows : (tasks[0].rows?.length ?? stored.rows);
  const work = (rows * (stored.cells / stored.rows) ** 2) / 2;
  const least = tasks.length > 1 || work < PARTS_ABOVE ? 1 : PARTS;
  const parts = Math.min(
    Math.max(least, Math.ceil(work / WORK_PER_PART)),
    Math.ceil((stored.columns + 1) / TILE),
  );
  return engine.run({
    kernel: KERNEL.gram,
    integers: rowIntegers({
      ...rowsOf(stored, lanesFor(1, 'single')),
      rows,
      stride: width,
      output,
      order,
      parts,
    }),
    doubles: [constant],
    blocks: tasks.length * parts,
    work: tasks.length * work,
    threads,
    signal,
  });
}

/** Lists of rows one after the other; undefined when they are all rows. */
function concatenate(lists: readonly (Uint32Array | undefined)[]): Uint32Array | undefined {
  const [first] = lists;
  if (first === undefined) return undefined;
  const all = new Uint32Array(lists.length * first.length);
  for (const [at, list] of lists.entries()) if (list !== undefined) all.set(list, at * first.length);
  return all;
}
