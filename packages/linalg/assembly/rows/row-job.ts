import { address, integer } from '../job-arguments';
import { COLUMNS, PARTIALS, ROWS, ROWS_PER_BLOCK, STRIDE } from '../generated/row-arguments';

// The arguments that all kernels over rows share.
export * from '../generated/row-arguments';

/** The row that is number i of the job. */
// @ts-ignore: decorator
@inline
export function rowAt(order: usize, i: i32): i32 {
  return order == 0 ? i : load<i32>(order + (<usize>i << 2));
}

/** Where a row's cells begin. */
// @ts-ignore: decorator
@inline
export function rowStart(pointers: usize, row: i32, columns: i32): usize {
  return pointers == 0 ? <usize>row * <usize>columns : <usize>load<u32>(pointers + (<usize>row << 2));
}

/** The weight of a row. */
// @ts-ignore: decorator
@inline
export function rowWeight(weights: usize, row: i32): f64 {
  return weights == 0 ? 1 : load<f64>(weights + (<usize>row << 3));
}

/** The first row of a block. */
// @ts-ignore: decorator
@inline
export function blockStart(job: usize, block: i32): i32 {
  return block * integer(job, ROWS_PER_BLOCK);
}

/** The row after a block's last. */
// @ts-ignore: decorator
@inline
export function blockEnd(job: usize, block: i32): i32 {
  return min<i32>((block + 1) * integer(job, ROWS_PER_BLOCK), integer(job, ROWS));
}

/** A block's own sums, set to 0. */
// @ts-ignore: decorator
@inline
export function freshPartial(job: usize, block: i32): usize {
  const bytes = <usize>(integer(job, COLUMNS) + 1) * <usize>integer(job, STRIDE);
  const partial = address(job, PARTIALS) + <usize>block * bytes;
  memory.fill(partial, 0, bytes);
  return partial;
}
