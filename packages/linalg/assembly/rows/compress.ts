import { address, integer } from '../job-arguments';

/** Arguments of the two kernels. */
const ROWS = 0;
const COLUMNS = 1;
/** u8: the rows' cells one after the other. */
const CELLS = 2;
const ROWS_PER_BLOCK = 3;
/** u32: where each row's nonzeros begin; `countNonzeros` leaves their number at the row after. */
const POINTERS = 4;
const VALUES = 5;
/** u16 or u32, by WIDE. */
const INDICES = 6;
const WIDE = 7;

/** Counts the cells of a block of rows that are not 0. */
export function countNonzerosBlock(job: usize, block: i32, _scratch: usize): void {
  const columns = <usize>integer(job, COLUMNS);
  const cells = address(job, CELLS);
  const counts = address(job, POINTERS) + 4;
  const first = block * integer(job, ROWS_PER_BLOCK);
  const last = min<i32>(first + integer(job, ROWS_PER_BLOCK), integer(job, ROWS));
  for (let row = first; row < last; row++) {
    store<u32>(counts + (<usize>row << 2), countNonzeros(cells + <usize>row * columns, columns));
  }
}

/**
 * Writes the nonzero cells of a block of rows, and their columns, to where the pointers say. They are collected in the
 * thread's own memory, some columns at a time, since what `compressRow` writes beyond them must not meet another block's.
 */
export function compressBlock(job: usize, block: i32, scratch: usize): void {
  if (integer(job, WIDE) != 0) compressRows<u32>(job, block, scratch);
  else compressRows<u16>(job, block, scratch);
}

function compressRows<I>(job: usize, block: i32, scratch: usize): void {
  const columns = <usize>integer(job, COLUMNS);
  const cells = address(job, CELLS);
  const pointers = address(job, POINTERS);
  const values = address(job, VALUES);
  const indices = address(job, INDICES);
  const first = block * integer(job, ROWS_PER_BLOCK);
  const last = min<i32>(first + integer(job, ROWS_PER_BLOCK), integer(job, ROWS));
  const orders = fillOrders(scratch);
  const foundValues = orders + ORDERS_BYTES;
  const foundIndices = foundValues + PIECE + SLACK;
  for (let row = first; row < last; row++) {
    const from = cells + <usize>row * columns;
    let at = <usize>load<u32>(pointers + (<usize>row << 2));
    for (let start: usize = 0; start < columns; start += PIECE) {
      const end = min(start + PIECE, columns);
      const count = compressRow<I>(from, start, end, foundValues, foundIndices, orders);
      memory.copy(values + at, foundValues, count);
      memory.copy(indices + at * sizeof<I>(), foundIndices, count * sizeof<I>());
      at += count;
    }
  }
}

function countNonzeros(cells: usize, columns: usize): u32 {
  let count: u32 = 0;
  let j: usize = 0;
  for (; j + 16 <= columns; j += 16) {
    const chunk = v128.load(cells + j);
    if (v128.any_true(chunk)) count += popcnt<u32>(nonzeroMask(chunk));
  }
  for (; j < columns; j++) if (load<u8>(cells + j) != 0) count++;
  return count;
}

/** Bytes of the table that `fillOrders` makes. */
export const ORDERS_BYTES: usize = 2048;

/** Cells beyond the found ones that `compressRow` may write. */
export const SLACK: usize = 16;

/** Columns that are compressed at a time. */
const PIECE: usize = 8192;

/** For each set of eight bytes, as the bits of a number: which bytes they are, from the lowest, in eight bytes. */
export function fillOrders(table: usize): usize {
  for (let mask: u32 = 0; mask < 256; mask++) {
    let at = table + (<usize>mask << 3);
    store<u64>(at, 0);
    for (let rest = mask; rest != 0; rest &= rest - 1) store<u8>(at++, <u8>ctz<u32>(rest));
  }
  return table;
}

/**
 * Writes the cells from column `start` to `end` - 1 of a row that are not 0, and their columns, one after the other.
 * Eight cells are moved together by one shuffle, so that up to `SLACK` more cells and columns are written than are found.
 *
 * @returns how many there were
 */
export function compressRow<I>(row: usize, start: usize, end: usize, values: usize, indices: usize, orders: usize): usize {
  let count: usize = 0;
  let j = start;
  for (; j + 16 <= end; j += 16) {
    const chunk = v128.load(row + j);
    if (!v128.any_true(chunk)) continue;
    const mask = nonzeroMask(chunk);
    const low = mask & 255;
    const order = v128.load64_zero(orders + (<usize>low << 3));
    v128.store64_lane(values + count, i8x16.swizzle(chunk, order), 0);
    storeColumns<I>(indices + count * sizeof<I>(), order, j);
    count += <usize>popcnt<u32>(low);
    const high = mask >> 8;
    const second = v128.load64_zero(orders + (<usize>high << 3));
    const upper = i8x16.add(second, i8x16.splat(8));
    v128.store64_lane(values + count, i8x16.swizzle(chunk, upper), 0);
    storeColumns<I>(indices + count * sizeof<I>(), upper, j);
    count += <usize>popcnt<u32>(high);
  }
  for (; j < end; j++) {
    const cell = load<u8>(row + j);
    if (cell == 0) continue;
    store<u8>(values + count, cell);
    store<I>(indices + count * sizeof<I>(), <I>j);
    count++;
  }
  return count;
}

/** Stores eight columns: `first` and the low eight bytes of `offsets`. */
// @ts-ignore: decorator
@inline
function storeColumns<I>(at: usize, offsets: v128, first: usize): void {
  const narrow = i16x8.extend_low_i8x16_u(offsets);
  if (sizeof<I>() == 2) {
    v128.store(at, i16x8.add(narrow, i16x8.splat(<i16>first)));
    return;
  }
  const base = i32x4.splat(<i32>first);
  v128.store(at, i32x4.add(i32x4.extend_low_i16x8_u(narrow), base));
  v128.store(at, i32x4.add(i32x4.extend_high_i16x8_u(narrow), base), 16);
}

/** A bit for each of sixteen bytes that is not 0. */
// @ts-ignore: decorator
@inline
function nonzeroMask(chunk: v128): u32 {
  return <u32>i8x16.bitmask(i8x16.ne(chunk, i8x16.splat(0)));
}
