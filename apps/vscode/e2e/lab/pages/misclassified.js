import { digitsRun } from '../digits-run.js';

const top = 3;

/** The tutorial's run: 21 of 450 test images taken for another digit. */
export default async function () {
  const { name, evaluation, images } = await digitsRun();
  const wrong = [...evaluation.rows.keys()]
    .filter((place) => evaluation.actual[place] !== evaluation.predicted[place])
    .sort((a, b) => evaluation.probabilities[b * top] - evaluation.probabilities[a * top]);
  const several = wrong.flatMap((place) => [0, 1, 2].map((k) => place * top + k));
  return {
    source: { run: `file:///project/.tenfold/runs/${name}` },
    contract: 'src/protocol/webviews/misclassified.ts',
    handlers: {
      load: () => ({
        name,
        shape: evaluation.facts.imageShape,
        maximum: evaluation.facts.maximum,
        classes: evaluation.classes,
        tested: evaluation.rows.length,
        isHeldOut: true,
        rows: Uint32Array.from(wrong, (place) => evaluation.rows[place]),
        actual: Uint16Array.from(wrong, (place) => evaluation.actual[place]),
        predicted: Uint16Array.from(wrong, (place) => evaluation.predicted[place]),
        top: Uint16Array.from(several, (place) => evaluation.top[place]),
        probabilities: Float32Array.from(several, (place) => evaluation.probabilities[place]),
        views: ['neighbors'],
      }),
      images: ({ rows }) => images(rows),
      showNeighbors: () => null,
      open: () => null,
    },
    scenes: {
      large: async (page) => {
        await page.locator('.cards').focus();
        for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      },
      table: (page) => page.getByLabel('As a table').check(),
      filter: (page) => page.getByLabel('Actual').selectOption('8'),
    },
  };
}
