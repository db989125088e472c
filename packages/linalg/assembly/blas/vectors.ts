import { plus, spread, times, total } from '../simd/lanes';

/** Numbers in 64 bytes: what a turn of the loops below takes. */
// @ts-ignore: decorator
@inline
function perTurn<T>(): i32 {
  return <i32>(64 / sizeof<T>());
}

/** Σ a_i·b_i in four registers of sums, added in pairs at the end, and the odd numbers after them. */
export function dotOf<T>(a: usize, b: usize, count: i32): T {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  let left = count;
  for (; left >= perTurn<T>(); left -= perTurn<T>()) {
    s0 = plus<T>(s0, times<T>(v128.load(a), v128.load(b)));
    s1 = plus<T>(s1, times<T>(v128.load(a, 16), v128.load(b, 16)));
    s2 = plus<T>(s2, times<T>(v128.load(a, 32), v128.load(b, 32)));
    s3 = plus<T>(s3, times<T>(v128.load(a, 48), v128.load(b, 48)));
    a += 64;
    b += 64;
  }
  let sum = total<T>(plus<T>(plus<T>(s0, s1), plus<T>(s2, s3)));
  for (; left > 0; left--) {
    sum += load<T>(a) * load<T>(b);
    a += sizeof<T>();
    b += sizeof<T>();
  }
  return sum;
}

/** y += factor·x. */
export function addScaled<T>(factor: T, x: usize, y: usize, count: i32): void {
  const by = spread<T>(factor);
  let left = count;
  for (; left >= perTurn<T>(); left -= perTurn<T>()) {
    v128.store(y, plus<T>(v128.load(y), times<T>(by, v128.load(x))));
    v128.store(y, plus<T>(v128.load(y, 16), times<T>(by, v128.load(x, 16))), 16);
    v128.store(y, plus<T>(v128.load(y, 32), times<T>(by, v128.load(x, 32))), 32);
    v128.store(y, plus<T>(v128.load(y, 48), times<T>(by, v128.load(x, 48))), 48);
    x += 64;
    y += 64;
  }
  for (; left > 0; left--) {
    store<T>(y, load<T>(y) + factor * load<T>(x));
    x += sizeof<T>();
    y += sizeof<T>();
  }
}

/** y /= divisor. */
export function divideBy<T>(divisor: T, y: usize, count: i32): void {
  for (; count > 0; count--) {
    store<T>(y, load<T>(y) / divisor);
    y += sizeof<T>();
  }
}

/** Exchanges two stretches of `bytes` bytes, a multiple of 4. */
export function exchange(a: usize, b: usize, bytes: usize): void {
  const end = a + bytes;
  for (; a + 16 <= end; a += 16) {
    const kept = v128.load(a);
    v128.store(a, v128.load(b));
    v128.store(b, kept);
    b += 16;
  }
  for (; a < end; a += 4) {
    const kept = load<u32>(a);
    store<u32>(a, load<u32>(b));
    store<u32>(b, kept);
    b += 4;
  }
}
