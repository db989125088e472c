import { checkInteger, ShapeError } from '@tenfold/errors';
import type { AbstractMatrix, ByteMatrix, MatrixLike } from '@tenfold/linalg';

import { isMatrix, matrixRows } from '../matrix-rows.js';
import type { PixelImage } from '../scene.js';

/**
 * Images to draw: one a row, its pixels from left to right and top to bottom (8 × 8 digits are rows of 64,
 * 28 × 28 ones rows of 784), or an array with one matrix an image.
 */
export type DigitImages = MatrixLike | readonly (AbstractMatrix | ByteMatrix)[];

/** An image before its values became grey. */
export interface RawImage {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/**
 * Reads images of either form.
 *
 * @throws ShapeError when rows have another count of pixels than the shape, or no shape is given and the count is no square
 */
export function readImages(
  owner: string,
  images: DigitImages,
  shape: readonly [rows: number, columns: number] | undefined,
): RawImage[] {
  if (Array.isArray(images) && images.length > 0 && images.every(isMatrix)) {
    return images.map((image) => ({
      rows: image.rows,
      columns: image.columns,
      values: Float64Array.from(matrixRows(owner, 'images', image).flatMap((row) => [...row])),
    }));
  }
  const rows = matrixRows(owner, 'images', images as MatrixLike);
  if (rows.length === 0) return [];
  const [height, width] = imageShape(owner, rows[0].length, shape);
  return rows.map((values) => ({ rows: height, columns: width, values }));
}

function imageShape(
  owner: string,
  pixels: number,
  shape: readonly [number, number] | undefined,
): readonly [number, number] {
  if (shape === undefined) {
    const side = Math.sqrt(pixels);
    if (Number.isInteger(side) && side > 0) return [side, side];
    throw new ShapeError(owner, 'square images, or their shape as an option', `${pixels} pixels an image`);
  }
  const height = checkInteger(owner, 'shape[0]', shape[0], { min: 1 });
  const width = checkInteger(owner, 'shape[1]', shape[1], { min: 1 });
  if (height * width === pixels) return [height, width];
  throw new ShapeError(owner, `images of ${height} × ${width} = ${height * width} pixels`, `${pixels}`);
}

/**
 * An image in grey. Black is `range[0]` and white `range[1]`, by default the image's own smallest and largest
 * value, as matplotlib's `imshow` does; an image of one value only is black.
 */
export function greyImage(
  { rows, columns, values }: RawImage,
  range: readonly [number, number] | undefined,
  invert: boolean,
): PixelImage {
  const [low, high] = range ?? [smallest(values), largest(values)];
  const span = high - low || 1;
  const pixels = Uint8Array.from(values, (value) => {
    const grey = Math.round(Math.min(Math.max((value - low) / span, 0), 1) * 255);
    return invert ? 255 - grey : grey;
  });
  return { rows, columns, channels: 1, pixels };
}

function smallest(values: Float64Array): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
