import { address, double, integer } from '../job-arguments';
import { columnOf } from '../rows/cells';
import * as R from '../rows/row-job';

/** f32s: (columns + 1) rows of `WIDTH` bytes; the rows' right part from the diagonal on is filled. */
const GRAM = R.OUTPUT;
/** Bytes of a row of the Gram matrix. */
const WIDTH = R.STRIDE;
/** Columns that a block is for. */
const COLUMNS_PER_BLOCK = R.ROWS_PER_BLOCK;

/**
 * Some rows of the Gram matrix of (a sample of) the rows of X with a constant column at the end: a block goes over all
 * rows, but only for its own columns, so that its part of the matrix stays in the cache, no two blocks meet, and
 * every entry is summed in the order of the rows.
 */
export function gramBlock(job: usize, block: i32, scratch: usize): void {
  switch (integer(job, R.FORMAT) % 9) {
    case 0: return gram<u8, u8>(job, block, scratch);
    case 1: return gram<f32, u8>(job, block, scratch);
    case 2: return gram<f64, u8>(job, block, scratch);
    case 3: return gram<u8, u16>(job, block, scratch);
    case 4: return gram<f32, u16>(job, block, scratch);
    case 5: return gram<f64, u16>(job, block, scratch);
    case 6: return gram<u8, u32>(job, block, scratch);
    case 7: return gram<f32, u32>(job, block, scratch);
    case 8: return gram<f64, u32>(job, block, scratch);
  }
}

function gram<V, I>(job: usize, block: i32, scratch: usize): void {
  const columns = integer(job, R.COLUMNS);
  const values = address(job, R.VALUES);
  const indices = address(job, R.INDICES);
  const pointers = address(job, R.POINTERS);
  const order = address(job, R.ORDER);
  const matrix = address(job, GRAM);
  const width = address(job, WIDTH);
  const constant = <f32>double(job, 0);
  const rows = integer(job, R.ROWS);
  const first = block * integer(job, COLUMNS_PER_BLOCK);
  const last = min<i32>(first + integer(job, COLUMNS_PER_BLOCK), columns + 1);
  const groups = scratch + ((<usize>columns + 63) & ~63) * 4;
  memory.fill(matrix + <usize>first * width, 0, <usize>(last - first) * width);
  for (let i = 0; i < rows; i++) {
    const row = R.rowAt(order, i);
    const start = R.rowStart(pointers, row, columns);
    const end = R.rowStart(pointers, row + 1, columns);
    let p = firstAtLeast<I>(indices, start, end, <usize>first);
    const count = groupCells<V, I>(values, indices, p, end, start, scratch, groups);
    let group: usize = 0;
    for (; p < end; p++) {
      const j = columnOf<I>(indices, p, start);
      if (j >= <usize>last) break;
      const x = <f32>load<V>(values + p * sizeof<V>());
      while (load<u32>(scratch + (group << 2)) < <u32>(j & ~3) << 2) group++;
      addGroups(matrix + j * width, x, scratch, groups, group, count);
      const at = matrix + j * width + (<usize>columns << 2);
      store<f32>(at, load<f32>(at) + x * constant);
    }
  }
  if (last > columns) store<f32>(matrix + <usize>columns * (width + 4), <f32>rows * constant * constant);
}

/**
 * Gathers cells in groups of four neighbouring columns, zeros where there is no cell: most of an image's pixels have
 * neighbours, so that a group is a good deal for one register.
 *
 * @param offsets filled with the bytes from a row's start to each group, u32s
 * @param groups filled with four floats a group
 * @returns how many groups there are
 */
function groupCells<V, I>(
  values: usize,
  indices: usize,
  from: usize,
  end: usize,
  start: usize,
  offsets: usize,
  groups: usize,
): usize {
  let count: usize = 0;
  let current: usize = usize.MAX_VALUE;
  for (let p = from; p < end; p++) {
    const j = columnOf<I>(indices, p, start);
    if (j >> 2 != current) {
      current = j >> 2;
      store<u32>(offsets + (count << 2), <u32>(current << 4));
      v128.store(groups + (count << 4), f32x4.splat(0));
      count++;
    }
    store<f32>(groups + ((count - 1) << 4) + ((j & 3) << 2), <f32>load<V>(values + p * sizeof<V>()));
  }
  return count;
}

/**
 * Adds x times the groups from `group` on to a row of the matrix. The first may reach left of the diagonal, where
 * nothing is read.
 */
// @ts-ignore: decorator
@inline
function addGroups(row: usize, x: f32, offsets: usize, groups: usize, group: usize, count: usize): void {
  const spread = f32x4.splat(x);
  for (let g = group; g < count; g++) {
    const at = row + <usize>load<u32>(offsets + (g << 2));
    v128.store(at, f32x4.add(v128.load(at), f32x4.mul(spread, v128.load(groups + (g << 4)))));
  }
}

/** The first cell of a row whose column is at least `column`. */
// @ts-ignore: decorator
@inline
function firstAtLeast<I>(indices: usize, start: usize, end: usize, column: usize): usize {
  if (sizeof<I>() == 1) return min<usize>(start + column, end);
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columnOf<I>(indices, middle, start) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
