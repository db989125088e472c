import type { DesignMatrix } from '../design-matrix.js';
import { storedValues } from '../stored-values.js';
import { workMeter } from '../work-meter.js';

/**
 * Multiply-adds of one block of rows: about a millisecond of a plain loop. Blocks are the unit in which sums over
 * rows are cut, so their size depends on the matrix alone, never on a machine or a number of threads.
 */
const WORK_PER_BLOCK = 1_000_000;

/** A block does at least this many multiply-adds for each sum it hands over, so that adding up stays cheap. */
const WORK_PER_SUM = 4;

/**
 * How an operation over all rows is cut: each block adds its rows' share into fresh sums, which are then added to
 * the whole in the order of the blocks.
 */
export interface BlockedSum {
  readonly design: DesignMatrix;
  /** Multiply-adds for every stored cell. */
  readonly workPerCell: number;
  readonly signal?: AbortSignal | undefined;
  /** The whole, filled. */
  readonly out: Float64Array;
  /** Adds the share of rows `start` up to but not including `end` to `sums`, and returns their loss. */
  readonly addRows: (start: number, end: number, sums: Float64Array) => number;
}

/** Runs a sum over all rows block by block and returns the total loss. */
export async function sumOverBlocks({
  design,
  workPerCell,
  signal,
  out,
  addRows,
}: BlockedSum): Promise<number> {
  const workPerRow = Math.max(1, (storedValues(design).length / design.rows) * workPerCell);
  const size = blockRows(workPerRow, out.length);
  const sums = size >= design.rows ? out : new Float64Array(out.length);
  out.fill(0);
  let loss = 0;
  for (let start = 0; start < design.rows; start += size) {
    const end = Math.min(start + size, design.rows);
    if (sums !== out) sums.fill(0);
    loss += addRows(start, end, sums);
    if (sums !== out) for (let i = 0; i < out.length; i++) out[i] += sums[i];
    await workMeter.spend((end - start) * workPerRow, signal);
  }
  return loss;
}

/** Runs an operation that gives each of some rows of a matrix its own result, block by block. */
export async function eachBlock(
  design: DesignMatrix,
  rows: number,
  workPerCell: number,
  signal: AbortSignal | undefined,
  run: (start: number, end: number) => void,
): Promise<void> {
  const workPerRow = Math.max(1, (storedValues(design).length / design.rows) * workPerCell);
  const size = blockRows(workPerRow, 0);
  for (let start = 0; start < rows; start += size) {
    const end = Math.min(start + size, rows);
    run(start, end);
    await workMeter.spend((end - start) * workPerRow, signal);
  }
}

function blockRows(workPerRow: number, sums: number): number {
  return Math.ceil(Math.max(WORK_PER_BLOCK, WORK_PER_SUM * sums) / workPerRow);
}
