import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(dirname(createRequire(import.meta.url).resolve('@tenfold/mnist/package.json')), 'data');

/** MNIST's test images and the labels that belong to them, as they are called. */
export const TEST_IMAGES = 't10k-images-idx3-ubyte.gz';
export const TEST_LABELS = 't10k-labels-idx1-ubyte.gz';

/** The path of one of MNIST's four files. */
export function mnistFile(name) {
  return join(folder, name);
}
