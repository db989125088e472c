import { checkBoolean, checkInteger, checkNumber, ParameterError } from '@tenfold/core';
import { isList, largest, Matrix } from '@tenfold/linalg';

import { checkRange, type GreyRange } from './grey-range.js';
import { type DigitImages, type ImageShape, readImages } from './pixel-image.js';
import type { RawImage } from './raw-image.js';

/** How images are drawn, in every builder that draws some. */
export interface ImageOptions {
  /** Rows and columns of an image. Default: square. */
  shape?: ImageShape;
  /**
   * Values that become black and white, the first below the second; values beyond them are clipped. Default: the
   * smallest and the largest value of all images, so that a grey is the same value in each.
   */
  range?: readonly [low: number, high: number];
  /** Draw large values dark on light. Default false: light on dark. */
  invert?: boolean;
  /** Images in a row of the picture, 1 or more. Default: up to 5, or what makes many images about square. */
  columns?: number;
  /**
   * Pixels of the screen for a pixel of an image, 1 to 100. Default: what makes the longer side of an image about
   * 180 (of more than 10 images 96, of more than 40 images 64, of more than 400 images 32).
   */
  scale?: number;
}

/** The names of the options that every builder of image grids takes. */
export const IMAGE_OPTIONS = ['shape', 'range', 'invert', 'columns', 'scale', 'title'] as const;

/** The image options, checked. */
export interface CheckedImages {
  readonly raw: RawImage[];
  readonly columns: number;
  readonly scale: number;
  readonly range: GreyRange | undefined;
  readonly invert: boolean;
}

/** The most images that a picture holds. */
export const MOST_IMAGES = 10_000;

/** The most pixels of all images of a picture: 10,000 images of 40 × 40. */
const MOST_PIXELS = 2 ** 24;

/** In a picture wider than this, large images stand below each other and not side by side. */
const WIDEST = 1600;

/**
 * Checks what every builder of image grids takes, and reads the images.
 *
 * @param owner the function that was called
 * @param images the images
 * @param options its options
 * @param indices which of the images, when they are rows of a matrix. Default: all
 */
export function checkImages(
  owner: string,
  images: DigitImages,
  options: ImageOptions,
  indices?: readonly number[],
): CheckedImages {
  checkAmount(owner, images, indices?.length);
  const raw = readImages(owner, images, options.shape, indices);
  if (raw.length === 0) throw new ParameterError(owner, 'images', 'at least one image', images);
  const longest = largest(raw.map((image) => Math.max(image.rows, image.columns)));
  const widest = largest(raw.map((image) => image.columns));
  const scale = checkNumber(owner, 'scale', options.scale ?? defaultScale(longest, raw.length), {
    min: 1,
    max: 100,
  });
  return {
    raw,
    range: checkRange(owner, options.range),
    columns: checkInteger(owner, 'columns', options.columns ?? defaultColumns(raw.length, widest * scale), {
      min: 1,
    }),
    scale,
    invert: checkBoolean(owner, 'invert', options.invert ?? false),
  };
}

/** Before anything is read or copied. What is no matrix counts 0, as it is refused when it is read. */
function checkAmount(owner: string, images: DigitImages, drawn: number | undefined): void {
  const count = drawn ?? (Matrix.isMatrix(images) ? images.rows : isList(images) ? images.length : 0);
  if (count > MOST_IMAGES) {
    throw new ParameterError(owner, 'the number of images', `at most ${MOST_IMAGES} in a picture`, count);
  }
  const pixels = count === 0 ? 0 : pixelsOf(images, count);
  if (pixels > MOST_PIXELS) {
    const expected = `at most ${MOST_PIXELS} pixels in a picture`;
    throw new ParameterError(owner, 'all images together', expected, pixels);
  }
}

/** The pixels of so many images. All rows have the length of the first; values that are no rows count 0. */
function pixelsOf(images: DigitImages, count: number): number {
  if (Matrix.isMatrix(images)) return count * images.columns;
  if (isList(images[0])) return count * images[0].length;
  let pixels = 0;
  for (const image of Array.from<unknown>(images)) {
    if (Matrix.isMatrix(image)) pixels += image.rows * image.columns;
  }
  return pixels;
}

function defaultColumns(count: number, width: number): number {
  const wanted = count <= 10 ? 5 : count <= 400 ? Math.min(20, squareColumns(count)) : squareColumns(count);
  return width <= 200 ? wanted : Math.max(1, Math.min(wanted, Math.floor(WIDEST / width)));
}

function squareColumns(count: number): number {
  return Math.ceil(Math.sqrt(count * 1.5));
}

function defaultScale(longest: number, count: number): number {
  const target = count <= 10 ? 176 : count <= 40 ? 96 : count <= 400 ? 64 : 32;
  return Math.min(100, Math.max(1, Math.round(target / longest)));
}
