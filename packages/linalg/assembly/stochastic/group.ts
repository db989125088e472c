// A group of problems, or of one problem's classes, that one thread walks through the rows: 16 words at GROUPS +
// 64·block. Weights lie feature by feature, a lane each, as scores take them (rows/products.ts), in doubles.

/** Bytes of a group's words. */
export const GROUP_BYTES: usize = 64;

/** Bytes from one feature's weights to the next. */
export const STRIDE: usize = 0;
/** f64s: the weights, divided by the walk's scale while it is under way. */
export const WEIGHTS: usize = 4;
/** f64s: Σ x·(the derivative that is remembered of each row), as the weights lie. */
export const SUMS: usize = 8;
/** f64s: the derivatives remembered, a stride a row. */
export const MEMORY: usize = 12;
/** f64s: a stride of intercepts. */
export const INTERCEPTS: usize = 16;
/** f64s: a stride of the sums of the derivatives remembered. */
export const INTERCEPT_SUMS: usize = 20;
/** i32 a lane: the positive class; 0 for softmax. */
export const POSITIVES: usize = 24;
/** f64s: what a row of the negative and of the positive side counts in each lane. */
export const SIDES: usize = 28;
/** u32 a column: how many of the steps since the last settling it has made. */
export const MADE: usize = 32;
/** f64s, one more than a walk has draws: how far steps by the sums have gone since the last settling. */
export const REACH: usize = 36;
/** 24 bytes a column and as many more: the cells of the row that is visited (cells.ts). */
export const CELLS: usize = 40;

/** A word of a group, as an address. */
// @ts-ignore: decorator
@inline
export function word(group: usize, field: usize): usize {
  return <usize>load<u32>(group + field);
}
