import type { Contributions } from '../../model/contributions.js';

/**
 * The class to hold the predicted one against: the true one, or the most probable other one when the model is right; of a
 * model that says no more than one class, the first other one.
 *
 * @param top the numbers of the classes, the most probable first
 * @param classes how many classes there are
 * @param actual the number of the true one
 */
export function rivalOf(top: ArrayLike<number>, classes: number, actual: number): number {
  const predicted = top[0];
  if (actual !== predicted && actual >= 0 && actual < classes) return actual;
  return top.length > 1 ? top[1] : predicted === 0 ? 1 : 0;
}

/** A pixel and what it adds to two classes. */
export interface PixelShare {
  readonly pixel: number;
  readonly first: number;
  readonly second: number;
  readonly difference: number;
}

/** The pixels that decide most between two classes, those of the largest difference first; those without any left out. */
export function decidingPixels(first: Contributions, second: Contributions, most: number): PixelShare[] {
  return Array.from(first.pixels, (value, pixel) => ({
    pixel,
    first: value,
    second: second.pixels[pixel],
    difference: value - second.pixels[pixel],
  }))
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.pixel - b.pixel)
    .slice(0, most);
}

/** A coefficient: of which class and which feature. */
export interface Coefficient {
  readonly row: number;
  readonly feature: number;
  readonly value: number;
}

/** The largest coefficients in size, the largest first. */
export function largestCoefficients(coef: Float64Array, features: number, most: number): Coefficient[] {
  const order = Uint32Array.from(coef, (_, i) => i).sort(
    (a, b) => Math.abs(coef[b]) - Math.abs(coef[a]) || a - b,
  );
  return Array.from(order.subarray(0, most), (at) => ({
    row: Math.floor(at / features),
    feature: at % features,
    value: coef[at],
  }));
}

/** A number with its sign, to three digits, with a true minus: "+0.0123", "−1.2e-7", "0". */
export function signed(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const digits = size >= 1e-3 && size < 1e5 ? trimmed(size) : size.toExponential(1);
  return `${value < 0 ? '−' : '+'}${digits}`;
}

function trimmed(size: number): string {
  return size >= 100 ? size.toFixed(1) : size.toPrecision(3);
}
