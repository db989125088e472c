import type { StoredDesign } from './stored-designs.js';

/** Most blocks that an operation over rows is cut into: two for each of sixteen threads. */
const MOST_BLOCKS = 32;

/** A block does at least this many multiply-adds, and this many for each number that it hands over. */
const WORK_PER_BLOCK = 100_000;
const WORK_PER_SUM = 4;

/** Most bytes that the blocks' own sums may take together. */
const PARTIAL_BYTES = 64 * 2 ** 20;

/** How the rows are cut. It depends on the matrix and the operation alone, never on threads or a machine. */
export interface RowBlocks {
  readonly blocks: number;
  readonly rowsPerBlock: number;
  /** Multiply-adds of the whole operation. */
  readonly work: number;
}

/**
 * Cuts rows into blocks.
 *
 * `workPerCell`: multiply-adds of every stored cell; `sums`: numbers that each block hands over; `bytesPerSum`: their
 * size.
 */
export function cutRows(
  { rows, cells }: StoredDesign,
  workPerCell: number,
  sums: number,
  bytesPerSum: number,
): RowBlocks {
  const work = Math.max(rows, cells * workPerCell);
  const least = Math.max(WORK_PER_BLOCK, WORK_PER_SUM * sums);
  const byMemory = sums === 0 ? MOST_BLOCKS : Math.floor(PARTIAL_BYTES / (sums * bytesPerSum));
  const wanted = Math.max(1, Math.min(MOST_BLOCKS, Math.floor(work / least), byMemory));
  const rowsPerBlock = Math.ceil(rows / wanted);
  return { blocks: Math.ceil(rows / rowsPerBlock), rowsPerBlock, work };
}
