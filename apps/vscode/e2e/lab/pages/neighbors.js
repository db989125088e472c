import { importSource } from '../../../scripts/import-source.js';
import { digitsRun } from '../digits-run.js';
import { readModel, shownModel } from '../model-weights.js';

/** The training images that vote, of nearest neighbours on the digits. */
export default function () {
  return neighborsPage({ nNeighbors: 7, weights: 'distance' });
}

/**
 * The page for a run of nearest neighbours on the digits.
 *
 * @param {object} params the classifier's
 * @param {object[]} [preprocess] the transformers before it
 */
export async function neighborsPage(params, preprocess) {
  const { name, files, evaluation, images } = await digitsRun(params, 'knn', preprocess);
  const { pixelValues } = await importSource('src/model/pixel-values.ts');
  const { neighborsOf } = await importSource('src/worker/neighbors.ts');
  const model = await readModel(files['model.json']);
  const form = await shownModel(model, name);
  const vote = async (features, row, actual) => {
    const neighbors = await neighborsOf(model, features, 200, new globalThis.AbortController().signal);
    const rows = row === null ? null : neighbors.indices.map((index) => evaluation.trainRows[index]);
    return { features, row, actual, neighbors, rows };
  };
  return {
    source: { run: `file:///project/.tenfold/runs/${name}` },
    contract: 'src/protocol/webviews/neighbors.ts',
    title: `Neighbours: ${name}`,
    handlers: {
      load: () => form,
      testSet: () => ({
        count: evaluation.rows.length,
        actual: evaluation.actual,
        predicted: evaluation.predicted,
        isHeldOut: true,
      }),
      vote(query) {
        if ('image' in query) return vote(query.image, null, null);
        const row = evaluation.rows[query.place];
        const actual = evaluation.classes[evaluation.actual[query.place]];
        return vote(pixelValues(images([row]).pixels, 16), row, actual);
      },
      queries: (_, { signal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(null))),
      draw: () => null,
    },
    scenes: {
      table: (page) => page.getByRole('button', { name: 'Table' }).click(),
      next: (page) => page.getByRole('button', { name: 'Next Misclassified' }).click(),
    },
  };
}
