import { checkNumber, ParameterError, ShapeError } from '@tenfold/core';

import type { Scene } from '../../scene.js';

/** The size of a PNG in pixels. */
export interface PngSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Whether it had to be smaller than it would be by default. */
  readonly isReduced: boolean;
}

/** Sharp on dense screens. */
export const USUAL_SCALE = 2;
const SMALLEST_SCALE = 0.1;
const LARGEST_SCALE = 10;

/** The largest side of a PNG, beyond which most programs give up, and the most pixels, which are 128 MB to draw on. */
const LARGEST_SIDE = 16384;
const MOST_PIXELS = 2 ** 25;

/**
 * The size of a scene as a PNG: by default twice its own, or as large as a PNG can be.
 *
 * @throws ParameterError when the scale is outside its range, or too large for this scene
 * @throws ShapeError when the scene is too large for a PNG of any scale
 */
export function pngSize(owner: string, { width, height }: Scene, given: number | undefined): PngSize {
  const most = Math.min(LARGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  if (given !== undefined) {
    const scale = checkNumber(owner, 'scale', given, { min: SMALLEST_SCALE, max: LARGEST_SCALE });
    if (scale > most) {
      const expected = `at most ${floorTo(most, 2)} for a picture of this size`;
      throw new ParameterError(owner, 'scale', expected, scale);
    }
    return { ...sizeAt(width, height, scale), isReduced: false };
  }
  if (most < SMALLEST_SCALE) {
    const side = LARGEST_SIDE / SMALLEST_SCALE;
    throw new ShapeError(
      owner,
      `a picture of at most ${side} × ${side} for a PNG; write it as .svg or .html, or show less`,
      `${Math.round(width)} × ${Math.round(height)}`,
    );
  }
  return { ...sizeAt(width, height, Math.min(USUAL_SCALE, most)), isReduced: most < USUAL_SCALE };
}

function sizeAt(width: number, height: number, scale: number): Omit<PngSize, 'isReduced'> {
  const pixels = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: pixels(width), height: pixels(height), scale };
}

/** Rounded down, so that what a message allows is allowed. */
function floorTo(value: number, decimals: number): string {
  return (Math.floor(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals);
}
