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

/** Writes the nonzero cells of a block of rows, and their columns, to where the pointers say. */
export function compressBlock(job: usize, block: i32, _scratch: usize): void {
  const columns = <usize>integer(job, COLUMNS);
  const cells = address(job, CELLS);
  const pointers = address(job, POINTERS);
  const values = address(job, VALUES);
  const indices = address(job, INDICES);
  const wide = integer(job, WIDE) != 0;
  const first = block * integer(job, ROWS_PER_BLOCK);
  const last = min<i32>(first + integer(job, ROWS_PER_BLOCK), integer(job, ROWS));
  for (let row = first; row < last; row++) {
    const from = cells + <usize>row * columns;
    const at = <usize>load<u32>(pointers + (<usize>row << 2));
    if (wide) compressRow<u32>(from, columns, values + at, indices + (at << 2));
    else compressRow<u16>(from, columns, values + at, indices + (at << 1));
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

/**
 * Writes the cells of a row that are not 0, and their columns, one after the other: sixteen zeros at a time are passed
 * over.
 *
 * @returns how many there were
 */
export function compressRow<I>(cells: usize, columns: usize, values: usize, indices: usize): usize {
  let count: usize = 0;
  let j: usize = 0;
  for (; j + 16 <= columns; j += 16) {
    const chunk = v128.load(cells + j);
    if (!v128.any_true(chunk)) continue;
    let mask = nonzeroMask(chunk);
    while (mask != 0) {
      const column = j + <usize>ctz<u32>(mask);
      store<u8>(values + count, load<u8>(cells + column));
      store<I>(indices + count * sizeof<I>(), <I>column);
      count++;
      mask &= mask - 1;
    }
  }
  for (; j < columns; j++) {
    const cell = load<u8>(cells + j);
    if (cell == 0) continue;
    store<u8>(values + count, cell);
    store<I>(indices + count * sizeof<I>(), <I>j);
    count++;
  }
  return count;
}

/** A bit for each of sixteen bytes that is not 0. */
// @ts-ignore: decorator
@inline
function nonzeroMask(chunk: v128): u32 {
  return <u32>i8x16.bitmask(i8x16.ne(chunk, i8x16.splat(0)));
}
