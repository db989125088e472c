import { constant } from './constant';

const HALF: usize = memory.data<f64>([0.5]);
const MINUS_HALF: usize = memory.data<f64>([-0.5]);
const ONE: usize = memory.data<f64>([1]);
const TWO: usize = memory.data<f64>([2]);

const LOG2E: usize = memory.data<f64>([1.4426950408889634]);
/** ln 2 in two parts, the first of 32 bits: its product with a whole number below 2¹¹ is exact. */
const LN2_HIGH: usize = memory.data<f64>([6.93147180369123816490e-1]);
const LN2_LOW: usize = memory.data<f64>([1.90821492927058770002e-10]);

/** 1.5·2⁵²: adding it leaves a number's nearest whole number in the low bits of the sum. */
const ROUNDER: usize = memory.data<f64>([6755399441055744]);

/** Where exp has surely overflowed or become 0, and expm1 become -1. */
const MOST: usize = memory.data<f64>([710]);
const EXP_LEAST: usize = memory.data<f64>([-746]);
const EXPM1_LEAST: usize = memory.data<f64>([-64]);

/** 2⁻⁵⁴: below it, expm1 x is x. */
const SAME: usize = memory.data<f64>([5.551115123125783e-17]);

/** The coefficients of `polynomial`, the highest first. */
const EXP: usize = memory.data<f64>([
  4.13813679705723846039e-8, -1.65339022054652515390e-6, 6.61375632143793436117e-5,
  -2.77777777770155933842e-3, 1.66666666666666019037e-1,
]);

/** As bits: the biases of 2ⁿ and 2ⁿ⁻¹, and what keeps 26 bits of a double's significand. */
const BIAS: usize = memory.data<i64>([1023 << 52]);
const BIAS_LESS_1: usize = memory.data<i64>([1022 << 52]);
const UPPER: usize = memory.data<i64>([0xfffffffff8000000]);

/**
 * exp of two doubles, at most 0.7 units in the last place off (1 where the result is subnormal): x = n·ln 2 +
 * r with |r| < 0.35, then exp r = 1 + r + curvature with what the rounding of r and of 1 + r lost added last,
 * then 2ⁿ in two factors, so that overflow and subnormal results come out as IEEE 754 rounds them. NaN stays
 * the NaN it is.
 */
// @ts-ignore: decorator
@inline
export function expF64(x: v128): v128 {
  const clamped = f64x2.pmin(f64x2.pmax(x, constant(EXP_LEAST)), constant(MOST));
  const shifted = f64x2.add(f64x2.mul(clamped, constant(LOG2E)), constant(ROUNDER));
  const n = f64x2.sub(shifted, constant(ROUNDER));
  const high = f64x2.sub(clamped, f64x2.mul(n, constant(LN2_HIGH)));
  const low = f64x2.mul(n, constant(LN2_LOW));
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  const sum = f64x2.add(constant(ONE), r);
  const rest = f64x2.add(f64x2.sub(constant(ONE), sum), r);
  const y = f64x2.add(sum, f64x2.add(rest, f64x2.add(curvature(r), lost)));
  const half = f64x2.add(f64x2.mul(n, constant(HALF)), constant(ROUNDER));
  const first = powerOfTwo(half, constant(BIAS));
  const second = powerOfTwo(i64x2.sub(shifted, half), constant(BIAS));
  return v128.bitselect(f64x2.mul(f64x2.mul(y, first), second), x, f64x2.eq(x, x));
}

/**
 * exp(x) - 1 of two doubles, at most 0.8 units in the last place off: with x = n·ln 2 + r as in `expF64`, (2ⁿ
 * - 1) + 2ⁿ·r + 2ⁿ·curvature, the rounding errors of the first two sums added last. All of it is halved until
 * the end, because 2¹⁰²⁴ is no double. ±0 and NaN stay what they are.
 */
// @ts-ignore: decorator
@inline
export function expm1F64(x: v128): v128 {
  const clamped = f64x2.pmin(f64x2.pmax(x, constant(EXPM1_LEAST)), constant(MOST));
  const shifted = f64x2.add(f64x2.mul(clamped, constant(LOG2E)), constant(ROUNDER));
  const n = f64x2.sub(shifted, constant(ROUNDER));
  const high = f64x2.sub(clamped, f64x2.mul(n, constant(LN2_HIGH)));
  const low = f64x2.mul(n, constant(LN2_LOW));
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  const scale = powerOfTwo(shifted, constant(BIAS_LESS_1));
  const slope = f64x2.mul(scale, r);
  const base = f64x2.sub(scale, constant(HALF));
  const sum = f64x2.add(base, slope);
  const errors = f64x2.add(sumError(scale, constant(MINUS_HALF), base), sumError(base, slope, sum));
  const bend = f64x2.mul(scale, fineCurvature(r, lost));
  const result = f64x2.add(sum, f64x2.add(errors, bend));
  // Here x²/2 is below a quarter of a unit in the last place, and half of x may not be a double.
  const same = v128.or(f64x2.lt(f64x2.abs(x), constant(SAME)), f64x2.ne(x, x));
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
  return f64x2.div(f64x2.mul(r, c), f64x2.sub(constant(TWO), c));
}

/**
 * exp(r + lost) - 1 - r, to less than one unit in the last place: r·c/(2 - c) is r²/2·(1 + (c - 2·r·P)/(2 -
 * c)), and of r² the square of r's upper bits is exact.
 */
// @ts-ignore: decorator
@inline
function fineCurvature(r: v128, lost: v128): v128 {
  const t = f64x2.mul(r, r);
  const slope = f64x2.mul(r, polynomial(t));
  const c = f64x2.sub(r, f64x2.mul(r, slope));
  const numerator = f64x2.mul(t, f64x2.sub(c, f64x2.add(slope, slope)));
  const third = f64x2.div(numerator, f64x2.sub(constant(TWO), c));
  const upper = v128.and(r, constant(UPPER));
  const lower = f64x2.mul(f64x2.sub(r, upper), f64x2.add(r, upper));
  const effect = f64x2.add(lost, f64x2.mul(lost, r));
  const rest = f64x2.add(f64x2.mul(constant(HALF), f64x2.add(lower, third)), effect);
  return f64x2.add(f64x2.mul(constant(HALF), f64x2.mul(upper, upper)), rest);
}

// @ts-ignore: decorator
@inline
function polynomial(t: v128): v128 {
  let p = constant(EXP);
  p = f64x2.add(f64x2.mul(p, t), constant(EXP, 1));
  p = f64x2.add(f64x2.mul(p, t), constant(EXP, 2));
  p = f64x2.add(f64x2.mul(p, t), constant(EXP, 3));
  return f64x2.add(f64x2.mul(p, t), constant(EXP, 4));
}

/** 2 to the power of the whole number in the low bits of each lane, with an exponent's `bias`. */
// @ts-ignore: decorator
@inline
function powerOfTwo(shifted: v128, bias: v128): v128 {
  return i64x2.add(i64x2.shl(shifted, 52), bias);
}

/** What the rounding of sum = a + b lost, exactly (Knuth's two-sum). */
// @ts-ignore: decorator
@inline
export function sumError(a: v128, b: v128, sum: v128): v128 {
  const part = f64x2.sub(sum, a);
  return f64x2.add(f64x2.sub(a, f64x2.sub(sum, part)), f64x2.sub(b, part));
}
