import { checkNumber, ParameterError } from '@tenfold/core';
import { largest, smallest } from '@tenfold/linalg';

import type { RawImage } from './raw-image.js';

/** The values of black and of white. */
export type GreyRange = readonly [low: number, high: number];

/**
 * Checks the values that become black and white.
 *
 * @throws ParameterError when they are not two finite numbers, the first below the second
 */
export function checkRange(owner: string, range: unknown): GreyRange | undefined {
  if (range === undefined) return undefined;
  if (!Array.isArray(range) || range.length !== 2) {
    throw new ParameterError(owner, 'range', 'two numbers: the value of black and that of white', range);
  }
  const low = checkNumber(owner, 'range[0]', range[0]);
  return [low, checkNumber(owner, 'range[1]', range[1], { above: low })];
}

/** The smallest and the largest value of all images, so that a grey is the same value in each of them. */
export function rangeOfAll(images: readonly RawImage[]): GreyRange {
  let [low, high] = [Infinity, -Infinity];
  for (const { values } of images) {
    low = smallest(values, low);
    high = largest(values, high);
  }
  return [low, high];
}

/**
 * The grey of a value, 0 (black) at the lower end and 255 (white) at the upper one, rounded to the nearest; values
 * beyond an end are clipped to it. Where both ends are one value, everything up to it is black.
 */
export function greyOf(value: number, [low, high]: GreyRange): number {
  if (value <= low) return 0;
  if (value >= high) return 255;
  const span = high - low;
  // Ends of both signs near the largest double are further apart than any double.
  const share = span === Infinity ? (value / 2 - low / 2) / (high / 2 - low / 2) : (value - low) / span;
  return Math.round(share * 255);
}
