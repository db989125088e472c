import { importSource } from '../../../scripts/import-source.js';
import { flowersModel } from '../flowers.js';
import { shownModel } from '../model-weights.js';

/** The training rows that vote, of a table that holds no images. */
export default async function () {
  const { model, rows, target } = await flowersModel('knn');
  const { neighborsOf } = await importSource('src/worker/neighbors.ts');
  const form = await shownModel(model, 'flowers.csv · knn');
  const codes = Uint16Array.from(target, (label) => form.classes.indexOf(label));
  return {
    source: { run: 'file:///project/.tenfold/runs/flowers' },
    contract: 'src/protocol/webviews/neighbors.ts',
    title: 'Neighbours: flowers',
    handlers: {
      load: () => form,
      testSet: () => ({ count: rows.length, actual: codes, predicted: codes, isHeldOut: false }),
      async vote({ place }) {
        const features = Float64Array.from(rows[place]);
        const neighbors = await neighborsOf(model, features, 200, new globalThis.AbortController().signal);
        return { features, row: place, actual: target[place], neighbors, rows: neighbors.indices };
      },
      queries: (_, { signal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(null))),
      draw: () => null,
    },
    scenes: {},
  };
}
