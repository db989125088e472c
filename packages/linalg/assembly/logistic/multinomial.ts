import { address, integer } from '../job-arguments';
import { expF32 } from '../math/exp-f32';
import { expF64 } from '../math/exp-f64';
import { logF64 } from '../math/log-f64';
import { outerByFormat, scoresByFormat } from '../rows/formats';
import * as R from '../rows/row-job';

/**
 * The multinomial logistic loss and gradient of a block of rows: each row's scores, softmax and share of the gradient
 * while its cells are in the first cache. T is the arithmetic of scores and gradient; losses are summed in doubles.
 * Lanes beyond the classes start from -Infinity, so that they take no part in the softmax.
 */
export function multinomialBlock<T>(job: usize, block: i32, scratch: usize): void {
  const columns = integer(job, R.COLUMNS);
  const values = address(job, R.VALUES);
  const indices = address(job, R.INDICES);
  const pointers = address(job, R.POINTERS);
  const stride = address(job, R.STRIDE);
  const weights = address(job, R.WEIGHTS);
  const targets = address(job, R.TARGETS);
  const rowWeights = address(job, R.ROW_WEIGHTS);
  const order = address(job, R.ORDER);
  const format = integer(job, R.FORMAT);
  const gradient = R.freshPartial(job, block);
  const last = <usize>columns * stride;
  const end = R.blockEnd(job, block);
  let loss: f64 = 0;
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    const from = R.rowStart(pointers, row, columns);
    const to = R.rowStart(pointers, row + 1, columns);
    memory.copy(scratch, weights + last, stride);
    scoresByFormat(format, values, indices, from, to, weights, stride, scratch);
    const weight = R.rowWeight(rowWeights, row);
    const target = <usize>load<i32>(targets + (<usize>row << 2));
    loss += weight * softmaxResiduals<T>(scratch, stride, target, weight);
    outerByFormat(format, values, indices, from, to, scratch, stride, gradient);
    addTo<T>(gradient + last, scratch, stride);
  }
  store<f64>(address(job, R.LOSSES) + (<usize>block << 3), loss);
}

/**
 * Replaces a row's scores by weight·(softmax - [lane = target]) and returns log Σ exp(z) - z_target.
 */
// @ts-ignore: decorator
@inline
function softmaxResiduals<T>(z: usize, stride: usize, target: usize, weight: f64): f64 {
  let largest = v128.load(z);
  for (let lane: usize = 16; lane < stride; lane += 16) largest = greater<T>(largest, v128.load(z + lane));
  const top = across<T>(largest);
  const shifted = <f64>load<T>(z + target * sizeof<T>()) - <f64>top;
  const shift = spread<T>(top);
  let sums = f64x2.splat(0);
  for (let lane: usize = 0; lane < stride; lane += 16) {
    const e = exponential<T>(minus<T>(v128.load(z + lane), shift));
    v128.store(z + lane, e);
    sums = plus<T>(sums, e);
  }
  const sum = total<T>(sums);
  const scale = spread<T>(<T>(weight / sum));
  for (let lane: usize = 0; lane < stride; lane += 16) v128.store(z + lane, times<T>(v128.load(z + lane), scale));
  const at = z + target * sizeof<T>();
  store<T>(at, load<T>(at) - <T>weight);
  return f64x2.extract_lane(logF64(f64x2.splat(sum)), 0) - shifted;
}

// @ts-ignore: decorator
@inline
export function addTo<T>(out: usize, values: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(out + at, plus<T>(v128.load(out + at), v128.load(values + at)));
  }
}

// @ts-ignore: decorator
@inline
function exponential<T>(x: v128): v128 {
  if (sizeof<T>() == 4) return expF32(x);
  return expF64(x);
}

// @ts-ignore: decorator
@inline
function spread<T>(x: T): v128 {
  if (sizeof<T>() == 4) return f32x4.splat(<f32>x);
  return f64x2.splat(<f64>x);
}

// @ts-ignore: decorator
@inline
function greater<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.pmax(a, b);
  return f64x2.pmax(a, b);
}

// @ts-ignore: decorator
@inline
function plus<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.add(a, b);
  return f64x2.add(a, b);
}

// @ts-ignore: decorator
@inline
function minus<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.sub(a, b);
  return f64x2.sub(a, b);
}

// @ts-ignore: decorator
@inline
function times<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.mul(a, b);
  return f64x2.mul(a, b);
}

/** The largest lane. */
// @ts-ignore: decorator
@inline
function across<T>(x: v128): T {
  if (sizeof<T>() == 4) {
    const a = max<f32>(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1));
    const b = max<f32>(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3));
    return <T>max<f32>(a, b);
  }
  return <T>max<f64>(f64x2.extract_lane(x, 0), f64x2.extract_lane(x, 1));
}

/** The sum of the lanes. */
// @ts-ignore: decorator
@inline
function total<T>(x: v128): f64 {
  if (sizeof<T>() == 4) {
    const a = <f64>f32x4.extract_lane(x, 0) + <f64>f32x4.extract_lane(x, 1);
    return a + (<f64>f32x4.extract_lane(x, 2) + <f64>f32x4.extract_lane(x, 3));
  }
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}
