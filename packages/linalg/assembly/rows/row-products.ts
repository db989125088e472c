import { address, integer } from '../job-arguments';
import { outerByFormat, scoresByFormat } from './formats';
import { addTo } from '../simd/lanes';
import * as R from './row-job';

// A row's products in the words of its job. Looking the job up takes a few loads, beside the hundreds of cells of a row.

/** Fills `out` (a stride) with a row's scores: the weights' last stretch, and Σ x_j·W_j. */
export function scoreRow(job: usize, row: i32, out: usize): void {
  const columns = integer(job, R.COLUMNS);
  const pointers = address(job, R.POINTERS);
  const stride = address(job, R.STRIDE);
  const weights = address(job, R.WEIGHTS);
  memory.copy(out, weights + <usize>columns * stride, stride);
  scoresByFormat(
    integer(job, R.FORMAT),
    address(job, R.VALUES),
    address(job, R.INDICES),
    R.rowStart(pointers, row, columns),
    R.rowStart(pointers, row + 1, columns),
    weights,
    stride,
    out,
  );
}

/** Adds to `sums` a row's outer product with `factors` (a stride), and the factors to their last stretch. */
export function addRowOuter<T>(job: usize, row: i32, factors: usize, sums: usize): void {
  const columns = integer(job, R.COLUMNS);
  const pointers = address(job, R.POINTERS);
  const stride = address(job, R.STRIDE);
  outerByFormat(
    integer(job, R.FORMAT),
    address(job, R.VALUES),
    address(job, R.INDICES),
    R.rowStart(pointers, row, columns),
    R.rowStart(pointers, row + 1, columns),
    factors,
    stride,
    sums,
  );
  addTo<T>(sums + <usize>columns * stride, factors, stride);
}
