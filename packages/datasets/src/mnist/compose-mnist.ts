import { ByteMatrix } from '@tenfold/linalg';

import { type ImageDataset, pixelNames, withImages } from '../dataset.js';
import { digitNames } from '../digit-names.js';
import { MNIST_DESCRIPTION } from './description.js';
import { MNIST_PIXELS, MNIST_ROWS, MNIST_SHAPE, TRAIN_ROWS } from './files.js';
import { permuteRows } from './permute-rows.js';
import { stableOrder } from './stable-order.js';

/**
 * The order of MNIST's rows: as in the original files, or each part sorted by its digits as in mldata.org's "MNIST
 * original".
 */
export type MnistOrder = (typeof MNIST_ORDERS)[number];

/** Every order there is. */
export const MNIST_ORDERS = ['original', 'mldata'] as const;

/** The pixels and labels of all images, in the original order. */
export interface MnistBytes {
  /** 70,000 × 784 bytes. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** An empty place for them. */
export function emptyMnist(): MnistBytes {
  return { images: new Uint8Array(MNIST_ROWS * MNIST_PIXELS), labels: new Uint8Array(MNIST_ROWS) };
}

/** Makes the data set from bytes that become its own; for another order than the original the rows change places. */
export function composeMnist(bytes: MnistBytes, order: MnistOrder): ImageDataset<ByteMatrix> {
  const { images, labels } = order === 'mldata' ? sortByLabel(bytes) : bytes;
  const data = new ByteMatrix(MNIST_ROWS, MNIST_PIXELS, images);
  const dataset = {
    name: 'mnist',
    data,
    target: labels,
    targetNames: digitNames(),
    featureNames: pixelNames(MNIST_SHAPE),
    imageShape: MNIST_SHAPE,
    DESCR: MNIST_DESCRIPTION,
  };
  return withImages(dataset, images);
}

function sortByLabel({ images, labels }: MnistBytes): MnistBytes {
  const rows = [...stableOrder(labels, 0, TRAIN_ROWS), ...stableOrder(labels, TRAIN_ROWS, MNIST_ROWS)];
  permuteRows(images, MNIST_PIXELS, rows);
  permuteRows(labels, 1, rows);
  return { images, labels };
}
