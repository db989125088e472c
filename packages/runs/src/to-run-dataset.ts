import {
  DATASET_CARDS,
  DATASET_NAMES,
  datasetChecksum,
  type ImageDataset,
  type TableDataset,
} from '@tenfold/datasets';

import type { RunDataset } from './run-dataset.js';

/** What may be told to `toRunDataset`. */
export interface ToRunDatasetOptions {
  /** Cancels it: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * A data set in the form that a job takes: with the size of its images, their largest value and a checksum.
 *
 * @param dataset images, or a table
 */
export async function toRunDataset(
  dataset: ImageDataset | TableDataset,
  { signal }: ToRunDatasetOptions = {},
): Promise<RunDataset> {
  const { name, data, target } = dataset;
  const imageShape = 'imageShape' in dataset ? dataset.imageShape : null;
  const checksum = await datasetChecksum(dataset, signal === undefined ? {} : { signal });
  return { name, data, target, imageShape, maximum: maximumOf(dataset), checksum };
}

/** What pixels go to; a part of a data set that has a name need not reach it. */
function maximumOf(dataset: ImageDataset | TableDataset): number {
  const card = DATASET_NAMES.find((name) => 'imageShape' in dataset && dataset.name === name);
  return card === undefined ? dataset.data.max() : DATASET_CARDS[card].range[1];
}
