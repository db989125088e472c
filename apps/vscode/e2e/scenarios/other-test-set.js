import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { waitForRun } from '../files/runs.js';
import { closeEditors, runCommand, screenshot, trainDigits, waitFor, webview } from '../workbench/drive.js';

export const name = 'a run that was tested on a data set of its own says so where its rows would be';
export const themes = ['light'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await trainDigits(page);
  const { folder, metrics } = await waitForRun(workspace, (name) => name.includes('digits'));
  metrics.split = { ...metrics.split, testDataset: 'day \u202Etwo.csv', stratify: true };
  await writeFile(join(folder, 'metrics.json'), JSON.stringify(metrics));

  await closeEditors(page);
  await runCommand(page, 'Tenfold: Show Confusion Matrix');
  const matrix = await webview(page, '[role="grid"]');
  await matrix.locator('[data-row="8"][data-column="1"]').click();
  const problem = matrix.locator('.problem');
  await waitFor('why there are no images', async () => (await problem.count()) === 1);
  const words = await problem.innerText();
  assert.match(words, /data set of its own, "day .*two\.csv"/);
  assert.ok(!words.includes('\u202E'));
  await screenshot(context, 'other-test-set');

  await runCommand(page, 'Tenfold: Open Run');
  const report = await webview(page, '.report [role="grid"]');
  const lines = await report.locator('.facts').first().innerText();
  assert.match(lines, /Tested on\s+day .*two\.csv/);
  assert.match(lines, /Stratified\s+yes/);
  await screenshot(context, 'other-test-set-report');
}
