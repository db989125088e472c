import { importSource } from '../../../scripts/import-source.js';
import { digitsRun } from '../digits-run.js';
import { readModel, say, shownModel } from '../model-weights.js';

/** The weights of the tutorial's run, and its 450 test images. */
export default function () {
  return weightsPage();
}

/**
 * The page for a run of LIBLINEAR on the digits.
 *
 * @param {object[]} [preprocess] the transformers before it
 */
export async function weightsPage(preprocess) {
  const { name, files, evaluation, images } = await digitsRun(undefined, undefined, preprocess);
  const { matrixOf } = await importSource('src/worker/predict.ts');
  const { transformedRow } = await importSource('src/worker/transformed-row.ts');
  const { pixelValues } = await importSource('src/model/pixel-values.ts');
  const model = await readModel(files['model.json']);
  const weights = await shownModel(model, name);
  return {
    source: { run: `file:///project/.tenfold/runs/${name}` },
    contract: 'src/protocol/webviews/weights.ts',
    title: `Weights: ${name}`,
    handlers: {
      load: () => weights,
      testSet: () => ({
        count: evaluation.rows.length,
        actual: evaluation.actual,
        predicted: evaluation.predicted,
        isHeldOut: true,
      }),
      async image({ place }) {
        const row = evaluation.rows[place];
        const pixels = pixelValues(images([row]).pixels, 16);
        return {
          place,
          row,
          pixels,
          weighed: transformedRow(model, matrixOf(model, { values: pixels, count: 1 })),
          ...(await say(model, pixels)),
          actual: evaluation.classes[evaluation.actual[place]],
        };
      },
      draw: () => null,
    },
    scenes: {
      table: (page) => page.getByRole('button', { name: 'Table' }).click(),
      next: (page) => page.getByRole('button', { name: 'Next Misclassified' }).click(),
      hover: (page) => page.getByRole('img', { name: 'Weights of class 3' }).hover(),
      async keys(page) {
        await page.getByRole('img', { name: 'Weights of class 5' }).focus();
        for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
      },
      decision: (page) =>
        page.getByRole('heading', { name: 'Why an image' }).evaluate((heading) => heading.scrollIntoView()),
    },
  };
}
