import {
  checkInteger,
  checkNames,
  checkNumber,
  formatQuantity,
  formatShare,
  ParameterError,
} from '@tenfold/core';
import { type Label, type MatrixLike, matrixShape } from '@tenfold/linalg';

import { checkFilled } from '../check-filled.js';
import { nameText, optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { rangeOfAll } from './grey-range.js';
import { imageGridScene } from './image-grid.js';
import { checkImages, IMAGE_OPTIONS, type ImageOptions, MOST_IMAGES } from './image-options.js';
import { greyImage } from './pixel-image.js';

/** One wrong prediction. */
export interface MisclassifiedItem {
  /** The row of its image, from 0. */
  readonly index: number;
  /** The true label. */
  readonly actual: Label;
  /** What the model said. */
  readonly predicted: Label;
  /** The probability that the model gave to what it said, 0 to 1. Shown when it is there. */
  readonly confidence?: number | undefined;
}

/** The options of `misclassifiedGallery`. */
export interface MisclassifiedGalleryOptions extends ImageOptions {
  /** What the whole picture is called. Default "Misclassified images". */
  title?: string;
}

/**
 * A scene of wrongly classified images, each titled "Predicted: 4, Actual: 9" as the tutorial does, with the
 * model's confidence after it where an item carries one.
 *
 * @param items the mistakes to show, in order
 * @param images the matrix that `index` counts the rows of
 * @throws ParameterError when there are no items or more than 10,000, an index is no row of `images` or an option
 *   is unknown or outside its range
 * @throws ShapeError when images are not square and no shape is given
 * @throws NonFinitePixelError when a pixel of an item's image is no finite number
 */
export function misclassifiedGallery(
  items: readonly MisclassifiedItem[],
  images: MatrixLike,
  options: MisclassifiedGalleryOptions = {},
): Scene {
  const owner = 'misclassifiedGallery';
  checkNames(owner, options, IMAGE_OPTIONS);
  checkFilled(owner, 'items', items, 'misclassified item');
  if (items.length > MOST_IMAGES) {
    throw new ParameterError(
      owner,
      'the number of items',
      `at most ${MOST_IMAGES} in a picture`,
      items.length,
    );
  }
  const { rows: count } = matrixShape(images, owner, 'images');
  const indices = items.map((item, at) => checkItem(owner, item, at, count));
  const { raw, columns, scale, range, invert } = checkImages(owner, images, options, indices);
  const greys = range ?? rangeOfAll(raw);
  const title = optionalText(owner, 'title', options.title, 'Misclassified images');
  return imageGridScene({
    title,
    desc: `${formatQuantity(items.length, 'image')} that the model took for another class.`,
    table: {
      caption: title,
      columns: ['Row', 'Predicted', 'Actual', 'Confidence'],
      rows: items.map(({ index, predicted, actual, confidence }) => [
        String(index),
        nameText(predicted),
        nameText(actual),
        confidence === undefined ? '' : formatShare(confidence),
      ]),
    },
    images: raw.map((image) => greyImage(image, greys, invert)),
    titles: items.map(itemTitle),
    columns,
    scale,
    isOutlined: invert,
  });
}

function itemTitle({ predicted, actual, confidence }: MisclassifiedItem): string {
  const confidenceText = confidence === undefined ? '' : ` (${formatShare(confidence)})`;
  return `Predicted: ${nameText(predicted)}${confidenceText}, Actual: ${nameText(actual)}`;
}

/** The row of an item's image, which is one of `count`. */
function checkItem(owner: string, item: unknown, at: number, count: number): number {
  if (typeof item !== 'object' || item === null) {
    throw new ParameterError(owner, `items[${at}]`, 'an object with index, actual and predicted', item);
  }
  const { index, confidence } = item as MisclassifiedItem;
  checkInteger(owner, `items[${at}].index`, index, { min: 0, max: count - 1 });
  if (confidence !== undefined) {
    checkNumber(owner, `items[${at}].confidence`, confidence, { min: 0, max: 1 });
  }
  return index;
}
