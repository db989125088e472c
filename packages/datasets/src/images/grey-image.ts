import { workMeter } from '@tenfold/linalg';

/** A grey picture in bytes, row after row from the upper left. */
export interface GreyImage {
  readonly height: number;
  readonly width: number;
  readonly pixels: Uint8Array;
}

/** What a picture's header says. */
export interface ImageHeader {
  readonly height: number;
  readonly width: number;
}

/**
 * Puts a picture upright, as EXIF's orientation says: 1 is upright; 2, 4, 5 and 7 are mirrored; from 5 on rows and
 * columns change places.
 */
export async function upright(
  { height, width, pixels }: GreyImage,
  orientation: number,
  signal: AbortSignal | undefined,
): Promise<GreyImage> {
  if (orientation <= 1 || orientation > 8) return { height, width, pixels };
  const turned = orientation >= 5;
  const [rows, columns] = turned ? [width, height] : [height, width];
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBelow = [3, 4, 6, 7].includes(orientation);
  const result = new Uint8Array(pixels.length);
  for (let row = 0, to = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [y, x] = turned ? [column, row] : [row, column];
      result[to++] = pixels[(fromBelow ? height - 1 - y : y) * width + (fromRight ? width - 1 - x : x)];
    }
    await workMeter.spend(columns, signal);
  }
  return { height: rows, width: columns, pixels: result };
}
