import { digitsRun } from '../digits-run.js';

/** The tutorial's run: 450 test images, 21 of them taken for another digit. */
export default async function () {
  const { name, result, evaluation, images } = await digitsRun();
  return {
    source: { run: `file:///work/.tenfold/runs/${name}` },
    contract: 'src/protocol/webviews/confusion-matrix.ts',
    title: `Confusion matrix: ${name}`,
    handlers: {
      load: () => ({ name, result: { ...result, run: null } }),
      cell({ actual, predicted, most }) {
        const rows = evaluation.rows.filter(
          (_, i) => evaluation.actual[i] === actual && evaluation.predicted[i] === predicted,
        );
        return { total: rows.length, shape: evaluation.facts.imageShape, page: images(rows.slice(0, most)) };
      },
    },
    scenes: {},
  };
}
