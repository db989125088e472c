import { constant } from './constant';
import { sumError } from './exp-f64';

const HALF: usize = memory.data<f64>([0.5]);
const ONE: usize = memory.data<f64>([1]);
const MINUS_ONE: usize = memory.data<f64>([-1]);
const TWO: usize = memory.data<f64>([2]);
const INFINITY: usize = memory.data<f64>([Infinity]);
const MINUS_INFINITY: usize = memory.data<f64>([-Infinity]);
const NOT_A_NUMBER: usize = memory.data<f64>([NaN]);

/** ln 2 in two parts, the first of 32 bits: its product with an exponent is exact. */
const LN2_HIGH: usize = memory.data<f64>([6.93147180369123816490e-1]);
const LN2_LOW: usize = memory.data<f64>([1.90821492927058770002e-10]);
const MINUS_LN2_HIGH: usize = memory.data<f64>([-6.93147180369123816490e-1]);
const MINUS_LN2_LOW: usize = memory.data<f64>([-1.90821492927058770002e-10]);

/** Below the least normal number, x is multiplied by 2⁵⁴. */
const NORMAL: usize = memory.data<f64>([2.2250738585072014e-308]);
const LIFT: usize = memory.data<f64>([18014398509481984]);
const LIFTED: usize = memory.data<f64>([54]);

/**
 * As bits: √½ but for its low word, where 1 + f begins; what moves it up to 1; the significand below 1's bit.
 */
const ROOT_HALF: usize = memory.data<i64>([0x3fe6a09e00000000]);
const MOVE: usize = memory.data<i64>([0x3ff0000000000000 - 0x3fe6a09e00000000]);
const SIGNIFICAND: usize = memory.data<i64>([0x000fffffffffffff]);

/**
 * 2⁵², which as a double has room for a whole number in its low bits, and the same with the bias of
 * exponents.
 */
const WHOLE: usize = memory.data<f64>([4503599627370496]);
const WHOLE_BIAS: usize = memory.data<f64>([4503599627371519]);

/**
 * Coefficients of R in `logSum` and in `log1pUnitF64`, the highest first: of even and of odd powers of s².
 */
const EVEN: usize = memory.data<f64>([
  1.531383769920937332e-1, 2.222219843214978396e-1, 3.999999999940941908e-1,
]);
const ODD: usize = memory.data<f64>([
  1.479819860511658591e-1, 1.818357216161805012e-1, 2.857142874366239149e-1, 6.666666666666735130e-1,
]);
const UNIT_EVEN: usize = memory.data<f64>([
  0.1321036048513262, 0.18181738454723026, 0.2857142856733919, 0.6666666666666666,
]);
const UNIT_ODD: usize = memory.data<f64>([
  0.13604015707124079, 0.15388834677801916, 0.22222223037807243, 0.400000000000078,
]);

/**
 * log of two doubles, at most 0.8 units in the last place off: x = 2ᵏ·(1 + f) with √½ < 1 + f < √2, then
 * k·ln 2 + log(1 + f). ±0 gives -Infinity; below 0, and of NaN, the result is NaN.
 */
// @ts-ignore: decorator
@inline
export function logF64(x: v128): v128 {
  const tiny = f64x2.lt(x, constant(NORMAL));
  const bits = v128.bitselect(f64x2.mul(x, constant(LIFT)), x, tiny);
  const shifted = i64x2.add(bits, constant(MOVE));
  const exponent = f64x2.add(negatedExponent(shifted), v128.and(tiny, constant(LIFTED)));
  const result = logSum(fraction(shifted), exponent, f64x2.splat(0));
  const value = v128.bitselect(constant(MINUS_INFINITY), result, f64x2.eq(x, f64x2.splat(0)));
  return withLimits(x, value, f64x2.ge(x, f64x2.splat(0)));
}

/**
 * log(1 + x) of two doubles, at most 0.8 units in the last place off: as `logF64` of u = 1 + x, corrected by
 * what the rounding of u lost; where √½ < u < √2, f is x itself. ±0 stays ±0, -1 gives -Infinity; below -1,
 * and of NaN, the result is NaN.
 */
// @ts-ignore: decorator
@inline
export function log1pF64(x: v128): v128 {
  const u = f64x2.add(constant(ONE), x);
  const lost = f64x2.div(sumError(constant(ONE), x, u), u);
  const shifted = i64x2.add(u, constant(MOVE));
  const exponent = negatedExponent(shifted);
  const near = f64x2.eq(exponent, f64x2.splat(0));
  const f = v128.bitselect(x, fraction(shifted), near);
  const result = logSum(f, exponent, v128.andnot(lost, near));
  const value = v128.bitselect(constant(MINUS_INFINITY), result, f64x2.eq(x, constant(MINUS_ONE)));
  return withLimits(x, value, f64x2.ge(x, constant(MINUS_ONE)));
}

/**
 * log(1 + x) of two doubles of 0 to 1 (no others), at most 0.85 units in the last place off: softplus needs
 * no more, and here neither exponents nor the rounding of 1 + x matter: from ½ on, it is ln 2 + log(1 + (x -
 * 1)/2), whose x - 1 is exact. R has a term more than in `logSum`, because s goes to 0.2; its coefficients
 * interpolate at Chebyshev points.
 */
// @ts-ignore: decorator
@inline
export function log1pUnitF64(x: v128): v128 {
  const upper = f64x2.ge(x, constant(HALF));
  const f = v128.bitselect(f64x2.mul(f64x2.sub(x, constant(ONE)), constant(HALF)), x, upper);
  const s = f64x2.div(f, f64x2.add(constant(TWO), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = constant(UNIT_EVEN);
  even = f64x2.add(f64x2.mul(even, w), constant(UNIT_EVEN, 1));
  even = f64x2.add(f64x2.mul(even, w), constant(UNIT_EVEN, 2));
  even = f64x2.add(f64x2.mul(even, w), constant(UNIT_EVEN, 3));
  let odd = constant(UNIT_ODD);
  odd = f64x2.add(f64x2.mul(odd, w), constant(UNIT_ODD, 1));
  odd = f64x2.add(f64x2.mul(odd, w), constant(UNIT_ODD, 2));
  odd = f64x2.add(f64x2.mul(odd, w), constant(UNIT_ODD, 3));
  const r = f64x2.add(f64x2.mul(even, z), f64x2.mul(odd, w));
  const high = v128.and(upper, constant(LN2_HIGH));
  return compensated(f, s, r, high, v128.and(upper, constant(LN2_LOW)));
}

/** -k: negated, because its product with -ln 2 is then -0 where k is 0, and -0 + f keeps the sign of f. */
// @ts-ignore: decorator
@inline
function negatedExponent(shifted: v128): v128 {
  const whole = v128.or(i64x2.shr_u(shifted, 52), constant(WHOLE));
  return f64x2.sub(constant(WHOLE_BIAS), whole);
}

/** f, of the bits of 2ᵏ·(1 + f) moved up so that √½ begins a power of two. */
// @ts-ignore: decorator
@inline
function fraction(shifted: v128): v128 {
  const above = v128.and(shifted, constant(SIGNIFICAND));
  return f64x2.sub(i64x2.add(above, constant(ROOT_HALF)), constant(ONE));
}

/**
 * k·ln 2 + log(1 + f) + correction for √½ < 1 + f < √2, with fdlibm's approximation of log(1 + f) (Sun
 * Microsystems, 1993): with s = f/(2 + f), f - f²/2 + s·(f²/2 + R(s²)).
 */
// @ts-ignore: decorator
@inline
function logSum(f: v128, negatedK: v128, correction: v128): v128 {
  const s = f64x2.div(f, f64x2.add(constant(TWO), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = constant(EVEN);
  even = f64x2.add(f64x2.mul(even, w), constant(EVEN, 1));
  even = f64x2.add(f64x2.mul(even, w), constant(EVEN, 2));
  let odd = constant(ODD);
  odd = f64x2.add(f64x2.mul(odd, w), constant(ODD, 1));
  odd = f64x2.add(f64x2.mul(odd, w), constant(ODD, 2));
  odd = f64x2.add(f64x2.mul(odd, w), constant(ODD, 3));
  const r = f64x2.add(f64x2.mul(even, w), f64x2.mul(odd, z));
  const low = f64x2.add(f64x2.mul(negatedK, constant(MINUS_LN2_LOW)), correction);
  return compensated(f, s, r, f64x2.mul(negatedK, constant(MINUS_LN2_HIGH)), low);
}

/** high + low + f - f²/2 + s·(f²/2 + r), with what the rounding of high + f lost added last. */
// @ts-ignore: decorator
@inline
function compensated(f: v128, s: v128, r: v128, high: v128, low: v128): v128 {
  const half = f64x2.mul(f64x2.mul(constant(HALF), f), f);
  const rest = f64x2.sub(half, f64x2.add(f64x2.mul(s, f64x2.add(half, r)), low));
  const sum = f64x2.add(high, f);
  return f64x2.add(sum, f64x2.sub(f64x2.sub(f, f64x2.sub(sum, high)), rest));
}

/** Infinity of Infinity, and one and the same NaN of what has no logarithm. */
// @ts-ignore: decorator
@inline
function withLimits(x: v128, value: v128, valid: v128): v128 {
  const limited = v128.bitselect(x, value, f64x2.eq(x, constant(INFINITY)));
  return v128.bitselect(limited, constant(NOT_A_NUMBER), valid);
}
