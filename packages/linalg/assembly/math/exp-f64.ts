const LOG2E: f64 = 1.4426950408889634;
/** ln 2 in two parts, the first of 33 bits: its product with a whole number below 2¹¹ is exact. */
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/** 1.5·2⁵²: adding it leaves a number's nearest whole number in the low bits of the sum. */
const ROUNDER: f64 = 6755399441055744;

/**
 * exp of two doubles, at most 0.7 units in the last place off (1 where the result is subnormal): x = n·ln 2 + r
 * with |r| < 0.35, then exp r = 1 + r + curvature with what the rounding of r and of 1 + r lost added last, then 2ⁿ
 * in two factors, so that overflow and subnormal results come out as IEEE 754 rounds them. NaN stays the NaN it is.
 */
// @ts-ignore: decorator
@inline
export function expF64(x: v128): v128 {
  const clamped = f64x2.pmin(f64x2.pmax(x, f64x2.splat(-746)), f64x2.splat(710));
  const shifted = f64x2.add(f64x2.mul(clamped, f64x2.splat(LOG2E)), f64x2.splat(ROUNDER));
  const n = f64x2.sub(shifted, f64x2.splat(ROUNDER));
  const high = f64x2.sub(clamped, f64x2.mul(n, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(n, f64x2.splat(LN2_LOW));
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  const sum = f64x2.add(f64x2.splat(1), r);
  const rest = f64x2.add(f64x2.sub(f64x2.splat(1), sum), r);
  const y = f64x2.add(sum, f64x2.add(rest, f64x2.add(curvature(r), lost)));
  const half = f64x2.add(f64x2.mul(n, f64x2.splat(0.5)), f64x2.splat(ROUNDER));
  const first = powerOfTwo(half, 1023);
  const second = powerOfTwo(i64x2.sub(shifted, half), 1023);
  return v128.bitselect(f64x2.mul(f64x2.mul(y, first), second), x, f64x2.eq(x, x));
}

/**
 * exp(x) - 1 of two doubles, at most 0.8 units in the last place off: with x = n·ln 2 + r as in `expF64`,
 * (2ⁿ - 1) + 2ⁿ·r + 2ⁿ·curvature, the rounding errors of the first two sums added last. All of it is halved until
 * the end, because 2¹⁰²⁴ is no double. ±0 and NaN stay what they are.
 */
// @ts-ignore: decorator
@inline
export function expm1F64(x: v128): v128 {
  const clamped = f64x2.pmin(f64x2.pmax(x, f64x2.splat(-64)), f64x2.splat(710));
  const shifted = f64x2.add(f64x2.mul(clamped, f64x2.splat(LOG2E)), f64x2.splat(ROUNDER));
  const n = f64x2.sub(shifted, f64x2.splat(ROUNDER));
  const high = f64x2.sub(clamped, f64x2.mul(n, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(n, f64x2.splat(LN2_LOW));
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  const scale = powerOfTwo(shifted, 1022);
  const slope = f64x2.mul(scale, r);
  const base = f64x2.sub(scale, f64x2.splat(0.5));
  const sum = f64x2.add(base, slope);
  const errors = f64x2.add(sumError(scale, f64x2.splat(-0.5), base), sumError(base, slope, sum));
  const bend = f64x2.mul(scale, fineCurvature(r, lost));
  const result = f64x2.add(sum, f64x2.add(errors, bend));
  // Here x²/2 is below a quarter of a unit in the last place, and half of x may not be a double.
  const same = v128.or(f64x2.lt(f64x2.abs(x), f64x2.splat(5.551115123125783e-17)), f64x2.ne(x, x));
  return v128.bitselect(x, f64x2.add(result, result), same);
}

/**
 * exp r - 1 - r for |r| < 0.35, by the rational approximation of exp r in fdlibm (Sun Microsystems, 1993):
 * r·c/(2 - c) with c = r - r²·P(r²).
 */
// @ts-ignore: decorator
@inline
function curvature(r: v128): v128 {
  const t = f64x2.mul(r, r);
  const c = f64x2.sub(r, f64x2.mul(polynomial(t), t));
  return f64x2.div(f64x2.mul(r, c), f64x2.sub(f64x2.splat(2), c));
}

/**
 * exp(r + lost) - 1 - r, to less than one unit in the last place: r·c/(2 - c) is r²/2·(1 + (c - 2·r·P)/(2 - c)),
 * and of r² the square of r's upper bits is exact.
 */
// @ts-ignore: decorator
@inline
function fineCurvature(r: v128, lost: v128): v128 {
  const t = f64x2.mul(r, r);
  const slope = f64x2.mul(r, polynomial(t));
  const c = f64x2.sub(r, f64x2.mul(r, slope));
  const numerator = f64x2.mul(t, f64x2.sub(c, f64x2.add(slope, slope)));
  const third = f64x2.div(numerator, f64x2.sub(f64x2.splat(2), c));
  const upper = v128.and(r, i64x2.splat(0xfffffffff8000000));
  const lower = f64x2.mul(f64x2.sub(r, upper), f64x2.add(r, upper));
  const half = f64x2.splat(0.5);
  const rest = f64x2.add(f64x2.mul(half, f64x2.add(lower, third)), f64x2.add(lost, f64x2.mul(lost, r)));
  return f64x2.add(f64x2.mul(half, f64x2.mul(upper, upper)), rest);
}

// @ts-ignore: decorator
@inline
function polynomial(t: v128): v128 {
  let p = f64x2.splat(4.13813679705723846039e-8);
  p = f64x2.add(f64x2.mul(p, t), f64x2.splat(-1.65339022054652515390e-6));
  p = f64x2.add(f64x2.mul(p, t), f64x2.splat(6.61375632143793436117e-5));
  p = f64x2.add(f64x2.mul(p, t), f64x2.splat(-2.77777777770155933842e-3));
  return f64x2.add(f64x2.mul(p, t), f64x2.splat(1.66666666666666019037e-1));
}

/** 2 to the power of `bias` - 1023 and the whole number in the low bits of each lane. */
// @ts-ignore: decorator
@inline
function powerOfTwo(shifted: v128, bias: i64): v128 {
  return i64x2.add(i64x2.shl(shifted, 52), i64x2.splat(bias << 52));
}

/** What the rounding of sum = a + b lost, exactly (Knuth's two-sum). */
// @ts-ignore: decorator
@inline
export function sumError(a: v128, b: v128, sum: v128): v128 {
  const part = f64x2.sub(sum, a);
  return f64x2.add(f64x2.sub(a, f64x2.sub(sum, part)), f64x2.sub(b, part));
}
