import { ByteMatrix } from '@tenfold/linalg';
import { checkNames, checkOneOf, ParameterError } from '@tenfold/core';

import { type ImageDataset, pixelNames, withImages } from '../../dataset.js';
import { MissingDatasetError } from '../../mnist-like/missing-dataset-error.js';
import { MNIST_LIKE, MNIST_LIKE_NAMES, type MnistLike } from '../../mnist-like/sets.js';
import { cacheFolder, namedDataHome } from '../data-home.js';
import { findFiles, folderFor, PARTS } from './find-files.js';
import { checkNotMnist, unknownCopies } from './known-copy.js';
import { readParts, transposeImages } from './read-parts.js';

/** The options of `readMnistLike`. */
export interface ReadMnistLikeOptions {
  /** The folder to look in, as in `fetchMnist`. */
  dataHome?: string;
  /** Stops the reading; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** A data set in MNIST's form. */
export interface MnistLikeDataset extends ImageDataset<ByteMatrix> {
  /** Warnings about the files, a sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Reads a data set in MNIST's form from the data home, where its files lie as torchvision lays them out: Fashion-MNIST
 * in `FashionMNIST/raw`, Kuzushiji-MNIST in `KMNIST/raw`, EMNIST in `EMNIST/raw`; or in a folder of the data set's own
 * name. The files may be gzipped. Images to train on come first. EMNIST's images, which lie column by column in its
 * files, are turned upright. Labels are numbers; `targetNames` has the name of each.
 *
 * Gzipped files are compared with the published checksums, where there are some; other copies get a warning.
 *
 * @param name one of `MNIST_LIKE_NAMES`
 * @throws ParameterError when there is no data set of that name
 * @throws MissingDatasetError when files are missing: it says which, where to get them and where to put them
 * @throws OtherDatasetError when a file is another data set's; IdxError, ArrayFileError when one is damaged; FileError
 * @throws NoDataHomeError when no folder is named and this user has no home folder
 */
export async function readMnistLike(
  name: string,
  options: ReadMnistLikeOptions = {},
): Promise<MnistLikeDataset> {
  const owner = 'readMnistLike';
  const set: MnistLike = MNIST_LIKE[checkOneOf(owner, 'name', name, MNIST_LIKE_NAMES)];
  checkNames(owner, options, ['dataHome', 'signal']);
  const { dataHome, signal } = options;
  if (dataHome !== undefined && (typeof dataHome !== 'string' || dataHome === ''))
    throw new ParameterError(owner, 'dataHome', 'the path of a folder', dataHome);
  signal?.throwIfAborted();
  const folder = namedDataHome(dataHome) ?? cacheFolder();
  const paths = await findFiles(folder, set);
  const missing = PARTS.filter((part) => !paths.has(part)).map((part) => set.files[part]);
  if (missing.length > 0) throw new MissingDatasetError(name, missing, folderFor(folder, set), set.url);
  const unknown = await unknownCopies(set, paths, signal);
  const read = await readParts(
    paths,
    (path, sha256) => {
      checkNotMnist(set, path, sha256);
    },
    signal,
  );
  const { images, labels, imageShape } = set.transposed ? await transposeImages(read, signal) : read;
  const dataset = {
    name,
    data: new ByteMatrix(labels.length, imageShape[0] * imageShape[1], images),
    target: labels,
    targetNames: classNames(labels, set),
    featureNames: pixelNames(imageShape),
    imageShape,
    DESCR: set.card.DESCR,
  };
  return withImages({ ...dataset, warnings: copyWarnings(name, unknown) }, images);
}

function copyWarnings(name: string, unknown: readonly string[]): string[] {
  if (unknown.length === 0) return [];
  return [`an unknown copy of ${name}: no published checksum confirms ${unknown.join(', ')}`];
}

/** The names of the classes that occur; a label beyond those that are known is its own name. */
function classNames(labels: Uint8Array, { classNames: names, firstLabel }: MnistLike): string[] {
  const present = [...new Set(labels)].sort((a, b) => a - b);
  return present.map(
    (label) => names.at(label < firstLabel ? names.length : label - firstLabel) ?? String(label),
  );
}
