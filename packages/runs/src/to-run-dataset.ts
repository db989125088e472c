import {
  type ArrayDataset,
  DATASET_CARDS,
  DATASET_NAMES,
  datasetChecksum,
  type ImageDataset,
  type Table,
} from '@tenfold/datasets';

import type { RunDataset, RunRows } from './run-dataset.js';

/** A table, and which of its columns holds the labels. */
export interface LoadedTable extends Table {
  /** The column's name, or its number from 0; undefined when there are no labels. */
  targetName?: string | number | undefined;
}

/** Rows as their reader gives them. */
export type LoadedRows = ImageDataset | ArrayDataset | LoadedTable;

/** What may be told to `toRunDataset`. */
export interface ToRunDatasetOptions {
  /** Cancels it: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * A data set in the form that a job takes: with the size of its images, their largest value and a checksum.
 *
 * @param dataset images, arrays, or a table; with labels
 */
export async function toRunDataset(
  dataset: LoadedRows & Pick<RunDataset, 'target'>,
  options: ToRunDatasetOptions = {},
): Promise<RunDataset> {
  return { ...(await toRunRows(dataset, options)), target: dataset.target };
}

/** The same for rows whose labels may be unknown. */
export async function toRunRows(dataset: LoadedRows, { signal }: ToRunDatasetOptions = {}): Promise<RunRows> {
  const { name, data, target } = dataset;
  const imageShape = 'imageShape' in dataset ? dataset.imageShape : null;
  const checksum = await datasetChecksum(
    { data, ...(target !== undefined && { target }) },
    signal === undefined ? {} : { signal },
  );
  return {
    name,
    data,
    target,
    ...columnsOf(dataset),
    imageShape,
    maximum: maximumOf(dataset),
    checksum,
    warnings: 'warnings' in dataset ? dataset.warnings : [],
  };
}

/** What is known of columns by their names; pixels of images have none worth keeping. */
function columnsOf(dataset: LoadedRows): Pick<RunRows, 'featureNames' | 'targetName' | 'ids'> {
  if ('header' in dataset) {
    const { header, featureNames, target, targetName, kept } = dataset;
    return {
      ...(header && { featureNames }),
      ...(target !== undefined && { targetName }),
      ids: kept.at(0),
    };
  }
  const { imageShape, featureNames } = dataset;
  return imageShape === null && featureNames.length > 0 ? { featureNames } : {};
}

/** What pixels go to; a part of a data set that has a name need not reach it. */
function maximumOf(dataset: LoadedRows): number {
  const card = DATASET_NAMES.find((name) => 'imageShape' in dataset && dataset.name === name);
  return card === undefined ? dataset.data.max() : DATASET_CARDS[card].range[1];
}
