import { checkInteger, checkNumber } from '@tenfold/errors';
import type { Label, MatrixLike } from '@tenfold/linalg';

import { checkFilled } from '../check-filled.js';
import { optionalText } from '../label-texts.js';
import { isMatrix } from '../matrix-rows.js';
import type { Scene } from '../scene.js';
import { cleanText } from '../text/clean-text.js';
import { formatPercent } from '../text/format-number.js';
import { checkImages, type ImageOptions } from './digit-grid.js';
import { imageGridScene } from './image-grid.js';
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
 * @throws ParameterError when there are no items, an index is no row of `images`, or an option is outside its range
 * @throws ShapeError when images are not square and no shape is given
 * @throws NonFiniteError when a pixel is NaN or infinite
 */
export function misclassifiedGallery(
  items: readonly MisclassifiedItem[],
  images: MatrixLike,
  options: MisclassifiedGalleryOptions = {},
): Scene {
  const owner = 'misclassifiedGallery';
  const rows = checkFilled(owner, 'items', items, 'misclassified item').map((item, at) =>
    pickRow(owner, images, item, at),
  );
  const { raw, columns, scale, range, invert } = checkImages(owner, rows, options);
  const title = optionalText(owner, 'title', options.title, 'Misclassified images');
  return imageGridScene({
    title,
    desc: `${items.length} ${items.length === 1 ? 'image' : 'images'} that the model took for another class.`,
    table: {
      caption: title,
      columns: ['Row', 'Predicted', 'Actual', 'Confidence'],
      rows: items.map(({ index, predicted, actual, confidence }) => [
        String(index),
        cleanText(String(predicted)),
        cleanText(String(actual)),
        confidence === undefined ? '' : formatPercent(confidence),
      ]),
    },
    images: raw.map((image) => greyImage(image, range, invert)),
    titles: items.map(itemTitle),
    columns,
    scale,
    isOutlined: invert,
  });
}

function itemTitle({ predicted, actual, confidence }: MisclassifiedItem): string {
  const sure = confidence === undefined ? '' : ` (${formatPercent(confidence)})`;
  return cleanText(`Predicted: ${predicted}${sure}, Actual: ${actual}`);
}

function pickRow(owner: string, images: MatrixLike, item: MisclassifiedItem, at: number): number[] {
  const count = isMatrix(images) ? images.rows : images.length;
  const index = checkInteger(owner, `items[${at}].index`, item.index, { min: 0, max: count - 1 });
  if (item.confidence !== undefined) {
    checkNumber(owner, `items[${at}].confidence`, item.confidence, { min: 0, max: 1 });
  }
  return isMatrix(images)
    ? Array.from({ length: images.columns }, (_, column) => images.get(index, column))
    : Array.from(images[index]);
}
