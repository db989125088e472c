import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { closeEditors, notification, runCommand, screenshot, waitFor, webview } from '../workbench/drive.js';

export const name = 'digits are trained in a breath, and the run is written and shown';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace, note } = context;
  const runs = join(workspace, '.tenfold/runs');
  const before = await readdir(runs).catch(() => []);
  await runCommand(page, 'Tenfold: Train on Digits');
  await shownAccuracy(page);
  await screenshot(context, 'trained');
  const [folder, ...more] = (await readdir(runs)).filter((entry) => !before.includes(entry));
  assert.deepEqual(more, []);
  const files = await readdir(join(runs, folder));
  assert.deepEqual(files.sort(), ['confusion.svg', 'metrics.json', 'model.json', 'report.html']);
  const metrics = JSON.parse(await readFile(join(runs, folder, 'metrics.json'), 'utf8'));
  assert.deepEqual(metrics.datasetRef, { kind: 'digits' });
  await waitFor('no notification', async () => (await notification(page, /Training/).count()) === 0);

  await closeEditors(page);
  await page.keyboard.press('Control+Alt+T');
  const pressed = Date.now();
  await page.keyboard.press('d');
  await shownAccuracy(page);
  note(`digits: ${Math.round(Date.now() - pressed)} ms from the last key to the matrix`);
}

/** Waits until the matrix of a run is seen, and its accuracy in the status bar. */
async function shownAccuracy(page) {
  await waitFor('a matrix', async () => {
    const frame = await webview(page, '[role="grid"]');
    return (await frame.locator('[role="gridcell"]').count()) >= 100;
  });
  const item = page.locator('[id*="tenfold.training"]').first();
  await waitFor('the accuracy in the status bar', async () => /0\.9533/.test(await item.innerText()));
}
