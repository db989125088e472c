const size = 400;

/** Four hundred classes with labels that are long, or not meant well, and no images. */
export default async function () {
  const classes = Array.from({ length: size }, (_, i) => `species ${i + 1} of a family with a long name`);
  classes[0] = '<img src=x onerror=alert(1)>';
  classes[1] = '\u202Ethgir ot tfel';
  classes[2] = '';
  const confusionMatrix = classes.map((_, i) =>
    classes.map((__, j) =>
      i === j ? 900 + ((i * 7919) % 400) : (i * 31 + j * 17) % 23 === 0 ? (i + j) % 40 : 0,
    ),
  );
  const total = confusionMatrix.flat().reduce((a, b) => a + b, 0);
  const right = confusionMatrix.reduce((sum, row, i) => sum + row[i], 0);
  const result = {
    dataset: 'species.csv',
    split: { testSize: 0.5, randomState: 0, nTrain: total, nTest: total },
    model: { name: 'LogisticRegression', params: {} },
    classes,
    nIter: 100,
    converged: false,
    objective: 1,
    trainLogLoss: 0.1,
    accuracy: right / total,
    accuracyOn: 'test',
    confusionMatrix,
    seconds: { load: 1, fit: 10, predict: 1 },
    run: null,
  };
  return {
    source: { run: 'file:///project/.tenfold/runs/species' },
    contract: 'src/protocol/webviews/confusion-matrix.ts',
    handlers: {
      load: () => ({ name: 'species', label: 'species', result, style: 'theme' }),
      cell({ actual, predicted }) {
        const count = confusionMatrix[actual][predicted];
        const shown = Math.min(count, 5);
        return {
          total: count,
          shape: null,
          page: {
            rows: Uint32Array.from({ length: shown }, (_, i) => 100 + i),
            pixels: new Uint8Array(),
            actual: new Uint16Array(shown).fill(actual),
          },
          classes,
          top: Uint16Array.from({ length: shown * 3 }, (_, i) => (i % 3 === 0 ? predicted : i)),
          probabilities: Float32Array.from({ length: shown * 3 }, (_, i) => [0.8, 0.15, 0.05][i % 3]),
        };
      },
      open: () => null,
      exportMatrix: () => true,
    },
    scenes: {
      cell: (page) => page.locator('[role=gridcell]').first().click(),
      table: (page) => page.getByLabel('As a table').check(),
      mistake: (page) => page.getByRole('button', { name: 'taken for' }).last().click(),
      async keys(page) {
        await page.locator('[role=gridcell][tabindex="0"]').focus();
        for (const key of ['Control+End', 'ArrowUp', 'PageUp', 'ArrowLeft', 'Enter'])
          await page.keyboard.press(key);
      },
    },
  };
}
