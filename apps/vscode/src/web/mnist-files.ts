import type { MnistFileBytes } from '@tenfold/datasets';

/**
 * Reads MNIST's four files.
 *
 * @param read gives the bytes of one, by its name
 */
export async function readMnistFiles(read: (name: string) => Promise<Uint8Array>): Promise<MnistFileBytes> {
  const [trainImages, trainLabels, testImages, testLabels] = await Promise.all(
    [
      'train-images-idx3-ubyte.gz',
      'train-labels-idx1-ubyte.gz',
      't10k-images-idx3-ubyte.gz',
      't10k-labels-idx1-ubyte.gz',
    ].map(read),
  );
  return { trainImages, trainLabels, testImages, testLabels };
}
