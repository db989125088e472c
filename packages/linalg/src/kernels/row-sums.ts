import type { RowTask } from '../backend.js';
import type { KernelEngine } from './engine.js';
import { type RowArguments, rowIntegers } from './job-layout.js';
import { type Lanes, packParameters, unpackSums } from './lanes.js';
import { cutRows } from './row-blocks.js';
import { visited } from './rows-in-use.js';
import type { Scope } from './scope.js';
import { DOUBLE_FORMAT, type StoredDesign } from './stored-designs.js';

/** Multiply-adds of every stored cell and lane: a score and a share of the sums. */
const WORK_PER_CELL = 2;

/** An operation that sums one number a parameter over all rows. */
export interface RowSum {
  readonly kernel: number;
  readonly task: RowTask;
  readonly stored: StoredDesign;
  readonly lanes: Lanes;
  /** What every score starts from in lanes without a class. */
  readonly idle?: number;
  /** What goes in as parameters: weights or directions. */
  readonly parameters: Float64Array;
  /** Losses of each block. */
  readonly lossesPerBlock: number;
  readonly args: Partial<RowArguments>;
  /** The rows to visit, in their order; all of them when left out. */
  readonly order?: Uint32Array | undefined;
  readonly threads: number | undefined;
  /** The sums in the order of parameters, filled. */
  readonly out: Float64Array;
}

/** Runs the kernel over all blocks, adds up what they leave in their order, and returns the losses. */
export async function sumRows(engine: KernelEngine, scope: Scope, sum: RowSum): Promise<Float64Array> {
  const { lanes, task, lossesPerBlock, order } = sum;
  const stored = visited(sum.stored, order);
  const { columns } = stored;
  const { memory, kernels } = engine;
  const count = (columns + 1) * lanes.width;
  const cut = cutRows(stored, WORK_PER_CELL * lanes.width, count, lanes.size);
  const partials = scope.allocate(cut.blocks * count * lanes.size);
  const losses = scope.allocate(8 * cut.blocks * Math.max(1, lossesPerBlock));
  const integers = rowIntegers({
    ...rowsOf(stored, lanes),
    ...sum.args,
    order: scope.copyIn(order),
    rowsPerBlock: cut.rowsPerBlock,
    weights: packed(scope, sum),
    partials,
    losses,
  });
  const { kernel, threads } = sum;
  await engine.run({ kernel, integers, blocks: cut.blocks, work: cut.work, threads, signal: task.signal });
  const totals = scope.allocate(8 * evenUp(count));
  kernels.sumPartials(partials, count, cut.blocks, lanes.size, totals);
  unpackSums(memory.f64(totals, count), lanes, columns, task.constant, sum.out);
  return addLosses(memory.f64(losses, cut.blocks * lossesPerBlock), lossesPerBlock);
}

/** The arguments that say where the rows are. */
export function rowsOf(stored: StoredDesign, lanes: Lanes): Partial<RowArguments> {
  const { rows, columns, values, indices, pointers } = stored;
  const format = stored.format + (lanes.precision === 'double' ? DOUBLE_FORMAT : 0);
  return { rows, columns, values, indices, pointers, format, stride: lanes.stride };
}

function packed(scope: Scope, { parameters, lanes, stored, task, idle }: RowSum): number {
  return scope.keep(packParameters(scope.memory, lanes, stored.columns, parameters, task.constant, idle));
}

function addLosses(losses: Float64Array, perBlock: number): Float64Array {
  const totals = new Float64Array(perBlock);
  for (let i = 0; i < losses.length; i++) totals[i % perBlock] += losses[i];
  return totals;
}

function evenUp(count: number): number {
  return count + (count % 2);
}
