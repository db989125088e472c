import { address } from '../job-arguments';
import { expF32 } from '../math/exp-f32';
import { expF64 } from '../math/exp-f64';
import { logF64 } from '../math/log-f64';
import { larger, largest, minus, plus, spread, times, wideTotal } from '../simd/lanes';
import * as R from '../rows/row-job';
import { addRowOuter, scoreRow } from '../rows/row-products';

/**
 * The multinomial logistic loss and gradient of a block of rows: each row's scores, softmax and share of the gradient
 * while its cells are in the first cache. T is the arithmetic of scores and gradient; losses are summed in doubles.
 * Lanes beyond the classes start from -Infinity, so that they take no part in the softmax. CURVATURES, unless 0, gets each row's
 * softmax, a T a lane.
 */
export function multinomialBlock<T>(job: usize, block: i32, scratch: usize): void {
  const stride = address(job, R.STRIDE);
  const targets = address(job, R.TARGETS);
  const rowWeights = address(job, R.ROW_WEIGHTS);
  const order = address(job, R.ORDER);
  const probabilities = address(job, R.CURVATURES);
  const gradient = R.freshPartial(job, block);
  const end = R.blockEnd(job, block);
  let loss: f64 = 0;
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    scoreRow(job, row, scratch);
    const weight = R.rowWeight(rowWeights, row);
    const target = <usize>load<i32>(targets + (<usize>row << 2));
    const kept = probabilities == 0 ? 0 : probabilities + <usize>row * stride;
    loss += weight * softmaxResiduals<T>(scratch, stride, target, weight, kept);
    addRowOuter<T>(job, row, scratch, gradient);
  }
  store<f64>(address(job, R.LOSSES) + (<usize>block << 3), loss);
}

/**
 * Replaces a row's scores by weight·(softmax - [lane = target]) and returns log Σ exp(z) - z_target. The softmax itself goes
 * to `kept`, unless that is 0.
 */
// @ts-ignore: decorator
@inline
export function softmaxResiduals<T>(z: usize, stride: usize, target: usize, weight: f64, kept: usize): f64 {
  let highest = v128.load(z);
  for (let lane: usize = 16; lane < stride; lane += 16) highest = larger<T>(highest, v128.load(z + lane));
  const top = largest<T>(highest);
  const shifted = <f64>load<T>(z + target * sizeof<T>()) - <f64>top;
  const shift = spread<T>(top);
  let sums = f64x2.splat(0);
  for (let lane: usize = 0; lane < stride; lane += 16) {
    const e = exponential<T>(minus<T>(v128.load(z + lane), shift));
    v128.store(z + lane, e);
    sums = plus<T>(sums, e);
  }
  const sum = wideTotal<T>(sums);
  if (kept != 0) {
    const share = spread<T>(<T>(1 / sum));
    for (let lane: usize = 0; lane < stride; lane += 16) v128.store(kept + lane, times<T>(v128.load(z + lane), share));
  }
  const scale = spread<T>(<T>(weight / sum));
  for (let lane: usize = 0; lane < stride; lane += 16) v128.store(z + lane, times<T>(v128.load(z + lane), scale));
  const at = z + target * sizeof<T>();
  store<T>(at, load<T>(at) - <T>weight);
  return f64x2.extract_lane(logF64(f64x2.splat(sum)), 0) - shifted;
}

// @ts-ignore: decorator
@inline
function exponential<T>(x: v128): v128 {
  if (sizeof<T>() == 4) return expF32(x);
  return expF64(x);
}
