import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openFile, screenshot, waitFor } from '../workbench/drive.js';

export const name = 'a notebook shows a confusion matrix, and says what is wrong with another';
export const themes = ['dark', 'hc-light'];

const mime = 'application/vnd.tenfold.confusion-matrix+json';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  const good = {
    classes: ['cat', '<img src=x onerror=alert(1)>'],
    confusionMatrix: [
      [9, 1],
      [2, 8],
    ],
  };
  const bad = { classes: ['cat'], confusionMatrix: [[1, 2]] };
  await writeFile(join(workspace, 'matrix.ipynb'), JSON.stringify(notebook([good, bad])));
  await openFile(page, 'matrix.ipynb');
  const frame = await waitFor('the output', async () => {
    for (const one of page.frames()) if ((await one.locator('[role=gridcell]').count()) === 4) return one;
    return undefined;
  });
  assert.equal(await frame.locator('img').count(), 0);
  await waitFor('the complaint', async () => (await frame.locator('[role=alert]').count()) === 1);
  const cell = frame.locator('[role=gridcell]').first();
  assert.match(await cell.getAttribute('aria-label'), /Actual cat, predicted cat: 9 right, 90\.0%/);
  await screenshot(context, 'notebook');
}

function notebook(outputs) {
  const cells = outputs.map((output) => ({
    cell_type: 'code',
    execution_count: 1,
    metadata: {},
    source: ['model.confusion_matrix'],
    outputs: [{ output_type: 'display_data', data: { [mime]: output }, metadata: {} }],
  }));
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}
