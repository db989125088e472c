import {
  DATASET_NAMES,
  fetchMnist,
  type FetchMnistOptions,
  type ImageDataset,
  isMnistLikeName,
  loadDigits,
  readMnistLike,
  readTable,
  type TableDataset,
} from '@tenfold/datasets';
import { checkOneOf } from '@tenfold/errors';

import type { RunDataset } from '../run-dataset.js';
import { toRunDataset } from '../to-run-dataset.js';

/** A data set by its name, or a table in a file. */
export type DatasetChoice = NamedDataset | TableChoice;

/** A data set by its name. */
export interface NamedDataset {
  /** One of `DATASET_NAMES`. */
  name: string;
  /** The folder to look in, and to download MNIST to. */
  dataHome?: string;
  /** MNIST only: 'original' (default) or 'mldata', each part sorted by label. */
  order?: string;
  /** MNIST only: where to download from, in place of the usual mirrors and of an installed @tenfold/mnist. */
  mirrors?: readonly string[];
  /** MNIST only: whether an installed @tenfold/mnist is taken. Default true, and false when there are `mirrors`. */
  usePackage?: boolean;
}

/** A table in a file. */
export interface TableChoice {
  /** A CSV file with a header. */
  file: string;
  /** The column that holds the labels. */
  target: string;
}

/** What may be told to `loadDataset`, and by it. */
export type LoadHooks = Pick<FetchMnistOptions, 'signal' | 'onProgress'>;

/**
 * Loads a data set.
 *
 * @param choice which one
 * @param hooks a signal, and a listener for the progress of a download
 * @throws ParameterError when there is none of that name
 * @throws OutsideError, InputError when it cannot be read or downloaded
 */
export async function loadDataset(choice: DatasetChoice, hooks: LoadHooks = {}): Promise<RunDataset> {
  return toRunDataset(await load(choice, hooks), hooks);
}

function load(choice: DatasetChoice, hooks: LoadHooks): Promise<ImageDataset | TableDataset> {
  if ('file' in choice) return readTable(choice.file, { target: choice.target });
  const name = checkOneOf('loadDataset', 'dataset', choice.name, DATASET_NAMES);
  if (name === 'digits') return Promise.resolve(loadDigits());
  if (!isMnistLikeName(name)) return fetchMnist(mnistOptions(choice, hooks));
  const { signal } = hooks;
  const { dataHome } = choice;
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
