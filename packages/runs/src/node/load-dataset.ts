import {
  DATASET_NAMES,
  datasetChecksum,
  fetchMnist,
  type FetchMnistOptions,
  loadDigits,
  readTable,
} from '@tenfold/datasets';
import { checkOneOf } from '@tenfold/errors';

import type { RunDataset } from '../run-dataset.js';

/** A data set by its name, or a table in a file. */
export type DatasetChoice = NamedDataset | TableChoice;

/** A data set by its name. */
export interface NamedDataset {
  /** 'digits' or 'mnist'. */
  name: string;
  /** MNIST only: the folder to look in and to download to. */
  dataHome?: string;
  /** MNIST only: 'original' (default) or 'mldata', each part sorted by label. */
  order?: string;
  /** MNIST only: where to download from, in place of the usual mirrors and of an installed @tenfold/mnist. */
  mirrors?: readonly string[];
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
  const dataset = 'file' in choice ? await loadTable(choice) : await loadNamed(choice, hooks);
  const { signal } = hooks;
  const checksum = await datasetChecksum(dataset, signal === undefined ? {} : { signal });
  return { ...dataset, checksum };
}

type Unchecked = Omit<RunDataset, 'checksum'>;

async function loadNamed(choice: NamedDataset, hooks: LoadHooks): Promise<Unchecked> {
  const name = checkOneOf('loadDataset', 'dataset', choice.name, DATASET_NAMES);
  if (name === 'digits') {
    const { data, target, imageShape } = loadDigits();
    return { name, data, target, imageShape, maximum: 16 };
  }
  const { data, target, imageShape } = await fetchMnist(mnistOptions(choice, hooks));
  return { name, data, target, imageShape, maximum: 255 };
}

function mnistOptions({ dataHome, order, mirrors }: NamedDataset, hooks: LoadHooks): FetchMnistOptions {
  return {
    ...hooks,
    ...(dataHome !== undefined && { dataHome }),
    ...(order !== undefined && { order: checkOneOf('loadDataset', 'order', order, ['original', 'mldata']) }),
    ...(mirrors !== undefined && { mirrors, usePackage: false }),
  };
}

async function loadTable({ file, target }: TableChoice): Promise<Unchecked> {
  const table = await readTable(file, { target });
  return {
    name: table.name,
    data: table.data,
    target: table.target,
    imageShape: null,
    maximum: table.data.max(),
  };
}
