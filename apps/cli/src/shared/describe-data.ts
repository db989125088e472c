import { formatCount, formatQuantity } from '@tenfold/core';
import type { RunDataset } from '@tenfold/runs';
import type { Label } from 'tenfold';

/** A data set in a few words: "1,797 images of 8 × 8 pixels, 10 classes". */
export function describeData({ data, imageShape, target }: RunDataset): string {
  const classes = formatQuantity(new Set<Label>(target).size, 'class', 'classes');
  const rows =
    imageShape === null
      ? `${formatQuantity(data.rows, 'row')} of ${formatQuantity(data.columns, 'column')}`
      : `${formatQuantity(data.rows, 'image')} of ${imageShape[0]} × ${imageShape[1]} pixels`;
  return `${rows}, ${classes}`;
}

/** A matrix's shape as NumPy prints it: "(1797, 64)". */
export function shape(...sizes: number[]): string {
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}

/** A split in a few words: "1,347 rows to train on, 450 to test on". */
export function describeSplit(nTrain: number, nTest: number): string {
  return nTest === 0
    ? `${formatQuantity(nTrain, 'row')} to train on, none to test on`
    : `${formatQuantity(nTrain, 'row')} to train on, ${formatCount(nTest)} to test on`;
}
