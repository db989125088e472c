/** Most digits that `toFixed` and `toExponential` give. */
const MOST_DIGITS = 100;

/**
 * A number with a fixed count of decimals, a tie rounded to the even digit as Python and NumPy do: 0.125 becomes 0.12
 * here and 0.13 by `toFixed`. `Intl.NumberFormat` with `roundingMode: 'halfEven'` rounds the shortest decimal of a double
 * and not its value, and takes 0.15, which lies below the tie, for one.
 *
 * @param value a finite number
 * @param digits decimals, from 0 to 99
 */
export function toFixedEven(value: number, digits: number): string {
  return isRoundedUpTie(value.toFixed(MOST_DIGITS), digits)
    ? stepTowardsZero(value.toFixed(digits))
    : value.toFixed(digits);
}

/**
 * A number in exponential form, ties of the mantissa rounded to the even digit: `1.2e+3`, as `toExponential` writes it.
 *
 * @param value a finite number
 * @param digits decimals of the mantissa, from 0 to 99
 */
export function toExponentialEven(value: number, digits: number): string {
  const [mantissa, exponent] = value.toExponential(digits).split('e');
  const [exact] = value.toExponential(MOST_DIGITS).split('e');
  return `${isRoundedUpTie(exact, digits) ? stepTowardsZero(mantissa) : mantissa}e${exponent}`;
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
