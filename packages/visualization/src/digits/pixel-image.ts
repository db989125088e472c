import { checkInteger, describe, NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import {
  type AbstractMatrix,
  type ByteMatrix,
  type CellReader,
  Matrix,
  type MatrixLike,
  matrixRows,
} from '@tenfold/linalg';

import type { PixelImage } from '../scene.js';
import { type GreyRange, greyOf } from './grey-range.js';
import type { RawImage } from './raw-image.js';

/**
 * Images to draw: one a row, its pixels from left to right and top to bottom (8 × 8 digits are rows of 64,
 * 28 × 28 ones rows of 784), or an array with one matrix an image. Booleans are 0 and 1.
 */
export type DigitImages =
  MatrixLike | readonly (AbstractMatrix | ByteMatrix)[] | readonly (readonly boolean[])[];

/** Height and width of an image, in pixels. */
export type ImageShape = readonly [rows: number, columns: number];

/** A pixel is NaN, infinite, missing or no number. Images, rows and columns count from 0. */
export class NonFinitePixelError extends NonFiniteError {
  /**
   * @param owner the function that was called
   * @param image the image
   * @param row its row of pixels
   * @param column the pixel in that row
   * @param value what is there
   */
  constructor(
    owner: string,
    readonly image: number,
    row: number,
    column: number,
    value: unknown,
  ) {
    super(owner, row, column, value);
    this.message = `${owner}: every pixel must be a finite number, got ${describe(value)} in image ${image}, row ${row}, column ${column} (counted from 0)`;
  }
}

/**
 * Reads images of either form.
 *
 * @param owner the function that was called
 * @param images the images
 * @param shape rows and columns of an image, when they are rows of pixels
 * @param indices which of the rows, when images are rows. Default: all
 * @throws ShapeError when rows have another count of pixels than the shape, no shape is given and the count is no
 *   square, or an image has no pixel
 * @throws NonFinitePixelError when a pixel is no finite number
 */
export function readImages(
  owner: string,
  images: DigitImages,
  shape: ImageShape | undefined,
  indices?: readonly number[],
): RawImage[] {
  if (isListOfMatrices(images)) {
    return images.map((image, place) => readMatrix(owner, image, place));
  }
  const readOther: CellReader = (value, image, pixel) => {
    if (typeof value === 'boolean') return Number(value);
    const [, width] = imageShape(owner, rowLength(images as MatrixLike), shape);
    throw new NonFinitePixelError(owner, image, Math.floor(pixel / width), pixel % width, value);
  };
  const rows = matrixRows(images as MatrixLike, { owner, name: 'images', readOther }, indices);
  if (rows.length === 0) return [];
  const [height, width] = imageShape(owner, rows[0].length, shape);
  return rows.map((values) => ({ rows: height, columns: width, values }));
}

/** An image in grey, or with light and dark exchanged. */
export function greyImage(
  { rows, columns, values }: RawImage,
  range: GreyRange,
  invert: boolean,
): PixelImage {
  const pixels = Uint8Array.from(values, (value) => {
    const grey = greyOf(value, range);
    return invert ? 255 - grey : grey;
  });
  return { rows, columns, channels: 1, pixels };
}

function isListOfMatrices(images: DigitImages): images is readonly (AbstractMatrix | ByteMatrix)[] {
  return Array.isArray(images) && images.length > 0 && images.every((image) => Matrix.isMatrix(image));
}

function readMatrix(owner: string, image: AbstractMatrix | ByteMatrix, number: number): RawImage {
  const { rows, columns } = image;
  if (rows * columns === 0) {
    throw new ShapeError(owner, 'images of one pixel or more', `${rows} × ${columns} in image ${number}`);
  }
  const readOther: CellReader = (value, row, column) => {
    if (typeof value === 'boolean') return Number(value);
    throw new NonFinitePixelError(owner, number, row, column, value);
  };
  const values = new Float64Array(rows * columns);
  for (const [row, pixels] of matrixRows(image, { owner, name: 'images', readOther }).entries())
    values.set(pixels, row * columns);
  return { rows, columns, values };
}

function rowLength(images: MatrixLike): number {
  return Matrix.isMatrix(images) ? images.columns : images[0].length;
}

function imageShape(owner: string, pixels: number, shape: ImageShape | undefined): ImageShape {
  if (shape === undefined) {
    const side = Math.sqrt(pixels);
    if (Number.isInteger(side) && side > 0) return [side, side];
    throw new ShapeError(owner, 'square images, or their shape as an option', `${pixels} pixels an image`);
  }
  const given: unknown = shape;
  if (!Array.isArray(given) || given.length !== 2) {
    throw new ParameterError(owner, 'shape', 'the height and the width of an image', given);
  }
  const height = checkInteger(owner, 'shape[0]', given[0], { min: 1 });
  const width = checkInteger(owner, 'shape[1]', given[1], { min: 1 });
  if (height * width === pixels) return [height, width];
  throw new ShapeError(owner, `images of ${height} × ${width} = ${height * width} pixels`, `${pixels}`);
}
