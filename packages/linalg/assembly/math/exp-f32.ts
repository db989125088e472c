const LOG2E: f32 = 1.44269504088896341;
/** ln 2 in two parts, the first of 10 bits: its product with a whole number below 2¹⁴ is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

/** 1.5·2²³: adding it leaves a number's nearest whole number in the low bits of the sum. */
const ROUNDER: f32 = 12582912;

/**
 * exp of four floats, at most one unit in the last place off: x = n·ln 2 + r with |r| < 0.35, then 1 + r +
 * curvature, then 2ⁿ in two factors, so that overflow and subnormal results come out as IEEE 754 rounds them.
 * NaN stays the NaN it is.
 */
// @ts-ignore: decorator
@inline
export function expF32(x: v128): v128 {
  const clamped = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-104)), f32x4.splat(89));
  const shifted = f32x4.add(f32x4.mul(clamped, f32x4.splat(LOG2E)), f32x4.splat(ROUNDER));
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDER));
  const high = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  const r = f32x4.sub(high, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  const y = f32x4.add(f32x4.add(curvature(r), r), f32x4.splat(1));
  const half = f32x4.add(f32x4.mul(n, f32x4.splat(0.5)), f32x4.splat(ROUNDER));
  const first = powerOfTwo(half, 127);
  const second = powerOfTwo(i32x4.sub(shifted, half), 127);
  return v128.bitselect(f32x4.mul(f32x4.mul(y, first), second), x, f32x4.eq(x, x));
}

/**
 * exp(x) - 1 of four floats, at most one unit in the last place off: with x = n·ln 2 + r as in `expF32`, (2ⁿ
 * - 1) + 2ⁿ·r + 2ⁿ·curvature, the rounding errors of the first two sums added last. All of it is halved until
 * the end, because 2¹²⁸ is no float. ±0 and NaN stay what they are.
 */
// @ts-ignore: decorator
@inline
export function expm1F32(x: v128): v128 {
  const clamped = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-32)), f32x4.splat(89));
  const shifted = f32x4.add(f32x4.mul(clamped, f32x4.splat(LOG2E)), f32x4.splat(ROUNDER));
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDER));
  const high = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  const low = f32x4.mul(n, f32x4.splat(LN2_LOW));
  const r = f32x4.sub(high, low);
  const lost = f32x4.sub(f32x4.sub(high, r), low);
  const scale = powerOfTwo(shifted, 126);
  const slope = f32x4.mul(scale, r);
  const base = f32x4.sub(scale, f32x4.splat(0.5));
  const sum = f32x4.add(base, slope);
  const errors = f32x4.add(sumError(scale, f32x4.splat(-0.5), base), sumError(base, slope, sum));
  const bend = f32x4.mul(scale, f32x4.add(curvature(r), lost));
  const result = f32x4.add(sum, f32x4.add(errors, bend));
  // Here x²/2 is below a quarter of a unit in the last place, and half of x may not be a float.
  const same = v128.or(f32x4.lt(f32x4.abs(x), f32x4.splat(2.9802322e-8)), f32x4.ne(x, x));
  return v128.bitselect(x, f32x4.add(result, result), same);
}

/** exp r - 1 - r for |r| < 0.35, by the polynomial of the Cephes library (S. L. Moshier, 1992). */
// @ts-ignore: decorator
@inline
function curvature(r: v128): v128 {
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  return f32x4.mul(p, f32x4.mul(r, r));
}

/** 2 to the power of `bias` - 127 and the whole number in the low bits of each lane. */
// @ts-ignore: decorator
@inline
function powerOfTwo(shifted: v128, bias: i32): v128 {
  return i32x4.add(i32x4.shl(shifted, 23), i32x4.splat(bias << 23));
}

/** What the rounding of sum = a + b lost, exactly (Knuth's two-sum). */
// @ts-ignore: decorator
@inline
export function sumError(a: v128, b: v128, sum: v128): v128 {
  const part = f32x4.sub(sum, a);
  return f32x4.add(f32x4.sub(a, f32x4.sub(sum, part)), f32x4.sub(b, part));
}
