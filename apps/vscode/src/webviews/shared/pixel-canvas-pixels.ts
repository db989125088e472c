import { type Color, mix } from './color/color.js';

/**
 * Where a key moves a cursor in a picture.
 *
 * @param pixel the cursor's pixel, row after row
 * @param key the key's name
 * @param columns of the picture
 * @param rows of the picture
 * @returns the next pixel; undefined when it is no key for that
 */
export function movePixel(pixel: number, key: string, columns: number, rows: number): number | undefined {
  const [x, y] = [pixel % columns, Math.floor(pixel / columns)];
  const at = (column: number, row: number): number =>
    Math.min(Math.max(row, 0), rows - 1) * columns + Math.min(Math.max(column, 0), columns - 1);
  if (key === 'ArrowLeft') return at(x - 1, y);
  if (key === 'ArrowRight') return at(x + 1, y);
  if (key === 'ArrowUp') return at(x, y - 1);
  if (key === 'ArrowDown') return at(x, y + 1);
  if (key === 'Home') return at(0, y);
  if (key === 'End') return at(columns - 1, y);
  return undefined;
}

/**
 * The pixels of a grey picture.
 *
 * @param values one a pixel
 * @param maximum the value of the brightest
 * @param dark the colour of 0
 * @param bright the colour of the maximum
 * @returns red, green, blue and opacity of each
 */
export function greyPixels(
  values: ArrayLike<number>,
  maximum: number,
  dark: Color = [0, 0, 0],
  bright: Color = [255, 255, 255],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * values.length);
  for (let i = 0; i < values.length; i++) {
    pixels.set(mix(dark, bright, Math.min(Math.max(values[i] / maximum, 0), 1)), 4 * i);
    pixels[4 * i + 3] = 255;
  }
  return pixels;
}

/** How many CSS pixels a side of a pixel takes so that a picture is about so wide: whole, at least 1. */
export function pixelScale(columns: number, width: number): number {
  return Math.max(1, Math.round(width / columns));
}
