import { drawDigit } from '../digit-strokes.js';
import { mnistModel, say, shownModel } from '../model-weights.js';

/** A surface to draw on, before a real model of MNIST. */
export default async function () {
  const name = '20260203-141516-mnist-logistic-regression';
  const { model } = await mnistModel();
  return drawPage(await shownModel(model, name), (image) => say(model, image));
}

/**
 * The page for a model.
 *
 * @param {object} shown what the host sends
 * @param {(image: Float64Array) => Promise<object>} [predict] what the model says of an image
 */
export function drawPage(shown, predict) {
  const digits = Array.from({ length: 10 }, (_, digit) => [`draw${digit}`, (page) => drawDigit(page, digit)]);
  return {
    source: { run: `file:///project/.tenfold/runs/${shown.name}` },
    contract: 'src/protocol/webviews/draw.ts',
    title: `Draw: ${shown.name}`,
    handlers: {
      load: () => shown,
      predict: ({ image }) => predict(image),
      showWeights: () => null,
      showNeighbors: () => null,
      trainDigits: () => null,
      wasRead: () => null,
    },
    scenes: {
      ...Object.fromEntries(digits),
      async keys(page) {
        await page.keyboard.press('Tab');
        await page.getByRole('application').focus();
        for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp');
        for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowDown');
      },
      clear: (page) => page.getByRole('button', { name: 'Clear' }).click(),
      undo: (page) => page.getByRole('button', { name: 'Undo' }).click(),
    },
  };
}
