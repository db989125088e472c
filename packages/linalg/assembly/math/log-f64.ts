import { sumError } from './exp-f64';

/** ln 2 in two parts, the first of 32 bits: its product with an exponent is exact. */
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/** The bits of 1 and, in all but the low word, of √½: where 1 + f begins. */
const ONE: i64 = 0x3ff0000000000000;
const ROOT_HALF: i64 = 0x3fe6a09e00000000;

/**
 * log of two doubles, at most 0.8 units in the last place off: x = 2ᵏ·(1 + f) with √½ < 1 + f < √2, then
 * k·ln 2 + log(1 + f). ±0 gives -Infinity; below 0, and of NaN, the result is NaN.
 */
// @ts-ignore: decorator
@inline
export function logF64(x: v128): v128 {
  const tiny = f64x2.lt(x, f64x2.splat(2.2250738585072014e-308));
  const bits = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, tiny);
  const shifted = i64x2.add(bits, i64x2.splat(ONE - ROOT_HALF));
  const exponent = f64x2.add(negatedExponent(shifted), v128.and(tiny, f64x2.splat(54)));
  const result = logSum(fraction(shifted), exponent, f64x2.splat(0));
  const value = v128.bitselect(f64x2.splat(-Infinity), result, f64x2.eq(x, f64x2.splat(0)));
  return withLimits(x, value, f64x2.ge(x, f64x2.splat(0)));
}

/**
 * log(1 + x) of two doubles, at most 0.8 units in the last place off: as `logF64` of u = 1 + x, corrected by what
 * the rounding of u lost; where √½ < u < √2, f is x itself. ±0 stays ±0, -1 gives -Infinity; below -1, and of NaN,
 * the result is NaN.
 */
// @ts-ignore: decorator
@inline
export function log1pF64(x: v128): v128 {
  const u = f64x2.add(f64x2.splat(1), x);
  const lost = f64x2.div(sumError(f64x2.splat(1), x, u), u);
  const shifted = i64x2.add(u, i64x2.splat(ONE - ROOT_HALF));
  const exponent = negatedExponent(shifted);
  const near = f64x2.eq(exponent, f64x2.splat(0));
  const f = v128.bitselect(x, fraction(shifted), near);
  const result = logSum(f, exponent, v128.andnot(lost, near));
  const value = v128.bitselect(f64x2.splat(-Infinity), result, f64x2.eq(x, f64x2.splat(-1)));
  return withLimits(x, value, f64x2.ge(x, f64x2.splat(-1)));
}

/**
 * log(1 + x) of two doubles of 0 to 1 (no others), at most 0.85 units in the last place off: softplus needs no more,
 * and here neither exponents nor the rounding of 1 + x matter: from ½ on, it is ln 2 + log(1 + (x - 1)/2), whose
 * x - 1 is exact. R has a term more than in `logSum`, because s goes to 0.2; its coefficients interpolate at Chebyshev
 * points.
 */
// @ts-ignore: decorator
@inline
export function log1pUnitF64(x: v128): v128 {
  const upper = f64x2.ge(x, f64x2.splat(0.5));
  const f = v128.bitselect(f64x2.mul(f64x2.sub(x, f64x2.splat(1)), f64x2.splat(0.5)), x, upper);
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = f64x2.splat(0.1321036048513262);
  even = f64x2.add(f64x2.mul(even, w), f64x2.splat(0.18181738454723026));
  even = f64x2.add(f64x2.mul(even, w), f64x2.splat(0.2857142856733919));
  even = f64x2.add(f64x2.mul(even, w), f64x2.splat(0.6666666666666666));
  let odd = f64x2.splat(0.13604015707124079);
  odd = f64x2.add(f64x2.mul(odd, w), f64x2.splat(0.15388834677801916));
  odd = f64x2.add(f64x2.mul(odd, w), f64x2.splat(0.22222223037807243));
  odd = f64x2.add(f64x2.mul(odd, w), f64x2.splat(0.400000000000078));
  const r = f64x2.add(f64x2.mul(even, z), f64x2.mul(odd, w));
  const high = v128.and(upper, f64x2.splat(LN2_HIGH));
  return compensated(f, s, r, high, v128.and(upper, f64x2.splat(LN2_LOW)));
}

/** -k: negated, because its product with -ln 2 is then -0 where k is 0, and -0 + f keeps the sign of f. */
// @ts-ignore: decorator
@inline
function negatedExponent(shifted: v128): v128 {
  // 2⁵² as a double has room for a whole number in its low bits.
  const whole = v128.or(i64x2.shr_u(shifted, 52), i64x2.splat(0x4330000000000000));
  return f64x2.sub(f64x2.splat(4503599627370496 + 1023), whole);
}

/** f, of the bits of 2ᵏ·(1 + f) moved up so that √½ begins a power of two. */
// @ts-ignore: decorator
@inline
function fraction(shifted: v128): v128 {
  const above = v128.and(shifted, i64x2.splat(0x000fffffffffffff));
  return f64x2.sub(i64x2.add(above, i64x2.splat(ROOT_HALF)), f64x2.splat(1));
}

/**
 * k·ln 2 + log(1 + f) + correction for √½ < 1 + f < √2, with fdlibm's approximation of log(1 + f) (Sun
 * Microsystems, 1993): with s = f/(2 + f), f - f²/2 + s·(f²/2 + R(s²)).
 */
// @ts-ignore: decorator
@inline
function logSum(f: v128, negatedK: v128, correction: v128): v128 {
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = f64x2.splat(1.531383769920937332e-1);
  even = f64x2.add(f64x2.mul(even, w), f64x2.splat(2.222219843214978396e-1));
  even = f64x2.add(f64x2.mul(even, w), f64x2.splat(3.999999999940941908e-1));
  let odd = f64x2.splat(1.479819860511658591e-1);
  odd = f64x2.add(f64x2.mul(odd, w), f64x2.splat(1.818357216161805012e-1));
  odd = f64x2.add(f64x2.mul(odd, w), f64x2.splat(2.857142874366239149e-1));
  odd = f64x2.add(f64x2.mul(odd, w), f64x2.splat(6.666666666666735130e-1));
  const r = f64x2.add(f64x2.mul(even, w), f64x2.mul(odd, z));
  const low = f64x2.add(f64x2.mul(negatedK, f64x2.splat(-LN2_LOW)), correction);
  return compensated(f, s, r, f64x2.mul(negatedK, f64x2.splat(-LN2_HIGH)), low);
}

/** high + low + f - f²/2 + s·(f²/2 + r), with what the rounding of high + f lost added last. */
// @ts-ignore: decorator
@inline
function compensated(f: v128, s: v128, r: v128, high: v128, low: v128): v128 {
  const half = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const rest = f64x2.sub(half, f64x2.add(f64x2.mul(s, f64x2.add(half, r)), low));
  const sum = f64x2.add(high, f);
  return f64x2.add(sum, f64x2.sub(f64x2.sub(f, f64x2.sub(sum, high)), rest));
}

/** Infinity of Infinity, and one and the same NaN of what has no logarithm. */
// @ts-ignore: decorator
@inline
function withLimits(x: v128, value: v128, valid: v128): v128 {
  const limited = v128.bitselect(x, value, f64x2.eq(x, f64x2.splat(Infinity)));
  return v128.bitselect(limited, f64x2.splat(NaN), valid);
}
