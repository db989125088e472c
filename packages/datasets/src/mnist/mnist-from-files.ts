import type { ByteMatrix } from '@tenfold/linalg';
import { checkOneOf } from '@tenfold/core';

import type { ImageDataset } from '../dataset.js';
import { sha256 } from '../sha256.js';
import { composeMnist, emptyMnist, MNIST_ORDERS, type MnistBytes, type MnistOrder } from './compose-mnist.js';
import { CorruptFileError } from './corrupt-file-error.js';
import { MNIST_FILES, MNIST_PIXELS, type MnistFile } from './files.js';
import { unpack } from './unpack.js';

/** The bytes of MNIST's four files, each gzipped or not. */
export interface MnistFileBytes {
  /** train-images-idx3-ubyte */
  trainImages: Uint8Array;
  /** train-labels-idx1-ubyte */
  trainLabels: Uint8Array;
  /** t10k-images-idx3-ubyte */
  testImages: Uint8Array;
  /** t10k-labels-idx1-ubyte */
  testLabels: Uint8Array;
}

/** The options of `mnistFromFiles`. */
export interface MnistFromFilesOptions {
  /** The order of the rows. Default `original`. */
  order?: MnistOrder;
  /** Stops the work; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * MNIST from the bytes of its four files, wherever they come from: what `fetchMnist` gives, without a file system.
 * Each file is checked against the original's SHA-256; the bytes are left as they are.
 *
 * @throws IdxError when a file is damaged or of another length; CorruptFileError when it holds anything else, with
 *   the file's name as its path
 * @throws ParameterError when there is no such order
 */
export async function mnistFromFiles(
  files: MnistFileBytes,
  options: MnistFromFilesOptions = {},
): Promise<ImageDataset<ByteMatrix>> {
  const order = checkOneOf('mnistFromFiles', 'order', options.order ?? 'original', MNIST_ORDERS);
  const bytes = emptyMnist();
  for (const file of MNIST_FILES) {
    options.signal?.throwIfAborted();
    await takeFile(file, files[file.key], bytes);
  }
  options.signal?.throwIfAborted();
  return composeMnist(bytes, order);
}

async function takeFile(file: MnistFile, packed: Uint8Array, { images, labels }: MnistBytes): Promise<void> {
  const { name, size, sha256: expected, part, firstRow, shape } = file;
  const bytes = await unpack(packed, size, name);
  const received = await sha256(bytes);
  if (received !== expected) throw new CorruptFileError(name, expected, received);
  const body = bytes.subarray(4 + 4 * shape.length);
  if (part === 'images') images.set(body, firstRow * MNIST_PIXELS);
  else labels.set(body, firstRow);
}
