import type { RunDataset } from '@tenfold/runs';

import { UsageError } from '../usage-error.js';

/**
 * The height and width of a data set's images: as --shape says, as the data set says, or square.
 *
 * @param dataset the data set
 * @param given what --shape says
 * @throws UsageError when the rows make no images of that shape, or no square ones
 */
export function imageShapeOf(
  dataset: Pick<RunDataset, 'name' | 'imageShape'> & { data: { columns: number } },
  given?: readonly [height: number, width: number],
): readonly [height: number, width: number] {
  const { name, imageShape } = dataset;
  const { columns } = dataset.data;
  if (given !== undefined) return checkGiven(name, columns, given);
  if (imageShape !== null) return imageShape;
  const side = Math.sqrt(columns);
  if (Number.isInteger(side) && side > 0) return [side, side];
  throw new UsageError(
    `${name} has rows of ${columns} values, which make no square image`,
    `--shape says how high and wide an image is, such as --shape 1x${columns}`,
  );
}

function checkGiven(
  name: string,
  columns: number,
  [height, width]: readonly [number, number],
): readonly [number, number] {
  if (height * width === columns) return [height, width];
  throw new UsageError(
    `--shape must make images of ${columns} pixels, as ${name} has rows of ${columns} values, got ${height}x${width} (${height * width})`,
  );
}
