import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

import { mnistFile, TEST_LABELS } from '../files/mnist.js';
import { closeEditors, pick, runCommand, screenshot, waitFor, webview } from '../workbench/drive.js';

export const name =
  'in a workspace that lies on no disk, files are trained on and shown, and runs are kept there';
export const themes = ['dark'];
export const timeout = 180_000;

const rows = Array.from({ length: 60 }, (_, i) => `${i % 2},${i},${i % 2 === 0 ? 'even' : 'odd'}`);

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const workbench = await context.start({
    inMemory: true,
    files: {
      'table.csv': ['a,b,kind', ...rows].join('\n'),
      [TEST_LABELS]: await readFile(mnistFile(TEST_LABELS)),
    },
  });
  const { page, workspace } = workbench;
  await openInExplorer(page, 'table.csv');
  await runCommand(page, 'Tenfold: Train on This File');
  await pick(page, 'kind', { title: '1/2' });
  await pick(page, [], { title: '2/2' });
  const matrix = await webview(page, '[role="grid"]', 30_000);
  assert.match(await matrix.locator('body').innerText(), /100\.?0*% of 15 test rows/);
  await runCommand(page, 'Tenfold: Focus on Runs View');
  await page
    .locator('.pane-body .monaco-list-row')
    .filter({ hasText: /lbfgs|liblinear/ })
    .first()
    .waitFor();
  await page.locator('.pane-body .monaco-list-row').filter({ hasText: 'MNIST' }).first().waitFor();
  await screenshot(workbench, 'virtual');
  await closeEditors(page);

  await openInExplorer(page, TEST_LABELS);
  const numbers = await webview(page, '[role="grid"]', 30_000);
  await waitFor('the first label', async () => /Row 0: 7/.test(await numbers.locator('body').innerText()));
  await closeEditors(page);
  await runCommand(page, 'Tenfold: Open Run');
  await webview(page, '.report [role="grid"]', 30_000);
  assert.ok(!(await readdir(workspace)).includes('.tenfold'), 'something was written to the disk');
}

/** Quick open finds nothing where no program searches. */
async function openInExplorer(page, file) {
  await runCommand(page, 'View: Show Explorer');
  const row = page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: file }).first();
  await row.dblclick({ timeout: 30_000 });
}
