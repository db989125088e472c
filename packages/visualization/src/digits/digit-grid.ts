import { checkNames, formatQuantity, ShapeError } from '@tenfold/core';
import type { Labels } from '@tenfold/linalg';

import { labelTexts, optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { rangeOfAll } from './grey-range.js';
import { imageGridScene } from './image-grid.js';
import { checkImages, IMAGE_OPTIONS, type ImageOptions } from './image-options.js';
import { type DigitImages, greyImage } from './pixel-image.js';

/** The options of `digitGrid`. */
export interface DigitGridOptions extends ImageOptions {
  /** The label of each image: makes its title "Training: 4", or "4" where there are more than 100 images. */
  labels?: Labels;
  /** The title of each image, in place of one made from its label. */
  titles?: readonly string[];
  /** What the whole picture is called. Default "Digits". */
  title?: string;
}

/** Of more images than this, each is titled with its label alone. */
const MOST_TITLED = 100;

/**
 * A scene of images in a grid, in grey, each under its title, as the tutorial shows the first digits.
 *
 * @param images one image a row (`digits.data`), or an array of matrices (`digits.images`); up to 10,000, of 2²⁴
 *   pixels together
 * @throws ShapeError when images are not square and no shape is given, or titles or labels are not as many as images
 * @throws ParameterError when there is no image or too many, or an option is unknown or outside its range
 * @throws NonFinitePixelError when a pixel is no finite number
 */
export function digitGrid(images: DigitImages, options: DigitGridOptions = {}): Scene {
  const owner = 'digitGrid';
  checkNames(owner, options, [...IMAGE_OPTIONS, 'labels', 'titles']);
  const { raw, columns, scale, range, invert } = checkImages(owner, images, options);
  const labels =
    options.labels === undefined ? undefined : labelTexts(owner, options.labels, raw.length, 'images');
  const titles = checkTitles(owner, options.titles, raw.length) ?? labels?.map(titleOf(raw.length));
  const title = optionalText(owner, 'title', options.title, 'Digits');
  const greys = range ?? rangeOfAll(raw);
  return imageGridScene({
    title,
    desc: `${formatQuantity(raw.length, 'image')} of ${raw[0].rows} × ${raw[0].columns} pixels in grey.`,
    table: {
      caption: title,
      columns: ['Image', 'Title'],
      rows: raw.map((_, index) => [String(index), titles?.[index] ?? '']),
    },
    images: raw.map((image) => greyImage(image, greys, invert)),
    titles: titles ?? [],
    columns,
    scale,
    isOutlined: invert,
  });
}

function titleOf(count: number): (label: string) => string {
  return (label) => (count > MOST_TITLED ? label : `Training: ${label}`);
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
  return Array.from(titles, (title, index) => optionalText(owner, `titles[${index}]`, title, ''));
}
