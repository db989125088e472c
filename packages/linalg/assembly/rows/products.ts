import { columnOf, splatF32, splatF64 } from './cells';
import { plus, times } from '../simd/lanes';

// The two products of a row with many classes at once. T is the arithmetic, f32 or f64; the classes of a feature lie
// side by side, `stride` bytes from one feature to the next, so that a cell meets its weights in one stretch.

// @ts-ignore: decorator
@inline
function splat<V, T>(values: usize, p: usize): v128 {
  if (sizeof<T>() == 4) return splatF32<V>(values, p);
  return splatF64<V>(values, p);
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
  let p = start;
  for (; p + 1 < end; p += 2) {
    const x = splat<V, T>(values, p);
    const w = weights + columnOf<I>(indices, p, start) * stride;
    a0 = plus<T>(a0, times<T>(x, v128.load(w)));
    if (count > 1) a1 = plus<T>(a1, times<T>(x, v128.load(w, 16)));
    if (count > 2) a2 = plus<T>(a2, times<T>(x, v128.load(w, 32)));
    if (count > 3) a3 = plus<T>(a3, times<T>(x, v128.load(w, 48)));
    if (count > 4) a4 = plus<T>(a4, times<T>(x, v128.load(w, 64)));
    const y = splat<V, T>(values, p + 1);
    const u = weights + columnOf<I>(indices, p + 1, start) * stride;
    b0 = plus<T>(b0, times<T>(y, v128.load(u)));
    if (count > 1) b1 = plus<T>(b1, times<T>(y, v128.load(u, 16)));
    if (count > 2) b2 = plus<T>(b2, times<T>(y, v128.load(u, 32)));
    if (count > 3) b3 = plus<T>(b3, times<T>(y, v128.load(u, 48)));
    if (count > 4) b4 = plus<T>(b4, times<T>(y, v128.load(u, 64)));
  }
  if (p < end) {
    const x = splat<V, T>(values, p);
    const w = weights + columnOf<I>(indices, p, start) * stride;
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
  let p = start;
  for (; p + 1 < end; p += 2) {
    const x = splat<V, T>(values, p);
    const g = out + columnOf<I>(indices, p, start) * stride;
    const y = splat<V, T>(values, p + 1);
    const h = out + columnOf<I>(indices, p + 1, start) * stride;
    addProducts<T>(count, g, x, r0, r1, r2, r3, r4);
    addProducts<T>(count, h, y, r0, r1, r2, r3, r4);
  }
  if (p < end) {
    const g = out + columnOf<I>(indices, p, start) * stride;
    addProducts<T>(count, g, splat<V, T>(values, p), r0, r1, r2, r3, r4);
  }
}

// @ts-ignore: decorator
@inline
function addProducts<T>(
  count: i32,
  out: usize,
  x: v128,
  r0: v128,
  r1: v128,
  r2: v128,
  r3: v128,
  r4: v128,
): void {
  v128.store(out, plus<T>(v128.load(out), times<T>(x, r0)));
  if (count > 1) v128.store(out, plus<T>(v128.load(out, 16), times<T>(x, r1)), 16);
  if (count > 2) v128.store(out, plus<T>(v128.load(out, 32), times<T>(x, r2)), 32);
  if (count > 3) v128.store(out, plus<T>(v128.load(out, 48), times<T>(x, r3)), 48);
  if (count > 4) v128.store(out, plus<T>(v128.load(out, 64), times<T>(x, r4)), 64);
}
