import { digitsRun } from '../digits-run.js';

/** The digits with what the tutorial's model says of those that it was tested on. */
export default async function () {
  const { name, evaluation, images } = await digitsRun();
  const all = images(Array.from({ length: evaluation.facts.rows }, (_, row) => row));
  return {
    source: { dataset: { kind: 'digits' }, run: `file:///project/.tenfold/runs/${name}` },
    contract: 'src/protocol/webviews/digits.ts',
    title: 'Digits',
    handlers: {
      load: () => ({
        facts: evaluation.facts,
        codes: all.actual,
        run: { name, evaluation, isHeldOut: true },
        runProblem: null,
      }),
      images: ({ rows }) => images(rows),
      predict: ({ rows }) => ({
        model: name,
        classes: evaluation.classes,
        top: Uint16Array.from({ length: rows.length * 10 }, (_, i) => {
          const actual = all.actual[rows[Math.floor(i / 10)]];
          return (actual + i) % 10;
        }),
        probabilities: Float32Array.from({ length: rows.length * 10 }, (_, i) =>
          i % 10 === 0 ? 0.82 : 0.02,
        ),
      }),
    },
    scenes: {
      all: (page) => page.getByLabel('Rows').selectOption('all'),
      wrong: (page) => page.getByLabel('Rows').selectOption('wrong'),
      least: (page) => page.getByLabel('Order').selectOption('least-sure'),
      table: (page) => page.getByLabel('As a table').check(),
      none: async (page) => {
        await page.getByLabel('Label').first().selectOption('0');
        await page.getByLabel('Rows').selectOption('wrong');
      },
      keys: async (page) => {
        await page.locator('.image-grid').focus();
        for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', '+', '+']) await page.keyboard.press(key);
      },
      select: async (page) => {
        await page.locator('.image-grid').focus();
        await page.keyboard.press(' ');
        for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
        await page.getByRole('button', { name: /Predict/ }).click();
      },
      predict: (page) => page.getByRole('button', { name: 'Predict' }).click(),
      hover: (page) => page.mouse.move(150, 160),
      copy: (page) => page.getByRole('button', { name: 'Copy as PNG' }).click(),
    },
  };
}
