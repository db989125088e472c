import {
  DATASET_NAMES,
  fetchMnist,
  type FetchMnistOptions,
  isMnistLikeName,
  loadDigits,
  readImageFolder,
  readMnistLike,
} from '@tenfold/datasets';
import { checkOneOf, formatQuantity } from '@tenfold/core';

import type { DatasetChoice, ImageFolder, NamedDataset, Reading } from '../dataset-choice.js';
import { UnlabelledError } from '../errors.js';
import type { RunDataset, RunRows } from '../run-dataset.js';
import { type LoadedRows, toRunRows } from '../to-run-dataset.js';
import { readDataFile } from './read-data-file.js';

/** What may be told to `loadDataset`, and by it. */
export type LoadHooks = Pick<FetchMnistOptions, 'signal' | 'onProgress'>;

/**
 * Loads a data set.
 *
 * @param choice which one
 * @param hooks a signal, and a listener for the progress of a download
 * @param reading how columns, labels and images are read, to fit a model or other data
 * @throws ParameterError when there is none of that name, or an option does not go with the kind of file
 * @throws UnlabelledError when its rows have no labels
 * @throws OutsideError, InputError when it cannot be read or downloaded
 */
export async function loadDataset(
  choice: DatasetChoice,
  hooks: LoadHooks = {},
  reading: Reading = {},
): Promise<RunDataset> {
  const rows = await loadRows(choice, hooks, reading);
  if (rows.target === undefined) throw new UnlabelledError(rows.name, rows.featureNames);
  return { ...rows, target: rows.target };
}

/**
 * Loads the rows of a data set, and their labels when they have some.
 *
 * @param choice which one
 * @param hooks a signal, and a listener for the progress of a download
 * @param reading how columns, labels and images are read, to fit a model or other data
 * @throws as `loadDataset`, but for the labels
 */
export async function loadRows(
  choice: DatasetChoice,
  hooks: LoadHooks = {},
  reading: Reading = {},
): Promise<RunRows> {
  return toRunRows(await load(choice, hooks, reading), hooks);
}

function load(choice: DatasetChoice, hooks: LoadHooks, reading: Reading): Promise<LoadedRows> {
  const { signal } = hooks;
  if ('images' in choice) return loadFolder(choice, reading, signal);
  return 'file' in choice ? readDataFile(choice, reading, signal) : loadNamed(choice, hooks);
}

async function loadFolder(
  { images, shape }: ImageFolder,
  { imageShape }: Reading,
  signal: AbortSignal | undefined,
): Promise<LoadedRows> {
  const size = shape ?? imageShape;
  const loaded = await readImageFolder(images, { ...(size && { shape: size }), ...(signal && { signal }) });
  if (shape !== undefined || imageShape === undefined || loaded.resized === 0) return loaded;
  const resized = `${formatQuantity(loaded.resized, 'image')} of ${images}`;
  const warning = `${resized} had another size than the model's and got it: ${imageShape.join(' × ')} pixels`;
  return { ...loaded, warnings: [...loaded.warnings, warning] };
}

async function loadNamed(choice: NamedDataset, hooks: LoadHooks): Promise<LoadedRows> {
  const name = checkOneOf('loadDataset', 'dataset', choice.name, DATASET_NAMES);
  if (name === 'digits') return loadDigits();
  if (!isMnistLikeName(name)) return fetchMnist(mnistOptions(choice, hooks));
  const { dataHome } = choice;
  const { signal } = hooks;
  return readMnistLike(name, { ...(dataHome !== undefined && { dataHome }), ...(signal && { signal }) });
}

function mnistOptions(choice: NamedDataset, hooks: LoadHooks): FetchMnistOptions {
  const { dataHome, order, mirrors, usePackage = mirrors === undefined } = choice;
  return {
    ...hooks,
    usePackage,
    ...(dataHome !== undefined && { dataHome }),
    ...(order !== undefined && { order: checkOneOf('loadDataset', 'order', order, ['original', 'mldata']) }),
    ...(mirrors !== undefined && { mirrors }),
  };
}
