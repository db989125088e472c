import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { importSource, root } from '../bundle.js';

const mnist = join(root, '../../packages/mnist/data');

/** MNIST's test images, with the labels that lie beside them. */
export default function () {
  return arrayPage('t10k-images-idx3-ubyte.gz', {
    't10k-images-idx3-ubyte.gz': () => readFile(join(mnist, 't10k-images-idx3-ubyte.gz')),
    't10k-labels-idx1-ubyte.gz': () => readFile(join(mnist, 't10k-labels-idx1-ubyte.gz')),
  });
}

/**
 * The page for a file of a folder.
 *
 * @param {string} name the file's
 * @param {Record<string, () => Promise<Uint8Array> | Uint8Array>} files the folder
 */
export async function arrayPage(name, files) {
  const { arrayHandlers } = await importSource('src/host/editors/array/array-handlers.ts');
  const { ShownFile } = await importSource('src/host/editors/array/shown-file.ts');
  const { bytesSource, openArray } = await import('@tenfold/arrays');
  const folder = {
    open: async (file) => openArray(bytesSource(new Uint8Array(await files[file]())), { name: file }),
    names: () => Promise.resolve(Object.keys(files)),
  };
  return {
    source: { file: `file:///work/${encodeURIComponent(name)}` },
    contract: 'src/protocol/webviews/array.ts',
    title: name,
    handlers: { ...arrayHandlers(new ShownFile(name, folder)), openAsBytes: () => null },
    scenes: {
      table: (page) => page.getByLabel('As a table').check(),
      hover: (page) => page.mouse.move(150, 220),
      ...Object.fromEntries(
        Array.from({ length: 7 }, (_, i) => [
          `array${i}`,
          (page) => page.getByLabel('Array').selectOption(String(i)),
        ]),
      ),
    },
  };
}
