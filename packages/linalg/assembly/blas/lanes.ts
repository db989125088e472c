// Arithmetic on registers of floats (T = f32: four lanes) or doubles (T = f64: two).

// @ts-ignore: decorator
@inline
export function plus<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.add(a, b);
  return f64x2.add(a, b);
}

// @ts-ignore: decorator
@inline
export function times<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) return f32x4.mul(a, b);
  return f64x2.mul(a, b);
}

/** One number in all lanes. */
// @ts-ignore: decorator
@inline
export function spread<T>(x: T): v128 {
  if (sizeof<T>() == 4) return f32x4.splat(<f32>x);
  return f64x2.splat(<f64>x);
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
