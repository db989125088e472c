import { type Color, contrast, mix, visibleOn } from './color/color.js';

/** The colours of a scale with 0 in its middle. */
export interface DivergingColors {
  /** For the most below 0: orange. */
  readonly below: Color;
  /** For 0: the background, so that what does not matter is not visible. */
  readonly zero: Color;
  /** For the most above 0: blue. */
  readonly above: Color;
}

const BLACK: Color = [0, 0, 0];
const WHITE: Color = [255, 255, 255];

/** Orange and blue stay apart for every common kind of colour blindness. */
const ON_DARK = { below: [255, 152, 62], above: [92, 178, 255] } as const;
const ON_LIGHT = { below: [176, 66, 0], above: [0, 84, 166] } as const;

/** The least contrast of the ends of a scale with its middle. */
const LEAST_CONTRAST = 4.5;

/** The colours for a ground: bright ends on a dark one, dark ends on a light one. */
export function divergingColors(ground: Color): DivergingColors {
  const isDark = contrast(ground, WHITE) > contrast(ground, BLACK);
  const { below, above } = isDark ? ON_DARK : ON_LIGHT;
  return {
    below: visibleOn(ground, below, LEAST_CONTRAST),
    zero: ground,
    above: visibleOn(ground, above, LEAST_CONTRAST),
  };
}

/** Below 1 small values differ more: most weights are small, and near a dark ground colours look alike. */
const EXPONENT = 0.7;

/** The colour of a value of the scale: -1 and 1 are its ends, what is beyond them has their colour. */
export function divergingColor({ below, zero, above }: DivergingColors, value: number): Color {
  const amount = Math.min(Math.abs(value), 1) ** EXPONENT || 0;
  return mix(zero, value < 0 ? below : above, amount);
}

/**
 * The pixels of a picture of numbers.
 *
 * @param values one a pixel
 * @param limit what has the full colour
 * @param colors the scale's
 * @returns red, green, blue and opacity of each
 */
export function divergingPixels(
  values: ArrayLike<number>,
  limit: number,
  colors: DivergingColors,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * values.length);
  for (let i = 0; i < values.length; i++) {
    pixels.set(divergingColor(colors, values[i] / limit), 4 * i);
    pixels[4 * i + 3] = 255;
  }
  return pixels;
}
