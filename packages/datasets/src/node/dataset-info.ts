import { checkOneOf } from '@tenfold/errors';

import { DATASET_CARDS, DATASET_NAMES, type DatasetCard } from '../dataset-cards.js';
import { findDataHome } from './data-home.js';
import { isComplete } from './mnist/fetch-mnist.js';
import { importInstalled } from './mnist/installed.js';
import { downloadFolder, findLocalFiles } from './mnist/local-files.js';

/** Where a data set is: in this package, in another one that is installed, in a folder, or only on the web. */
export type DatasetPlace =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'installed'; readonly package: string }
  | { readonly kind: 'cached'; readonly folder: string }
  | { readonly kind: 'to download'; readonly folder: string };

/** What can be said of a data set without loading it. */
export interface DatasetInfo extends DatasetCard {
  /** Where it is; for `to download`, the folder it would go to. */
  readonly place: DatasetPlace;
}

/** What `datasetInfo` and `listDatasets` may be told. */
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
  const place: DatasetPlace = known === 'digits' ? { kind: 'embedded' } : await findMnist(options);
  return { ...DATASET_CARDS[known], place };
}

/**
 * All data sets that have a name.
 *
 * @throws FileError when the folder cannot be looked into
 */
export function listDatasets(options: DatasetInfoOptions = {}): Promise<DatasetInfo[]> {
  return Promise.all(DATASET_NAMES.map((name) => datasetInfo(name, options)));
}

/** Looks where `fetchMnist` would, in its order. */
async function findMnist({ dataHome, usePackage = true }: DatasetInfoOptions): Promise<DatasetPlace> {
  const { folder, named } = findDataHome(dataHome);
  const cached = { kind: 'cached', folder } as const;
  if (named && isComplete(await findLocalFiles(folder))) return cached;
  if (usePackage && (await importInstalled())) return { kind: 'installed', package: '@tenfold/mnist' };
  if (!named && isComplete(await findLocalFiles(folder))) return cached;
  return { kind: 'to download', folder: downloadFolder(folder) };
}
