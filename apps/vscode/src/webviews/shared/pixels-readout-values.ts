import { formatShort } from '@tenfold/core';

/** A pixel: its column and its row, from the upper left corner. */
export type PixelPlace = readonly [x: number, y: number];

/** The value of a pixel that is kept as a byte from black to white. */
export function byteValue(byte: number, low: number, high: number): number {
  return low + (byte * (high - low)) / 255;
}

/**
 * The value of a pixel as a person reads it: whole when all values are whole.
 *
 * @param byte from 0, black, to 255, white
 * @param maximum what white stands for
 */
export function wholeValue(byte: number, maximum: number): string {
  const value = byteValue(byte, 0, maximum);
  return Number.isInteger(maximum) && maximum > 1 ? String(Math.round(value)) : formatShort(value, 4);
}

/** Where a key moves the cursor within an image; undefined when it moves nothing. */
export function movePlace(
  [x, y]: PixelPlace,
  key: string,
  [height, width]: readonly [number, number],
): PixelPlace | undefined {
  const within = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));
  switch (key) {
    case 'ArrowLeft':
      return [within(x - 1, width), y];
    case 'ArrowRight':
      return [within(x + 1, width), y];
    case 'ArrowUp':
      return [x, within(y - 1, height)];
    case 'ArrowDown':
      return [x, within(y + 1, height)];
    case 'Home':
      return [0, y];
    case 'End':
      return [width - 1, y];
    default:
      return undefined;
  }
}
