// SIMD arithmetic in either precision: T is f32, four lanes, or f64, two.

/** The sum of two registers. */
// @ts-ignore: decorator
@inline
export function plus<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.add(a, b);
  return f64x2.add(a, b);
}

/** Their difference. */
// @ts-ignore: decorator
@inline
export function minus<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.sub(a, b);
  return f64x2.sub(a, b);
}

/** Their product. */
// @ts-ignore: decorator
@inline
export function times<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.mul(a, b);
  return f64x2.mul(a, b);
}

/** The larger of each two lanes. */
// @ts-ignore: decorator
@inline
export function larger<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.pmax(a, b);
  return f64x2.pmax(a, b);
}

/** One number in all lanes. */
// @ts-ignore: decorator
@inline
export function spread<T>(x: T): v128 {
  if (sizeof<T>() == 4) return f32x4.splat(<f32>x);
  return f64x2.splat(<f64>x);
}

/** The largest lane. */
// @ts-ignore: decorator
@inline
export function largest<T>(x: v128): T {
  if (sizeof<T>() == 4) {
    const a = max<f32>(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1));
    const b = max<f32>(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3));
    return <T>max<f32>(a, b);
  }
  return <T>max<f64>(f64x2.extract_lane(x, 0), f64x2.extract_lane(x, 1));
}

/** The number at an address in all lanes. */
// @ts-ignore: decorator
@inline
export function loadSpread<T>(at: usize): v128 {
  if (sizeof<T>() == 4) return v128.load_splat<u32>(at);
  return v128.load_splat<u64>(at);
}

/** The lanes added in a fixed order: neighbours first. */
// @ts-ignore: decorator
@inline
export function total<T>(x: v128): T {
  if (sizeof<T>() == 4) {
    const low = f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1);
    return <T>(low + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3)));
  }
  return <T>(f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1));
}

/** The same, added in doubles. */
// @ts-ignore: decorator
@inline
export function wideTotal<T>(x: v128): f64 {
  if (sizeof<T>() == 4) {
    const a = <f64>f32x4.extract_lane(x, 0) + <f64>f32x4.extract_lane(x, 1);
    return a + (<f64>f32x4.extract_lane(x, 2) + <f64>f32x4.extract_lane(x, 3));
  }
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** Adds numbers to others, 16 bytes at a time. */
// @ts-ignore: decorator
@inline
export function addTo<T>(out: usize, values: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(out + at, plus<T>(v128.load(out + at), v128.load(values + at)));
  }
}
