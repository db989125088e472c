import { checkOneOf } from '@tenfold/errors';

import { DIGITS_DESCRIPTION } from '../digits/description.js';
import { MNIST_DESCRIPTION } from '../mnist/description.js';
import { MNIST_PIXELS, MNIST_ROWS, MNIST_SHAPE } from '../mnist/files.js';
import { findDataHome } from './data-home.js';
import { isComplete } from './mnist/fetch-mnist.js';
import { importInstalled } from './mnist/installed.js';
import { downloadFolder, findLocalFiles } from './mnist/local-files.js';

/** The data sets that have a name. */
export const DATASET_NAMES = ['digits', 'mnist'] as const;

/** The name of a data set. */
export type DatasetName = (typeof DATASET_NAMES)[number];

/** Where a data set is: in this package, in another one that is installed, in a folder, or only on the web. */
export type DatasetPlace =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'installed'; readonly package: string }
  | { readonly kind: 'cached'; readonly folder: string }
  | { readonly kind: 'to download'; readonly folder: string };

/** What can be said of a data set without loading it. */
export interface DatasetInfo {
  readonly name: DatasetName;
  /** One line. */
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly classes: number;
  readonly imageShape: readonly [height: number, width: number];
  /** The smallest and the largest value that occur. */
  readonly range: readonly [min: number, max: number];
  /** Who made it, when, and where it was published. */
  readonly source: string;
  readonly licence: string;
  /** Where it is; for `to download`, the folder it would go to. */
  readonly place: DatasetPlace;
  readonly DESCR: string;
}

/** What `datasetInfo` and `listDatasets` may be told. */
export interface DatasetInfoOptions {
  /** The folder to look in, as in `fetchMnist`. */
  dataHome?: string;
}

const CARDS: Readonly<Record<DatasetName, Omit<DatasetInfo, 'place'>>> = {
  digits: {
    name: 'digits',
    title: 'Optical recognition of handwritten digits',
    rows: 1797,
    columns: 64,
    classes: 10,
    imageShape: [8, 8],
    range: [0, 16],
    source: 'E. Alpaydin and C. Kaynak, 1998, UCI Machine Learning Repository, doi:10.24432/C50P49',
    licence: 'CC BY 4.0',
    DESCR: DIGITS_DESCRIPTION,
  },
  mnist: {
    name: 'mnist',
    title: 'The MNIST database of handwritten digits',
    rows: MNIST_ROWS,
    columns: MNIST_PIXELS,
    classes: 10,
    imageShape: MNIST_SHAPE,
    range: [0, 255],
    source: 'Y. LeCun and C. Cortes, 1998, doi:10.1109/5.726791',
    licence: 'CC BY-SA 3.0',
    DESCR: MNIST_DESCRIPTION,
  },
};

/**
 * What is known of a data set and where it is. Nothing is loaded or downloaded.
 *
 * @throws ParameterError when no data set has that name; FileError when the folder cannot be looked into
 */
export async function datasetInfo(name: string, options: DatasetInfoOptions = {}): Promise<DatasetInfo> {
  const known = checkOneOf('datasetInfo', 'name', name, DATASET_NAMES);
  const place: DatasetPlace = known === 'digits' ? { kind: 'embedded' } : await findMnist(options.dataHome);
  return { ...CARDS[known], place };
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
async function findMnist(dataHome: string | undefined): Promise<DatasetPlace> {
  const { folder, named } = findDataHome(dataHome);
  const cached = { kind: 'cached', folder } as const;
  if (named && isComplete(await findLocalFiles(folder))) return cached;
  if (await importInstalled()) return { kind: 'installed', package: '@tenfold/mnist' };
  if (!named && isComplete(await findLocalFiles(folder))) return cached;
  return { kind: 'to download', folder: downloadFolder(folder) };
}
