/** Most digits that `toFixed` and `toExponential` give. */
const MOST_DIGITS = 100;

/**
 * A number with a fixed count of decimals, a tie rounded to the even digit as Python and NumPy do (`toFixed`
 * rounds it up: 0.125 becomes 0.12 here and 0.13 there).
 */
export function toFixedEven(value: number, digits: number): string {
  return isRoundedUpTie(value.toFixed(MOST_DIGITS), digits)
    ? stepTowardsZero(value.toFixed(digits))
    : value.toFixed(digits);
}

/** A number in exponential form, mantissa ties rounded to the even digit: `1.2e+3`, as `toExponential` writes it. */
export function toExponentialEven(value: number, digits: number): string {
  const [mantissa, exponent] = value.toExponential(digits).split('e');
  const [exact] = value.toExponential(MOST_DIGITS).split('e');
  return `${isRoundedUpTie(exact, digits) ? stepTowardsZero(mantissa) : mantissa}e${exponent}`;
}

/** A finite double of at least 0 as Python's `str` prints it: `3.0`, `0.1`, `1e-05`, `1e+16`. */
export function pythonFloat(value: number): string {
  if (value !== 0 && (value < 1e-4 || value >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Right-aligns text to a width counted in code points, as Python counts it. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - codePointLength(text))) + text;
}

/** The length of a text in code points. */
export function codePointLength(text: string): number {
  return Array.from(text).length;
}

/**
 * Whether an exact expansion lies midway between two neighbours of `digits` decimals of which the lower ends in
 * an even digit.
 */
function isRoundedUpTie(exact: string, digits: number): boolean {
  const [whole, fraction] = exact.split('.');
  if (digits >= fraction.length || !/^50*$/.test(fraction.slice(digits))) return false;
  const last = digits === 0 ? whole.at(-1) : fraction[digits - 1];
  return Number(last) % 2 === 0;
}

/** Lowers the last digit, which is odd, by one: 0.13 to 0.12. */
function stepTowardsZero(rounded: string): string {
  return rounded.slice(0, -1) + String(Number(rounded.at(-1)) - 1);
}
