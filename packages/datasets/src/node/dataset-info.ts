import { dirname } from 'node:path';

import { checkOneOf } from '@tenfold/core';

import { DATASET_CARDS, DATASET_NAMES, type DatasetCard, type DatasetName } from '../dataset-cards.js';
import { isMnistLikeName, MNIST_LIKE, type MnistLike } from '../mnist-like/sets.js';
import { cacheFolder, namedDataHome, NoDataHomeError } from './data-home.js';
import { isComplete } from './mnist/fetch-mnist.js';
import { importInstalled } from './mnist/installed.js';
import { downloadFolder, findLocalFiles } from './mnist/local-files.js';
import { findFiles, folderFor, PARTS } from './mnist-like/find-files.js';

/**
 * Where a data set is: in this package, in another one that is installed, in a folder, on the web, from where it will
 * be downloaded into a folder, or nowhere until somebody puts its files into a folder.
 */
export type DatasetPlace =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'installed'; readonly package: string }
  | { readonly kind: 'cached'; readonly folder: string }
  | { readonly kind: 'to download'; readonly folder: string | undefined }
  | { readonly kind: 'missing'; readonly folder: string | undefined; readonly url: string };

/** The facts about a data set that are known without loading it. */
export interface DatasetInfo extends DatasetCard {
  /** Where it is; for what is not here, the folder it would go to, undefined when none is named and this user has no home. */
  readonly place: DatasetPlace;
}

/** The options of `datasetInfo` and `listDatasets`. */
export interface DatasetInfoOptions {
  /** The folder to look in, as in `fetchMnist`. */
  dataHome?: string;
  /** Whether the package @tenfold/mnist is looked for, as in `fetchMnist`. Default true. */
  usePackage?: boolean;
}

/**
 * What is known of a data set and where it is. Nothing is loaded or downloaded.
 *
 * @throws ParameterError when no data set has that name; FileError when the folder cannot be looked into
 */
export async function datasetInfo(name: string, options: DatasetInfoOptions = {}): Promise<DatasetInfo> {
  const known = checkOneOf('datasetInfo', 'name', name, DATASET_NAMES);
  return { ...DATASET_CARDS[known], place: await findPlace(known, options) };
}

/**
 * All data sets that have a name.
 *
 * @throws FileError when the folder cannot be looked into
 */
export function listDatasets(options: DatasetInfoOptions = {}): Promise<DatasetInfo[]> {
  return Promise.all(DATASET_NAMES.map((name) => datasetInfo(name, options)));
}

async function findPlace(name: DatasetName, options: DatasetInfoOptions): Promise<DatasetPlace> {
  if (name === 'digits') return { kind: 'embedded' };
  return isMnistLikeName(name) ? findMnistLike(MNIST_LIKE[name], options) : findMnist(options);
}

async function findMnistLike(set: MnistLike, { dataHome }: DatasetInfoOptions): Promise<DatasetPlace> {
  const folder = namedDataHome(dataHome) ?? cacheFolderIfAny();
  if (folder === undefined) return { kind: 'missing', folder, url: set.url };
  const files = await findFiles(folder, set);
  const first = files.get('trainImages');
  if (files.size === PARTS.length && first !== undefined) return { kind: 'cached', folder: dirname(first) };
  return { kind: 'missing', folder: folderFor(folder, set), url: set.url };
}

/** Looks where `fetchMnist` would, in its order. */
async function findMnist({ dataHome, usePackage = true }: DatasetInfoOptions): Promise<DatasetPlace> {
  const named = namedDataHome(dataHome);
  if (named !== undefined && isComplete(await findLocalFiles(named)))
    return { kind: 'cached', folder: named };
  if (usePackage && (await importInstalled())) return { kind: 'installed', package: '@tenfold/mnist' };
  const folder = named ?? cacheFolderIfAny();
  if (folder === undefined) return { kind: 'to download', folder };
  if (named === undefined && isComplete(await findLocalFiles(folder))) return { kind: 'cached', folder };
  return { kind: 'to download', folder: downloadFolder(folder) };
}

function cacheFolderIfAny(): string | undefined {
  try {
    return cacheFolder();
  } catch (error) {
    if (error instanceof NoDataHomeError) return undefined;
    throw error;
  }
}
