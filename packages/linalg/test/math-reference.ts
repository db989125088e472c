/** The four functions on one number. */
export interface Elementary {
  exp: (x: number) => number;
  expm1: (x: number) => number;
  log: (x: number) => number;
  log1p: (x: number) => number;
}

/** What differs between doubles and floats. */
interface Format {
  /** Rounds a double to the format: every operation below is followed by it. */
  round: (x: number) => number;
  log2e: number;
  ln2: readonly [high: number, low: number];
  logLn2: readonly [high: number, low: number];
  /** Adding it rounds to whole numbers. */
  rounder: number;
  expRange: readonly [number, number];
  expm1Range: readonly [number, number];
  /** Below it expm1(x) is x. */
  same: number;
  /** Whether exp adds last what the roundings of r and 1 + r lost. */
  compensated: boolean;
  /** exp r - 1 - r. */
  curvature: (r: number) => number;
  /** exp(r + lost) - 1 - r. */
  fineCurvature: (r: number, lost: number) => number;
  /** (log(1 + f) - f + f²/2)/s - f²/2, of s = f/(2 + f). */
  remainder: (s: number) => number;
  /** The least normal number, and a power of two that makes subnormal numbers normal. */
  normal: number;
  lift: readonly [factor: number, exponent: number];
  /** Where 1 + f begins: √½, cut. */
  rootHalf: number;
}

const f32 = Math.fround;

/** The algorithms of assembly/math, one number at a time, in the same order of operations: they give the same bits. */
export const elementaryF64 = elementary({
  round: (x) => x,
  log2e: 1.4426950408889634,
  ln2: [6.9314718036912381649e-1, 1.90821492927058770002e-10],
  logLn2: [6.9314718036912381649e-1, 1.90821492927058770002e-10],
  rounder: 1.5 * 2 ** 52,
  expRange: [-746, 710],
  expm1Range: [-64, 710],
  same: 2 ** -54,
  compensated: true,
  curvature: curvatureF64,
  fineCurvature: fineCurvatureF64,
  remainder: remainderF64,
  normal: 2 ** -1022,
  lift: [2 ** 54, 54],
  rootHalf: numberOf(0x3fe6a09e00000000n),
});

export const elementaryF32 = elementary({
  round: f32,
  log2e: f32(Math.LOG2E),
  ln2: [0.693359375, f32(-2.1219444e-4)],
  logLn2: [f32(6.9313812256e-1), f32(9.0580006145e-6)],
  rounder: 1.5 * 2 ** 23,
  expRange: [-104, 89],
  expm1Range: [-32, 89],
  same: 2 ** -25,
  compensated: false,
  curvature: curvatureF32,
  fineCurvature: (r, lost) => f32(curvatureF32(r) + lost),
  remainder: remainderF32,
  normal: 2 ** -126,
  lift: [2 ** 25, 25],
  rootHalf: f32(Math.SQRT1_2),
});

function elementary(format: Format): Elementary {
  const { round: o } = format;

  /** x = n·ln 2 + r + lost. */
  function reduce(x: number, [least, most]: readonly [number, number]) {
    const clamped = Math.min(Math.max(x, least), most);
    const n = o(o(o(clamped * format.log2e) + format.rounder) - format.rounder);
    const high = o(clamped - o(n * format.ln2[0]));
    const low = o(n * format.ln2[1]);
    const r = o(high - low);
    return { n, r, lost: o(o(high - r) - low) };
  }

  function exp(x: number): number {
    const { n, r, lost } = reduce(x, format.expRange);
    const sum = o(1 + r);
    const rest = o(o(1 - sum) + r);
    const y = format.compensated
      ? o(sum + o(rest + o(format.curvature(r) + lost)))
      : o(o(format.curvature(r) + r) + 1);
    const half = o(o(o(n * 0.5) + format.rounder) - format.rounder);
    return o(o(y * 2 ** half) * 2 ** (n - half));
  }

  function expm1(x: number): number {
    if (Math.abs(x) < format.same) return x;
    const { n, r, lost } = reduce(x, format.expm1Range);
    const scale = 2 ** (n - 1);
    const slope = o(scale * r);
    const base = o(scale - 0.5);
    const sum = o(base + slope);
    const errors = o(sumError(scale, -0.5, base) + sumError(base, slope, sum));
    const bend = o(scale * format.fineCurvature(r, lost));
    return o(2 * o(sum + o(errors + bend)));
  }

  function log(x: number): number {
    if (x === 0) return -Infinity;
    if (!(x > 0) || x === Infinity) return x > 0 ? x : NaN;
    const [factor, exponent] = format.lift;
    const subnormal = x < format.normal;
    const { f, k } = fraction(subnormal ? x * factor : x);
    return logSum(f, subnormal ? k - exponent : k, 0);
  }

  function log1p(x: number): number {
    if (x === -1) return -Infinity;
    if (!(x > -1) || x === Infinity) return x > -1 ? x : NaN;
    const u = o(1 + x);
    const lost = o(sumError(1, x, u) / u);
    const { f, k } = fraction(u);
    return k === 0 ? logSum(x, 0, 0) : logSum(f, k, lost);
  }

  /** x = 2ᵏ·(1 + f) with 1 + f from √½ on. */
  function fraction(x: number): { f: number; k: number } {
    let k = 0;
    while (x >= 2 * format.rootHalf) [x, k] = x >= 2 ** 64 ? [x * 2 ** -64, k + 64] : [x / 2, k + 1];
    while (x < format.rootHalf) [x, k] = x <= 2 ** -66 ? [x * 2 ** 64, k - 64] : [x * 2, k - 1];
    return { f: o(x - 1), k };
  }

  function logSum(f: number, k: number, correction: number): number {
    const s = o(f / o(2 + f));
    const half = o(o(0.5 * f) * f);
    const low = o(o(k * format.logLn2[1]) + correction);
    const rest = o(half - o(o(s * o(half + format.remainder(s))) + low));
    // Where k is 0 the sum is -0 + f, which is f, -0 included.
    const high = k === 0 ? -0 : o(k * format.logLn2[0]);
    const sum = o(high + f);
    return o(sum + o(o(f - o(sum - high)) - rest));
  }

  function sumError(a: number, b: number, sum: number): number {
    const part = o(sum - a);
    return o(o(a - o(sum - part)) + o(b - part));
  }

  return { exp, expm1, log, log1p };
}

/** log(1 + x) for x of 0 to 1, as `log1pUnitF64` has it. */
export function log1pUnit(x: number): number {
  const upper = x >= 0.5;
  const f = upper ? (x - 1) * 0.5 : x;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = horner(w, [0.1321036048513262, 0.18181738454723026, 0.2857142856733919, 0.6666666666666666]);
  const odd = horner(w, [0.13604015707124079, 0.15388834677801916, 0.22222223037807243, 0.400000000000078]);
  const half = 0.5 * f * f;
  const high = upper ? 6.9314718036912381649e-1 : 0;
  const rest = half - (s * (half + (even * z + odd * w)) + (upper ? 1.90821492927058770002e-10 : 0));
  const sum = high + f;
  return sum + (f - (sum - high) - rest);
}

function curvatureF64(r: number): number {
  const t = r * r;
  const c = r - polynomialF64(t) * t;
  return (r * c) / (2 - c);
}

function fineCurvatureF64(r: number, lost: number): number {
  const t = r * r;
  const slope = r * polynomialF64(t);
  const c = r - r * slope;
  const third = (t * (c - 2 * slope)) / (2 - c);
  const upper = withoutLowBits(r);
  const lower = (r - upper) * (r + upper);
  return 0.5 * (upper * upper) + (0.5 * (lower + third) + (lost + lost * r));
}

function withoutLowBits(r: number): number {
  const bits = new BigUint64Array(Float64Array.of(r).buffer)[0];
  return numberOf(bits & 0xfffffffff8000000n);
}

function polynomialF64(t: number): number {
  return horner(
    t,
    [
      4.13813679705723846039e-8, -1.6533902205465251539e-6, 6.61375632143793436117e-5,
      -2.77777777770155933842e-3, 1.66666666666666019037e-1,
    ],
  );
}

function curvatureF32(r: number): number {
  const coefficients = [
    1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
  ];
  return f32(horner(r, coefficients, f32) * f32(r * r));
}

function remainderF64(s: number): number {
  const z = s * s;
  const w = z * z;
  const even = horner(w, [1.531383769920937332e-1, 2.222219843214978396e-1, 3.999999999940941908e-1]);
  const odd = horner(
    w,
    [1.479819860511658591e-1, 1.818357216161805012e-1, 2.857142874366239149e-1, 6.66666666666673513e-1],
  );
  return even * w + odd * z;
}

function remainderF32(s: number): number {
  const z = f32(s * s);
  return f32(horner(z, [0.24279078841, 0.28498786688, 0.40000972152, 0.66666662693], f32) * z);
}

function horner(x: number, coefficients: readonly number[], o: (x: number) => number = (y) => y): number {
  return coefficients.reduce((sum, c) => o(o(sum * x) + o(c)), 0);
}

function numberOf(bits: bigint): number {
  return new Float64Array(BigUint64Array.of(bits).buffer)[0];
}
