import { address, double, integer } from '../job-arguments';
import { addScaled, dotOf } from './vectors';

/** Arguments of y = alpha·A·x + beta·y; strides in bytes, one of which is that of neighbours. */
const ROWS = 0;
const COLUMNS = 1;
const A = 2;
const ROW_STRIDE = 3;
const COLUMN_STRIDE = 4;
const X = 5;
const Y = 6;
/** Rows of a block; a transposed matrix's sums for them fill at most the scratch memory. */
const ROWS_PER_BLOCK = 7;
const ALPHA = 0;
const BETA = 1;

/** A block of y. Row after row by products of vectors; a transposed matrix column after column. */
export function gemvBlock<T>(job: usize, block: i32, scratch: usize): void {
  const first = block * integer(job, ROWS_PER_BLOCK);
  const rows = min<i32>(integer(job, ROWS_PER_BLOCK), integer(job, ROWS) - first);
  const columns = integer(job, COLUMNS);
  const rowStride = address(job, ROW_STRIDE);
  const columnStride = address(job, COLUMN_STRIDE);
  const x = address(job, X);
  let a = address(job, A) + <usize>first * rowStride;
  if (columnStride == sizeof<T>()) {
    for (let i = 0; i < rows; i++) {
      store<T>(scratch + <usize>i * sizeof<T>(), dotOf<T>(a, x, columns));
      a += rowStride;
    }
  } else {
    memory.fill(scratch, 0, <usize>rows * sizeof<T>());
    for (let j = 0; j < columns; j++) {
      addScaled<T>(load<T>(x + <usize>j * sizeof<T>()), a, scratch, rows);
      a += columnStride;
    }
  }
  finish<T>(address(job, Y) + <usize>first * sizeof<T>(), scratch, rows, <T>double(job, ALPHA), <T>double(job, BETA));
}

// @ts-ignore: decorator
@inline
function finish<T>(y: usize, sums: usize, rows: i32, alpha: T, beta: T): void {
  for (let i = 0; i < rows; i++) {
    const value: T = alpha * load<T>(sums);
    store<T>(y, beta != 0 ? value + beta * load<T>(y) : value);
    y += sizeof<T>();
    sums += sizeof<T>();
  }
}
