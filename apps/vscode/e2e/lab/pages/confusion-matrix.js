import { digitsRun } from '../digits-run.js';

const top = 3;

/** The tutorial's run: 450 test images, 21 of them taken for another digit. */
export default async function () {
  const { name, result, evaluation, images } = await digitsRun();
  return {
    source: { run: `file:///project/.tenfold/runs/${name}` },
    contract: 'src/protocol/webviews/confusion-matrix.ts',
    title: `Confusion matrix: ${name}`,
    handlers: {
      load: () => ({ name, label: 'digits · liblinear', result: { ...result, run: null }, style: 'theme' }),
      cell({ actual, predicted, from, most }) {
        const places = [...evaluation.rows.keys()].filter(
          (i) => evaluation.actual[i] === actual && evaluation.predicted[i] === predicted,
        );
        const shown = places.slice(from, from + most);
        const several = shown.flatMap((place) => [0, 1, 2].map((k) => place * top + k));
        return {
          total: places.length,
          shape: evaluation.facts.imageShape,
          page: images(shown.map((place) => evaluation.rows[place])),
          classes: evaluation.classes,
          top: Uint16Array.from(several, (place) => evaluation.top[place]),
          probabilities: Float32Array.from(several, (place) => evaluation.probabilities[place]),
        };
      },
      open: () => null,
      exportMatrix: () => true,
    },
    scenes: {
      cell: (page) => cell(page, 8, 1).click(),
      right: (page) => cell(page, 0, 0).click(),
      empty: (page) => cell(page, 0, 1).click(),
      seaborn: (page) => page.getByLabel('Style').selectOption('seaborn'),
      matplotlib: (page) => page.getByLabel('Style').selectOption('matplotlib'),
      actual: (page) => page.getByLabel('Cells').selectOption('actual'),
      table: (page) => page.getByLabel('As a table').check(),
      async keys(page) {
        await page.locator('[role=gridcell][tabindex="0"]').focus();
        for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
          await page.keyboard.press(key);
      },
    },
  };
}

function cell(page, row, column) {
  return page.locator(`[role=gridcell][data-row="${row}"][data-column="${column}"]`);
}
