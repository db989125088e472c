import { address } from '../job-arguments';
import { times } from '../simd/lanes';
import * as R from '../rows/row-job';
import { addRowOuter, scoreRow } from '../rows/row-products';

/**
 * X'·diag(c)·X·v of a block of rows for many vectors at once, each lane with its own v (in WEIGHTS) and curvatures c
 * (T, one a row and lane).
 */
export function hessianVectorBlock<T>(job: usize, block: i32, scratch: usize): void {
  const stride = address(job, R.STRIDE);
  const order = address(job, R.ORDER);
  const curvatures = address(job, R.CURVATURES);
  const sums = R.freshPartial(job, block);
  const end = R.blockEnd(job, block);
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    scoreRow(job, row, scratch);
    multiplyBy<T>(scratch, curvatures + <usize>row * stride, stride);
    addRowOuter<T>(job, row, scratch, sums);
  }
}

// @ts-ignore: decorator
@inline
function multiplyBy<T>(z: usize, factors: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(z + at, times<T>(v128.load(z + at), v128.load(factors + at)));
  }
}
