import type { RunDataset } from '@tenfold/runs';

import { UsageError } from '../usage-error.js';

/**
 * The height and width of a data set's images. A table's rows are taken as square images where they can be.
 *
 * @throws UsageError when they cannot
 */
export function imageShapeOf({ name, imageShape, data }: RunDataset): readonly [number, number] {
  if (imageShape !== null) return imageShape;
  const side = Math.sqrt(data.columns);
  if (Number.isInteger(side)) return [side, side];
  throw new UsageError(
    `${name} has ${data.columns} columns, which make no square image`,
    'choose a data set of images: digits or mnist',
  );
}
