import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

import { mnistFile, TEST_LABELS } from '../files/mnist.js';
import { digitsRun } from '../lab/digits-run.js';
import {
  closeEditors,
  openFile,
  runCommand,
  screenshot,
  titled,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name =
  'in a workspace that is not trusted files and runs can be looked at, and nothing is written';
export const themes = ['dark'];
export const timeout = 180_000;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { files } = await digitsRun();
  const folder = '.tenfold/runs/2026-03-05T14-02-09Z-digits-logistic-regression';
  const metrics = { ...JSON.parse(files['metrics.json']), datasetRef: { kind: 'digits' } };
  const workbench = await context.start({
    workspaceTrust: true,
    files: {
      [TEST_LABELS]: await readFile(mnistFile(TEST_LABELS)),
      'mine.tenfold.json': files['model.json'],
      [`${folder}/model.json`]: files['model.json'],
      [`${folder}/metrics.json`]: JSON.stringify(metrics),
    },
  });
  const { page, workspace } = workbench;
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  const before = await readdir(workspace, { recursive: true });

  await openFile(page, TEST_LABELS);
  const numbers = await webview(page, '[role="grid"]', 30_000);
  await waitFor('the first label', async () => /Row 0: 7/.test(await numbers.locator('body').innerText()));
  await openFile(page, 'mine.tenfold.json');
  const model = await titled(page, 'mine.tenfold.json');
  await waitFor('weights', async () => (await model.locator('canvas').count()) >= 10);
  await closeEditors(page);

  await runCommand(page, 'Tenfold: Show Confusion Matrix');
  const matrix = await webview(page, '[role="grid"]');
  await matrix.locator('[data-row="1"][data-column="8"]').click();
  await matrix.locator('.cell-images canvas').first().waitFor({ timeout: 30_000 });
  await screenshot(workbench, 'untrusted-matrix');
  assert.deepEqual((await readdir(workspace, { recursive: true })).sort(), before.sort());
}
