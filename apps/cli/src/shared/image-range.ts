import type { RunDataset } from '@tenfold/runs';
import { DATASET_NAMES } from 'tenfold';

/**
 * The values that are black and white in pictures of a data set: as --range says, or those that the pixels of a named
 * data set go from and to. Undefined for others: their pictures find their own.
 *
 * @param dataset the data set
 * @param given what --range says
 */
export function imageRangeOf(
  dataset: Pick<RunDataset, 'name' | 'imageShape' | 'maximum'>,
  given?: readonly [low: number, high: number],
): readonly [low: number, high: number] | undefined {
  if (given !== undefined) return given;
  const { name, imageShape, maximum } = dataset;
  const isNamed = imageShape !== null && DATASET_NAMES.some((known) => known === name);
  return isNamed ? [0, maximum] : undefined;
}
