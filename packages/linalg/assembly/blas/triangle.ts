import { address, integer } from '../job-arguments';
import { addScaled, divideBy, dotOf } from './vectors';

/** Arguments of T·X = B, solved in place in B; strides in bytes. */
const SIZE = 0;
const TRIANGLE = 1;
const ROW_STRIDE = 2;
const COLUMN_STRIDE = 3;
const B = 4;
const B_ROW_STRIDE = 5;
const B_COLUMN_STRIDE = 6;
const COLUMNS = 7;
const COLUMNS_PER_BLOCK = 8;
/** 1: T is an upper triangle, solved from its last row up. */
const UPPER = 9;
/** 1: the diagonal counts as ones. */
const UNIT = 10;

/** Some columns of X. Each is found row by row, the rows found before taken off in their order. */
export function triangleBlock<T>(job: usize, block: i32, _scratch: usize): void {
  const first = block * integer(job, COLUMNS_PER_BLOCK);
  const columns = min<i32>(integer(job, COLUMNS_PER_BLOCK), integer(job, COLUMNS) - first);
  const b = address(job, B) + <usize>first * address(job, B_COLUMN_STRIDE);
  if (address(job, B_COLUMN_STRIDE) == sizeof<T>()) return sideBySide<T>(job, b, columns);
  for (let j = 0; j < columns; j++) oneColumn<T>(job, b + <usize>j * address(job, B_COLUMN_STRIDE));
}

/** Columns that lie side by side: a row of them at a time. */
// @ts-ignore: decorator
@inline
function sideBySide<T>(job: usize, b: usize, columns: i32): void {
  const size = integer(job, SIZE);
  const rowStride = address(job, ROW_STRIDE);
  const columnStride = address(job, COLUMN_STRIDE);
  const triangle = address(job, TRIANGLE);
  const stride = address(job, B_ROW_STRIDE);
  const upper = integer(job, UPPER) != 0;
  for (let step = 0; step < size; step++) {
    const i = upper ? size - 1 - step : step;
    const row = triangle + <usize>i * rowStride;
    const x = b + <usize>i * stride;
    for (let before = 0; before < step; before++) {
      const k = <usize>(upper ? size - 1 - before : before);
      addScaled<T>(-load<T>(row + k * columnStride), b + k * stride, x, columns);
    }
    if (integer(job, UNIT) == 0) divideBy<T>(load<T>(row + <usize>i * columnStride), x, columns);
  }
}

/** One column whose numbers are neighbours, with a lower triangle whose rows are stretches: B is really X' · T'. */
// @ts-ignore: decorator
@inline
function oneColumn<T>(job: usize, x: usize): void {
  const size = integer(job, SIZE);
  let row = address(job, TRIANGLE);
  for (let i = 0; i < size; i++) {
    const at = x + <usize>i * sizeof<T>();
    store<T>(at, (load<T>(at) - dotOf<T>(row, x, i)) / load<T>(row + <usize>i * sizeof<T>()));
    row += address(job, ROW_STRIDE);
  }
}
