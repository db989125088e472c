import type { NumberGrid } from '@tenfold/base';

/** The logarithms to base 10 of the smallest and the largest C that are chosen when a number of them is asked for. */
const ENDS = [-4, 4] as const;

/** The values of C that are tried, in the order given, or ascending when a number of them is asked for. */
export function valuesOfC(grid: NumberGrid): readonly number[] {
  if (typeof grid !== 'number') return grid;
  const [low, high] = ENDS;
  if (grid === 1) return [powerOfTen(low)];
  const step = (high - low) / (grid - 1);
  return Array.from({ length: grid }, (_, i) => powerOfTen(i === grid - 1 ? high : low + i * step));
}

/** 10 to a power. Engines' own is not exact for whole numbers below 0. */
function powerOfTen(exponent: number): number {
  const whole = Math.floor(exponent);
  return Number(`1e${whole}`) * 10 ** (exponent - whole);
}
