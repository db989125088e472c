/** Relative accuracy of the series and the continued fraction. */
const EPSILON = 2 ** -52;
const TINY = 1e-300;

/** Lanczos' coefficients for g = 7, as P. Godfrey computed them: ln Γ to about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x ≥ 1/2. (C. Lanczos, SIAM J. Numer. Anal. 1, 1964.) */
function logGamma(x: number): number {
  const shifted = x + 6.5;
  const sum = LANCZOS.reduce((total, c, i) => total + (i === 0 ? c : c / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

/**
 * Q(a, x) = Γ(a, x)/Γ(a), the regularised upper incomplete gamma function: a power series below a + 1, Lentz' continued
 * fraction above. (W. H. Press et al., Numerical Recipes, section 6.2.)
 *
 * @param a at least 1/2
 * @param x at least 0
 */
export function upperGamma(a: number, x: number): number {
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - factor * lowerSeries(a, x) : factor * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > EPSILON * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1, change = 0; Math.abs(change - 1) > EPSILON && n < 1000; n++) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(term * d + b);
    c = awayFromZero(b + term / c);
    change = d * c;
    fraction *= change;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** P(|Z| ≥ |z|) of a standard normal variable. */
export function twoSidedNormal(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/** P(χ² ≥ x) with so many degrees of freedom, 1 or more. */
export function chiSquareTail(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2);
}

/** The z with P(|Z| ≤ z) = level, by bisection to the last bit. */
export function normalBound(level: number): number {
  let [low, high] = [0, 40];
  for (let middle = 20; middle > low && middle < high; middle = (low + high) / 2) {
    if (twoSidedNormal(middle) > 1 - level) low = middle;
    else high = middle;
  }
  return high;
}
