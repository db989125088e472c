import type { MnistFileBytes } from '@tenfold/datasets';
import { OutsideError } from '@tenfold/errors';

/**
 * Fetches MNIST's four files from the extension's own folder.
 *
 * @param folder its address
 * @throws OutsideError when one is not there
 */
export async function fetchMnistFiles(folder: URL): Promise<MnistFileBytes> {
  const [trainImages, trainLabels, testImages, testLabels] = await Promise.all(
    [
      'train-images-idx3-ubyte.gz',
      'train-labels-idx1-ubyte.gz',
      't10k-images-idx3-ubyte.gz',
      't10k-labels-idx1-ubyte.gz',
    ].map((name) => fetchBytes(new URL(name, folder))),
  );
  return { trainImages, trainLabels, testImages, testLabels };
}

async function fetchBytes(address: URL): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok)
    throw new OutsideError(`${address.pathname} could not be read: ${answer.status} ${answer.statusText}`);
  return new Uint8Array(await answer.arrayBuffer());
}
