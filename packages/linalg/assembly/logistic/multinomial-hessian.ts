import { address } from '../job-arguments';
import { minus, plus, spread, times, wideTotal } from '../simd/lanes';
import * as R from '../rows/row-job';
import { addRowOuter, scoreRow } from '../rows/row-products';

/**
 * The product of the multinomial Hessian of a block of rows with a direction v (in WEIGHTS): for a row of probabilities p
 * (CURVATURES, a T a lane, 0 in the lanes without a class) and scores s = x·V the factors w·p_k·(s_k - Σ_l p_l·s_l) of its cells.
 */
export function multinomialHessianVectorBlock<T>(job: usize, block: i32, scratch: usize): void {
  const stride = address(job, R.STRIDE);
  const order = address(job, R.ORDER);
  const rowWeights = address(job, R.ROW_WEIGHTS);
  const probabilities = address(job, R.CURVATURES);
  const sums = R.freshPartial(job, block);
  const end = R.blockEnd(job, block);
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    scoreRow(job, row, scratch);
    curve<T>(scratch, probabilities + <usize>row * stride, stride, R.rowWeight(rowWeights, row));
    addRowOuter<T>(job, row, scratch, sums);
  }
}

/** Replaces s_k by weight·p_k·(s_k - Σ_l p_l·s_l). */
// @ts-ignore: decorator
@inline
function curve<T>(s: usize, p: usize, bytes: usize, weight: f64): void {
  let sums = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) sums = plus<T>(sums, times<T>(v128.load(s + at), v128.load(p + at)));
  const mean = spread<T>(<T>wideTotal<T>(sums));
  const by = spread<T>(<T>weight);
  for (let at: usize = 0; at < bytes; at += 16) {
    const share = times<T>(by, v128.load(p + at));
    v128.store(s + at, times<T>(share, minus<T>(v128.load(s + at), mean)));
  }
}
