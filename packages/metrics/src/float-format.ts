import { toExponentialEven, toFixedEven } from '@tenfold/core';
import { largest, smallest } from '@tenfold/linalg';

import { padStart } from './python-format.js';

/** Turns one number into text, all of one width. */
export type NumberFormat = (value: number) => string;

/** Whole numbers, right-aligned by the widest. */
export function integerFormat(shown: readonly number[]): NumberFormat {
  const texts = shown.map(wholeText);
  const width = largest(texts.map((text) => text.length));
  return (value) => padStart(wholeText(value), width);
}

/**
 * Numbers with a fraction, aligned at the point: as many decimals as each needs, `precision` at most. All are in
 * exponential form where the largest is 1e8 or more, the smallest (not counting 0) under 1e-4, or their ratio
 * above 1000.
 */
export function floatFormat(shown: readonly number[], precision: number): NumberFormat {
  const finite = shown.filter(Number.isFinite);
  const format = needsExponent(finite)
    ? exponentialFormat(finite, precision)
    : positionalFormat(finite, precision);
  const width = largest(shown.map((value) => format(value).length));
  return (value) => padStart(format(value), width);
}

function needsExponent(finite: readonly number[]): boolean {
  const sizes = finite.filter((value) => value !== 0).map(Math.abs);
  if (sizes.length === 0) return false;
  const most = largest(sizes);
  const least = smallest(sizes);
  return most >= 1e8 || least < 1e-4 || most / least > 1000;
}

function positionalFormat(finite: readonly number[], precision: number): NumberFormat {
  const text = (value: number): string => trimZeros(signed(value, shortestFixed(value, precision)));
  const decimals = largest(
    finite.map((value) => text(value).split('.')[1].length),
    0,
  );
  return (value) => {
    if (!Number.isFinite(value)) return specialText(value);
    const trimmed = text(value);
    return trimmed.padEnd(trimmed.indexOf('.') + 1 + decimals);
  };
}

function exponentialFormat(finite: readonly number[], precision: number): NumberFormat {
  const trimmed = finite.map((value) => shortestExponential(value, precision).split('e'));
  const decimals = largest(trimmed.map(([mantissa]) => (mantissa.split('.')[1] ?? '').length));
  const exponentDigits = Math.max(2, largest(trimmed.map(([, exponent]) => exponent.length - 1)));
  return (value) => {
    if (!Number.isFinite(value)) return specialText(value);
    const [mantissa, exponent] = toExponentialEven(value, decimals).split('e');
    const point = mantissa.includes('.') ? '' : '.';
    return signed(
      value,
      `${mantissa}${point}e${exponent[0]}${exponent.slice(1).padStart(exponentDigits, '0')}`,
    );
  };
}

/** The fewest decimals that tell a double from its neighbours, or `precision` where that is fewer. */
function shortestFixed(value: number, precision: number): string {
  const shortest = String(value);
  const decimals = shortest.includes('e') ? Infinity : (shortest.split('.')[1] ?? '').length;
  return decimals <= precision ? shortest : toFixedEven(value, precision);
}

function shortestExponential(value: number, precision: number): string {
  const shortest = value.toExponential();
  const decimals = (shortest.split('e')[0].split('.')[1] ?? '').length;
  if (decimals <= precision) return shortest;
  const [mantissa, exponent] = toExponentialEven(value, precision).split('e');
  return `${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}e${exponent}`;
}

/** Drops zeros at the end but keeps the point: 1.50 to 1.5, 2 to 2. */
function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '') : `${text}.`;
}

/** JavaScript prints -0 without its sign. */
function signed(value: number, text: string): string {
  return (Object.is(value, -0) || value < 0) && !text.startsWith('-') ? `-${text}` : text;
}

function specialText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return value < 0 ? '-inf' : 'inf';
}

/** The largest of numbers that are not negative; 0 when there are none. Spreading many arguments would overflow. */
/** A whole double in full digits, without exponent or minus zero. */
function wholeText(value: number): string {
  return Number.isSafeInteger(value) ? String(value + 0) : BigInt(value).toString();
}
