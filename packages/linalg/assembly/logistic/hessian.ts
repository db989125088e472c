import { address, integer } from '../job-arguments';
import { outerByFormat, scoresByFormat, squaresByFormat } from '../rows/formats';
import * as R from '../rows/row-job';
import { addTo } from './multinomial';

/**
 * X'·diag(c)·X·v of a block of rows for many vectors at once, each lane with its own v (in WEIGHTS) and curvatures c
 * (T, one a row and lane).
 */
export function hessianVectorBlock<T>(job: usize, block: i32, scratch: usize): void {
  const columns = integer(job, R.COLUMNS);
  const values = address(job, R.VALUES);
  const indices = address(job, R.INDICES);
  const pointers = address(job, R.POINTERS);
  const stride = address(job, R.STRIDE);
  const weights = address(job, R.WEIGHTS);
  const format = integer(job, R.FORMAT);
  const order = address(job, R.ORDER);
  const curvatures = address(job, R.CURVATURES);
  const sums = R.freshPartial(job, block);
  const last = <usize>columns * stride;
  const end = R.blockEnd(job, block);
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    const from = R.rowStart(pointers, row, columns);
    const to = R.rowStart(pointers, row + 1, columns);
    memory.copy(scratch, weights + last, stride);
    scoresByFormat(format, values, indices, from, to, weights, stride, scratch);
    multiplyBy<T>(scratch, curvatures + <usize>row * stride, stride);
    outerByFormat(format, values, indices, from, to, scratch, stride, sums);
    addTo<T>(sums + last, scratch, stride);
  }
}

/** The diagonals of X'·diag(c)·X for the lanes' curvatures c, of a block of rows. */
export function hessianDiagonalBlock<T>(job: usize, block: i32, scratch: usize): void {
  const columns = integer(job, R.COLUMNS);
  const values = address(job, R.VALUES);
  const indices = address(job, R.INDICES);
  const pointers = address(job, R.POINTERS);
  const stride = address(job, R.STRIDE);
  const format = integer(job, R.FORMAT);
  const order = address(job, R.ORDER);
  const curvatures = address(job, R.CURVATURES);
  const sums = R.freshPartial(job, block);
  const last = <usize>columns * stride;
  const end = R.blockEnd(job, block);
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    const from = R.rowStart(pointers, row, columns);
    const to = R.rowStart(pointers, row + 1, columns);
    const factors = curvatures + <usize>row * stride;
    squaresByFormat(format, values, indices, from, to, factors, stride, sums);
    addTo<T>(sums + last, factors, stride);
  }
}

// @ts-ignore: decorator
@inline
function multiplyBy<T>(z: usize, factors: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(z + at);
    const b = v128.load(factors + at);
    v128.store(z + at, sizeof<T>() == 4 ? f32x4.mul(a, b) : f64x2.mul(a, b));
  }
}
