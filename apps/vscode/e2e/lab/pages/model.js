import { importSource } from '../../../scripts/import-source.js';
import { digitsRun } from '../digits-run.js';

/** The model's file of the tutorial's run. */
export default async function () {
  const { files } = await digitsRun();
  return modelPage('digits.tenfold.json', Buffer.from(files['model.json']));
}

/**
 * The page for a file.
 *
 * @param {string} name the file's
 * @param {Uint8Array} bytes its content
 */
export async function modelPage(name, bytes) {
  const { modelContent } = await importSource('src/host/editors/model/model-content.ts');
  return {
    source: { model: `file:///project/${encodeURIComponent(name)}` },
    contract: 'src/protocol/webviews/model.ts',
    title: name,
    handlers: {
      load: () => modelContent(name, bytes),
      watch: (_, { signal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(null))),
      openAsText: () => null,
      draw: () => null,
      show: () => null,
      predict: () => null,
    },
    scenes: {},
  };
}
