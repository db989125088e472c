import { checkNames, checkNumber, formatShort } from '@tenfold/core';
import { type Labels, largest, type MatrixLike, smallest } from '@tenfold/linalg';

import { redBlueBytes } from '../colors/color-map.js';
import { labelTexts, optionalText } from '../label-texts.js';
import type { PixelImage, Scene } from '../scene.js';
import { imageGridScene } from './image-grid.js';
import { checkImages, type ImageOptions } from './image-options.js';
import type { RawImage } from './raw-image.js';

/** The options of `weightImages`. */
export interface WeightImagesOptions extends Pick<ImageOptions, 'shape' | 'columns' | 'scale'> {
  /** The class of each row of the coefficients. Default 0, 1, 2, … */
  labels?: Labels;
  /** The weight that gets the full colour, above 0. Default: the largest weight in size, of all classes. */
  limit?: number;
  /** What the whole picture is called. Default "Weights". */
  title?: string;
}

/**
 * A scene of a linear model's weights, a picture a class: blue pixels raise the score of the class, red ones lower it,
 * white ones do not matter.
 *
 * @param coef one class a row, one pixel a column: `model.coef`
 * @throws ShapeError when images are not square and no shape is given, or labels are not as many as rows
 * @throws ParameterError when there is no row, or an option is unknown or outside its range
 * @throws NonFinitePixelError when a weight is no finite number
 */
export function weightImages(coef: MatrixLike, options: WeightImagesOptions = {}): Scene {
  const owner = 'weightImages';
  checkNames(owner, options, ['shape', 'columns', 'scale', 'labels', 'limit', 'title']);
  const { raw, columns, scale } = checkImages(owner, coef, options);
  const labels =
    options.labels === undefined
      ? raw.map((_, index) => String(index))
      : labelTexts(owner, options.labels, raw.length, 'rows of coefficients');
  const limit = checkNumber(owner, 'limit', options.limit ?? largestSize(raw), { above: 0 });
  const title = optionalText(owner, 'title', options.title, 'Weights');
  return imageGridScene({
    title,
    desc: `The weight of each pixel for ${raw.length} classes: blue speaks for the class, red against it.`,
    table: {
      caption: title,
      columns: ['Class', 'Smallest weight', 'Largest weight'],
      rows: raw.map(({ values }, index) => [
        labels[index],
        formatShort(smallest(values)),
        formatShort(largest(values)),
      ]),
    },
    images: raw.map((image) => coloredImage(image, limit)),
    titles: labels.map((label) => `Class ${label}`),
    columns,
    scale,
    isOutlined: true,
  });
}

function largestSize(raw: readonly RawImage[]): number {
  let largest = 0;
  for (const { values } of raw) for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest || 1;
}

function coloredImage({ rows, columns, values }: RawImage, limit: number): PixelImage {
  const pixels = new Uint8Array(values.length * 3);
  values.forEach((value, index) => pixels.set(redBlueBytes((value / limit + 1) / 2), index * 3));
  return { rows, columns, channels: 3, pixels };
}
