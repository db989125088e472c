import { address, integer } from '../job-arguments';
import { addScaled, dotOf, exchange } from './vectors';

/** Arguments of both factorisations: a matrix that lies row by row, and what went wrong or was exchanged. */
const SIZE = 0;
const MATRIX = 1;
const STRIDE = 2;
/** i32: the first row whose pivot is not above 0, or -1. */
const FAILED = 3;
/** Further ones of the LU factorisation: columns of the panel, i32s for the pivots. */
const COLUMNS = 3;
const PIVOTS = 4;
/** Whole rows are exchanged: where they begin, and their bytes. */
const ROWS_AT = 5;
const ROW_BYTES = 6;

/** The Cholesky factor of a small matrix in place of its lower triangle. One block: each row needs those above. */
export function choleskyBlock<T>(job: usize, _block: i32, _scratch: usize): void {
  const size = integer(job, SIZE);
  const stride = address(job, STRIDE);
  const matrix = address(job, MATRIX);
  store<i32>(address(job, FAILED), -1);
  for (let i = 0; i < size; i++) {
    const row = matrix + <usize>i * stride;
    let other = matrix;
    for (let j = 0; j < i; j++) {
      const at = row + <usize>j * sizeof<T>();
      store<T>(at, (load<T>(at) - dotOf<T>(row, other, j)) / load<T>(other + <usize>j * sizeof<T>()));
      other += stride;
    }
    const diagonal = row + <usize>i * sizeof<T>();
    const pivot: T = load<T>(diagonal) - dotOf<T>(row, row, i);
    if (!(pivot > 0)) return store<i32>(address(job, FAILED), i);
    store<T>(diagonal, <T>Math.sqrt(<f64>pivot));
  }
}

/**
 * The LU factorisation of a panel with partial pivoting: below its diagonal L, whose own diagonal is ones, and U on and
 * above it. Whole rows of the matrix are exchanged, also beside the panel. PIVOTS gets for each column the row
 * exchanged with the diagonal's, counted from the panel's first. A column without a pivot is left as it is.
 */
export function luBlock<T>(job: usize, _block: i32, _scratch: usize): void {
  const size = integer(job, SIZE);
  const columns = min<i32>(integer(job, COLUMNS), size);
  const stride = address(job, STRIDE);
  const panel = address(job, MATRIX);
  for (let j = 0; j < columns; j++) {
    const pivot = largestBelow<T>(panel + <usize>j * sizeof<T>(), stride, j, size);
    store<i32>(address(job, PIVOTS) + (<usize>j << 2), pivot);
    if (pivot != j) {
      const rows = address(job, ROWS_AT);
      exchange(rows + <usize>pivot * stride, rows + <usize>j * stride, address(job, ROW_BYTES));
    }
    eliminate<T>(panel + <usize>j * (stride + sizeof<T>()), stride, size - j, integer(job, COLUMNS) - j);
  }
}

/** The row of the largest absolute value in a column from its diagonal down; the first of equals. */
// @ts-ignore: decorator
@inline
function largestBelow<T>(column: usize, stride: usize, from: i32, to: i32): i32 {
  let best = from;
  let largest: T = -1;
  let at = column + <usize>from * stride;
  for (let i = from; i < to; i++) {
    const value = abs<T>(load<T>(at));
    if (value > largest) {
      largest = value;
      best = i;
    }
    at += stride;
  }
  return best;
}

/** Takes the pivot's row off the rows below it. */
// @ts-ignore: decorator
@inline
function eliminate<T>(diagonal: usize, stride: usize, rows: i32, columns: i32): void {
  const pivot = load<T>(diagonal);
  if (pivot == 0) return;
  let at = diagonal + stride;
  for (let i = 1; i < rows; i++) {
    const factor: T = load<T>(at) / pivot;
    store<T>(at, factor);
    addScaled<T>(-factor, diagonal + sizeof<T>(), at + sizeof<T>(), columns - 1);
    at += stride;
  }
}
