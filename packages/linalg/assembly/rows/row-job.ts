import { address, integer } from '../job-arguments';

// The arguments that all kernels over rows share. Mirrored by `src/kernels/job-layout.ts`.

/** Rows that the job visits. */
export const ROWS = 0;
export const COLUMNS = 1;
export const VALUES = 2;
export const INDICES = 3;
/** u32: where each row's cells begin; 0 for a dense matrix. */
export const POINTERS = 4;
export const ROWS_PER_BLOCK = 5;
/** See `formats.ts`. */
export const FORMAT = 6;
/** Classes, and the bytes from one feature's weights to the next. */
export const LANES = 8;
export const STRIDE = 9;
/** (columns + 1) · stride bytes: the last stretch is what every score starts from. */
export const WEIGHTS = 10;
/** i32 a row. */
export const TARGETS = 11;
/** f64 a row, or 0. */
export const ROW_WEIGHTS = 12;
/** Each block's own sums, as the weights lie. */
export const PARTIALS = 13;
/** f64s of each block: its loss, or one loss a lane. */
export const LOSSES = 14;
/** i32 a lane: its positive class. */
export const POSITIVES = 15;
/** Second derivatives: one a row and lane. */
export const CURVATURES = 16;
/** f64s: what a row of the negative and of the positive side counts in each lane, or 0. */
export const SIDE_WEIGHTS = 17;
/** Where results of rows go. */
export const OUTPUT = 18;
/** u32: the rows to visit in their order, or 0 for all. */
export const ORDER = 19;

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
