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
export function gramBlock(job: usize, block: i32, _scratch: usize): void {
  switch (integer(job, R.FORMAT) % 9) {
    case 0: return gram<u8, u8>(job, block);
    case 1: return gram<f32, u8>(job, block);
    case 2: return gram<f64, u8>(job, block);
    case 3: return gram<u8, u16>(job, block);
    case 4: return gram<f32, u16>(job, block);
    case 5: return gram<f64, u16>(job, block);
    case 6: return gram<u8, u32>(job, block);
    case 7: return gram<f32, u32>(job, block);
    case 8: return gram<f64, u32>(job, block);
  }
}

function gram<V, I>(job: usize, block: i32): void {
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
  memory.fill(matrix + <usize>first * width, 0, <usize>(last - first) * width);
  for (let i = 0; i < rows; i++) {
    const row = R.rowAt(order, i);
    const start = R.rowStart(pointers, row, columns);
    const end = R.rowStart(pointers, row + 1, columns);
    let p = firstAtLeast<I>(indices, start, end, <usize>first);
    for (; p < end; p++) {
      const j = columnOf<I>(indices, p, start);
      if (j >= <usize>last) break;
      const x = <f32>load<V>(values + p * sizeof<V>());
      const out = matrix + j * width;
      for (let q = p; q < end; q++) {
        const at = out + (columnOf<I>(indices, q, start) << 2);
        store<f32>(at, load<f32>(at) + x * <f32>load<V>(values + q * sizeof<V>()));
      }
      const at = out + (<usize>columns << 2);
      store<f32>(at, load<f32>(at) + x * constant);
    }
  }
  if (last > columns) store<f32>(matrix + <usize>columns * (width + 4), <f32>rows * constant * constant);
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
