import { sumError } from './exp-f32';

/** ln 2 in two parts, the first of 17 bits: its product with an exponent is exact. */
const LN2_HIGH: f32 = 6.9313812256e-1;
const LN2_LOW: f32 = 9.0580006145e-6;

/** The bits of 1 and of √½, where 1 + f begins. */
const ONE: i32 = 0x3f800000;
const ROOT_HALF: i32 = 0x3f3504f3;

/**
 * log of four floats, at most 0.9 units in the last place off: x = 2ᵏ·(1 + f) with √½ < 1 + f < √2, then
 * k·ln 2 + log(1 + f). ±0 gives -Infinity; below 0, and of NaN, the result is NaN.
 */
// @ts-ignore: decorator
@inline
export function logF32(x: v128): v128 {
  const tiny = f32x4.lt(x, f32x4.splat(1.17549435e-38));
  const bits = v128.bitselect(f32x4.mul(x, f32x4.splat(33554432)), x, tiny);
  const shifted = i32x4.add(bits, i32x4.splat(ONE - ROOT_HALF));
  const exponent = f32x4.add(negatedExponent(shifted), v128.and(tiny, f32x4.splat(25)));
  const result = logSum(fraction(shifted), exponent, f32x4.splat(0));
  const value = v128.bitselect(f32x4.splat(-Infinity), result, f32x4.eq(x, f32x4.splat(0)));
  return withLimits(x, value, f32x4.ge(x, f32x4.splat(0)));
}

/**
 * log(1 + x) of four floats, at most 0.9 units in the last place off: as `logF32` of u = 1 + x, corrected by
 * what the rounding of u lost; where √½ < u < √2, f is x itself. ±0 stays ±0, -1 gives -Infinity; below -1,
 * and of NaN, the result is NaN.
 */
// @ts-ignore: decorator
@inline
export function log1pF32(x: v128): v128 {
  const u = f32x4.add(f32x4.splat(1), x);
  const lost = f32x4.div(sumError(f32x4.splat(1), x, u), u);
  const shifted = i32x4.add(u, i32x4.splat(ONE - ROOT_HALF));
  const exponent = negatedExponent(shifted);
  const near = f32x4.eq(exponent, f32x4.splat(0));
  const f = v128.bitselect(x, fraction(shifted), near);
  const result = logSum(f, exponent, v128.andnot(lost, near));
  const value = v128.bitselect(f32x4.splat(-Infinity), result, f32x4.eq(x, f32x4.splat(-1)));
  return withLimits(x, value, f32x4.ge(x, f32x4.splat(-1)));
}

/** -k: negated, because its product with -ln 2 is then -0 where k is 0, and -0 + f keeps the sign of f. */
// @ts-ignore: decorator
@inline
function negatedExponent(shifted: v128): v128 {
  // 2²³ as a float has room for a whole number in its low bits.
  const whole = v128.or(i32x4.shr_u(shifted, 23), i32x4.splat(0x4b000000));
  return f32x4.sub(f32x4.splat(8388608 + 127), whole);
}

/** f, of the bits of 2ᵏ·(1 + f) moved up so that √½ begins a power of two. */
// @ts-ignore: decorator
@inline
function fraction(shifted: v128): v128 {
  const above = v128.and(shifted, i32x4.splat(0x007fffff));
  return f32x4.sub(i32x4.add(above, i32x4.splat(ROOT_HALF)), f32x4.splat(1));
}

/**
 * k·ln 2 + log(1 + f) + correction for √½ < 1 + f < √2, with FreeBSD's approximation of log(1 + f) (logf,
 * after fdlibm's log): with s = f/(2 + f), f - f²/2 + s·(f²/2 + R(s²)); what the rounding of k·ln 2 + f lost
 * is added last.
 */
// @ts-ignore: decorator
@inline
function logSum(f: v128, negatedK: v128, correction: v128): v128 {
  const s = f32x4.div(f, f32x4.add(f32x4.splat(2), f));
  const z = f32x4.mul(s, s);
  let r = f32x4.splat(0.24279078841);
  r = f32x4.add(f32x4.mul(r, z), f32x4.splat(0.28498786688));
  r = f32x4.add(f32x4.mul(r, z), f32x4.splat(0.40000972152));
  r = f32x4.add(f32x4.mul(r, z), f32x4.splat(0.66666662693));
  r = f32x4.mul(r, z);
  const low = f32x4.add(f32x4.mul(negatedK, f32x4.splat(-LN2_LOW)), correction);
  const half = f32x4.mul(f32x4.mul(f32x4.splat(0.5), f), f);
  const rest = f32x4.sub(half, f32x4.add(f32x4.mul(s, f32x4.add(half, r)), low));
  const high = f32x4.mul(negatedK, f32x4.splat(-LN2_HIGH));
  const sum = f32x4.add(high, f);
  return f32x4.add(sum, f32x4.sub(f32x4.sub(f, f32x4.sub(sum, high)), rest));
}

/** Infinity of Infinity, and one and the same NaN of what has no logarithm. */
// @ts-ignore: decorator
@inline
function withLimits(x: v128, value: v128, valid: v128): v128 {
  const limited = v128.bitselect(x, value, f32x4.eq(x, f32x4.splat(Infinity)));
  return v128.bitselect(limited, f32x4.splat(NaN), valid);
}
