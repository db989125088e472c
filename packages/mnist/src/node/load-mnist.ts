import { ByteMatrix } from '@tenfold/linalg';

import { readIdxFile } from './read-idx-file.js';

const TRAIN = 60_000;
const TEST = 10_000;
const ROWS = TRAIN + TEST;
const SIDE = 28;
const PIXELS = SIDE * SIDE;

/** The options of `loadMnist`. */
export interface LoadMnistOptions {
  /** Stops the reading; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * The images of 28 × 28 grey pixels (0 the paper, 255 the ink), row after row, and their digits. The training and
 * the test parts are views on the whole: nothing is held twice.
 */
export interface MnistImages {
  /** All images, 70,000 × 784: the 60,000 training images, then the 10,000 test images. */
  readonly images: ByteMatrix;
  /** The digits 0 to 9 of all images. */
  readonly labels: Uint8Array;
  /** The training images, 60,000 × 784. */
  readonly trainImages: ByteMatrix;
  /** The digits of the training images. */
  readonly trainLabels: Uint8Array;
  /** The test images, 10,000 × 784. */
  readonly testImages: ByteMatrix;
  /** The digits of the test images. */
  readonly testLabels: Uint8Array;
}

/**
 * Reads MNIST out of this package, without a network: the original images in their original order. Each call
 * reads anew into one buffer of 54.88 MB and one of 70 kB, which are the caller's own.
 *
 * Source: LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition,
 * Proceedings of the IEEE 86(11), 1998, doi:10.1109/5.726791.
 *
 * @throws OutsideError when a file of the package is missing or damaged
 */
export async function loadMnist({ signal }: LoadMnistOptions = {}): Promise<MnistImages> {
  const images = new ByteMatrix(ROWS, PIXELS);
  const labels = new Uint8Array(ROWS);
  const trainImages = images.rowRange(0, TRAIN);
  const testImages = images.rowRange(TRAIN, ROWS);
  const trainLabels = labels.subarray(0, TRAIN);
  const testLabels = labels.subarray(TRAIN);
  await Promise.all([
    readIdxFile('train-images-idx3-ubyte', [TRAIN, SIDE, SIDE], trainImages.data, signal),
    readIdxFile('train-labels-idx1-ubyte', [TRAIN], trainLabels, signal),
    readIdxFile('t10k-images-idx3-ubyte', [TEST, SIDE, SIDE], testImages.data, signal),
    readIdxFile('t10k-labels-idx1-ubyte', [TEST], testLabels, signal),
  ]);
  return { images, labels, trainImages, trainLabels, testImages, testLabels };
}
