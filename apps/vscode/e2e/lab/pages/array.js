import { readFile } from 'node:fs/promises';

import { mnistFile, TEST_IMAGES, TEST_LABELS } from '../../files/mnist.js';
import { importSource } from '../../../scripts/import-source.js';

/** MNIST's test images, with the labels that lie beside them. */
export default function () {
  const files = [TEST_IMAGES, TEST_LABELS].map((name) => [name, () => readFile(mnistFile(name))]);
  return arrayPage(TEST_IMAGES, Object.fromEntries(files));
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
    source: { file: `file:///project/${encodeURIComponent(name)}` },
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
