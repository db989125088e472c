import { splatAtF32, splatAtF64 } from './cells';
import { plus, times } from '../simd/lanes';

// The two products of a row with many classes at once. T is the arithmetic, f32 or f64; the classes of a feature lie
// side by side, `stride` bytes from one feature to the next, so that a cell meets its weights in one stretch.

/** The value at an address in all lanes. */
// @ts-ignore: decorator
@inline
function splatAt<V, T>(value: usize): v128 {
  if (sizeof<T>() == 4) return splatAtF32<V>(value);
  return splatAtF64<V>(value);
}

/** Where the stretch of a cell's column begins, from its index; for a dense row each follows the one before. */
// @ts-ignore: decorator
@inline
function stretchOf<I>(index: usize, stretches: usize, stride: usize): usize {
  if (sizeof<I>() == 2) return stretches + <usize>load<u16>(index) * stride;
  if (sizeof<I>() == 4) return stretches + <usize>load<u32>(index) * stride;
  return stretches;
}

/** Adds Σ x_j·W_j over the cells start to end - 1 to `sums` (`stride` bytes). */
export function rowScores<V, I, T>(
  values: usize,
  indices: usize,
  start: usize,
  end: usize,
  weights: usize,
  stride: usize,
  sums: usize,
): void {
  let lane: usize = 0;
  while (lane + 80 <= stride && sizeof<T>() == 8) {
    scores<V, I, T>(5, values, indices, start, end, weights + lane, stride, sums + lane);
    lane += 80;
  }
  while (lane + 48 <= stride) {
    scores<V, I, T>(3, values, indices, start, end, weights + lane, stride, sums + lane);
    lane += 48;
  }
  if (lane + 32 <= stride) {
    scores<V, I, T>(2, values, indices, start, end, weights + lane, stride, sums + lane);
    lane += 32;
  }
  if (lane < stride) scores<V, I, T>(1, values, indices, start, end, weights + lane, stride, sums + lane);
}

/** Adds x_j·r to G_j for the cells start to end - 1; `factors` holds r (`stride` bytes). */
export function rowOuter<V, I, T>(
  values: usize,
  indices: usize,
  start: usize,
  end: usize,
  factors: usize,
  stride: usize,
  out: usize,
): void {
  let lane: usize = 0;
  while (lane + 80 <= stride && sizeof<T>() == 8) {
    outer<V, I, T>(5, values, indices, start, end, factors + lane, stride, out + lane);
    lane += 80;
  }
  while (lane + 48 <= stride) {
    outer<V, I, T>(3, values, indices, start, end, factors + lane, stride, out + lane);
    lane += 48;
  }
  if (lane + 32 <= stride) {
    outer<V, I, T>(2, values, indices, start, end, factors + lane, stride, out + lane);
    lane += 32;
  }
  if (lane < stride) outer<V, I, T>(1, values, indices, start, end, factors + lane, stride, out + lane);
}

/** `count` registers of classes; even and odd cells in accumulators of their own, so that additions overlap. */
// @ts-ignore: decorator
@inline
function scores<V, I, T>(
  count: i32,
  values: usize,
  indices: usize,
  start: usize,
  end: usize,
  weights: usize,
  stride: usize,
  sums: usize,
): void {
  let a0 = v128.load(sums);
  let a1 = f64x2.splat(0);
  let a2 = f64x2.splat(0);
  let a3 = f64x2.splat(0);
  let a4 = f64x2.splat(0);
  if (count > 1) a1 = v128.load(sums, 16);
  if (count > 2) a2 = v128.load(sums, 32);
  if (count > 3) a3 = v128.load(sums, 48);
  if (count > 4) a4 = v128.load(sums, 64);
  let b0 = f64x2.splat(0);
  let b1 = f64x2.splat(0);
  let b2 = f64x2.splat(0);
  let b3 = f64x2.splat(0);
  let b4 = f64x2.splat(0);
  let value = values + start * sizeof<V>();
  let index = indices + start * sizeof<I>();
  let stretch = weights;
  const last = values + end * sizeof<V>();
  const whole = value + ((end - start) & ~1) * sizeof<V>();
  while (value != whole) {
    const x = splatAt<V, T>(value);
    const w = stretchOf<I>(index, stretch, stride);
    a0 = plus<T>(a0, times<T>(x, v128.load(w)));
    if (count > 1) a1 = plus<T>(a1, times<T>(x, v128.load(w, 16)));
    if (count > 2) a2 = plus<T>(a2, times<T>(x, v128.load(w, 32)));
    if (count > 3) a3 = plus<T>(a3, times<T>(x, v128.load(w, 48)));
    if (count > 4) a4 = plus<T>(a4, times<T>(x, v128.load(w, 64)));
    if (sizeof<I>() == 1) stretch += stride;
    const y = splatAt<V, T>(value + sizeof<V>());
    const u = stretchOf<I>(index + sizeof<I>(), stretch, stride);
    b0 = plus<T>(b0, times<T>(y, v128.load(u)));
    if (count > 1) b1 = plus<T>(b1, times<T>(y, v128.load(u, 16)));
    if (count > 2) b2 = plus<T>(b2, times<T>(y, v128.load(u, 32)));
    if (count > 3) b3 = plus<T>(b3, times<T>(y, v128.load(u, 48)));
    if (count > 4) b4 = plus<T>(b4, times<T>(y, v128.load(u, 64)));
    if (sizeof<I>() == 1) stretch += stride;
    value += 2 * sizeof<V>();
    index += 2 * sizeof<I>();
  }
  if (value != last) {
    const x = splatAt<V, T>(value);
    const w = stretchOf<I>(index, stretch, stride);
    a0 = plus<T>(a0, times<T>(x, v128.load(w)));
    if (count > 1) a1 = plus<T>(a1, times<T>(x, v128.load(w, 16)));
    if (count > 2) a2 = plus<T>(a2, times<T>(x, v128.load(w, 32)));
    if (count > 3) a3 = plus<T>(a3, times<T>(x, v128.load(w, 48)));
    if (count > 4) a4 = plus<T>(a4, times<T>(x, v128.load(w, 64)));
  }
  v128.store(sums, plus<T>(a0, b0));
  if (count > 1) v128.store(sums, plus<T>(a1, b1), 16);
  if (count > 2) v128.store(sums, plus<T>(a2, b2), 32);
  if (count > 3) v128.store(sums, plus<T>(a3, b3), 48);
  if (count > 4) v128.store(sums, plus<T>(a4, b4), 64);
}

// @ts-ignore: decorator
@inline
function outer<V, I, T>(
  count: i32,
  values: usize,
  indices: usize,
  start: usize,
  end: usize,
  factors: usize,
  stride: usize,
  out: usize,
): void {
  const r0 = v128.load(factors);
  let r1 = r0;
  let r2 = r0;
  let r3 = r0;
  let r4 = r0;
  if (count > 1) r1 = v128.load(factors, 16);
  if (count > 2) r2 = v128.load(factors, 32);
  if (count > 3) r3 = v128.load(factors, 48);
  if (count > 4) r4 = v128.load(factors, 64);
  let value = values + start * sizeof<V>();
  let index = indices + start * sizeof<I>();
  let stretch = out;
  const last = values + end * sizeof<V>();
  while (value != last) {
    const x = splatAt<V, T>(value);
    const g = stretchOf<I>(index, stretch, stride);
    v128.store(g, plus<T>(v128.load(g), times<T>(x, r0)));
    if (count > 1) v128.store(g, plus<T>(v128.load(g, 16), times<T>(x, r1)), 16);
    if (count > 2) v128.store(g, plus<T>(v128.load(g, 32), times<T>(x, r2)), 32);
    if (count > 3) v128.store(g, plus<T>(v128.load(g, 48), times<T>(x, r3)), 48);
    if (count > 4) v128.store(g, plus<T>(v128.load(g, 64), times<T>(x, r4)), 64);
    value += sizeof<V>();
    index += sizeof<I>();
    if (sizeof<I>() == 1) stretch += stride;
  }
}
