import { ParameterError, ShapeError, checkBoolean, checkInteger, checkNumber } from '@tenfold/errors';
import type { Labels } from '@tenfold/linalg';

import { labelTexts, optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { cleanText } from '../text/clean-text.js';
import { imageGridScene } from './image-grid.js';
import { type DigitImages, greyImage, type RawImage, readImages } from './pixel-image.js';

/** How images are drawn, in every builder that draws some. */
export interface ImageOptions {
  /** Rows and columns of an image. Default: square. */
  shape?: readonly [rows: number, columns: number];
  /** Values that become black and white. Default: the smallest and the largest value of each image. */
  range?: readonly [low: number, high: number];
  /** Draw large values dark on light. Default false: light on dark. */
  invert?: boolean;
  /** Images in a row of the picture, 1 or more. Default: 5, or what makes up to 100 images about square. */
  columns?: number;
  /** Pixels of the screen for a pixel of an image, 1 to 100. Default: what makes an image about 180 wide (fewer when there are many). */
  scale?: number;
}

/** The options of `digitGrid`. */
export interface DigitGridOptions extends ImageOptions {
  /** The label of each image: makes its title "Training: 4". */
  labels?: Labels;
  /** The title of each image, in place of one made from its label. */
  titles?: readonly string[];
  /** What the whole picture is called. Default "Digits". */
  title?: string;
}

/** The image options, checked. */
export interface CheckedImages {
  readonly raw: RawImage[];
  readonly columns: number;
  readonly scale: number;
  readonly range: readonly [number, number] | undefined;
  readonly invert: boolean;
}

/**
 * A scene of images in a grid, in grey, each under its title, as the tutorial shows the first digits.
 *
 * @param images one image a row (`digits.data`), or an array of matrices (`digits.images`)
 * @throws ShapeError when images are not square and no shape is given, or titles or labels are not as many as images
 * @throws ParameterError when there is no image, or an option is outside its range
 * @throws NonFiniteError when a pixel is NaN or infinite
 */
export function digitGrid(images: DigitImages, options: DigitGridOptions = {}): Scene {
  const owner = 'digitGrid';
  const { raw, columns, scale, range, invert } = checkImages(owner, images, options);
  const labels =
    options.labels === undefined ? undefined : labelTexts(owner, options.labels, raw.length, 'images');
  const titles =
    checkTitles(owner, options.titles, raw.length) ?? labels?.map((label) => `Training: ${label}`);
  const title = optionalText(owner, 'title', options.title, 'Digits');
  return imageGridScene({
    title,
    desc: `${raw.length} ${raw.length === 1 ? 'image' : 'images'} of ${raw[0].rows} × ${raw[0].columns} pixels in grey.`,
    table: {
      caption: title,
      columns: ['Image', 'Title'],
      rows: raw.map((_, index) => [String(index), titles?.[index] ?? '']),
    },
    images: raw.map((image) => greyImage(image, range, invert)),
    titles: titles ?? [],
    columns,
    scale,
    isOutlined: invert,
  });
}

/** Checks what every builder of image grids takes, and reads the images. */
export function checkImages(owner: string, images: DigitImages, options: ImageOptions): CheckedImages {
  const raw = readImages(owner, images, options.shape);
  if (raw.length === 0) throw new ParameterError(owner, 'images', 'at least one image', images);
  const { range } = options;
  if (range !== undefined) {
    checkNumber(owner, 'range[0]', range[0]);
    checkNumber(owner, 'range[1]', range[1], { above: range[0] });
  }
  const widest = Math.max(...raw.map((image) => image.columns));
  return {
    raw,
    range,
    columns: checkInteger(owner, 'columns', options.columns ?? defaultColumns(raw.length), { min: 1 }),
    scale: checkNumber(owner, 'scale', options.scale ?? defaultScale(widest, raw.length), {
      min: 1,
      max: 100,
    }),
    invert: checkBoolean(owner, 'invert', options.invert ?? false),
  };
}

function checkTitles(
  owner: string,
  titles: readonly string[] | undefined,
  count: number,
): string[] | undefined {
  if (titles === undefined) return undefined;
  if (titles.length !== count) {
    throw new ShapeError(owner, `as many titles as images (${count})`, String(titles.length));
  }
  return titles.map((title) => cleanText(title));
}

function defaultColumns(count: number): number {
  return count <= 10 ? 5 : Math.min(20, Math.ceil(Math.sqrt(count * 1.5)));
}

function defaultScale(columns: number, count: number): number {
  const target = count <= 10 ? 176 : count <= 40 ? 96 : 64;
  return Math.max(1, Math.round(target / columns));
}
