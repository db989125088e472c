import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { input, openFile, runCommand, screenshot, waitFor } from '../workbench/drive.js';

export const name =
  'the editor of tasks.json completes classifiers and their hyper-parameters, and marks what is wrong';

const FILE = `{
  "version": "2.0.0",
  "tasks": [
    {
      "type": "tenfold",
      "label": "neighbours",
      "dataset": "digits",
      "estimator": "knn",
      "params": { "nNeighbors": 0 }
    },
    { "type": "tenfold", "label": "usual", "dataset": "digits", "params": { "C": 10 }, "maxIter": 20 }
  ]
}
`;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode/tasks.json'), FILE);
  await openFile(page, 'tasks.json');
  const badge = page.locator('.statusbar-item[id="status.problems"]');
  await waitFor('one problem', async () => /(^|\D)1(\D|$)/.test(await badge.innerText()));

  const estimators = await suggestions(page, 8, 21);
  assert.deepEqual(
    ['gaussian-nb', 'knn', 'logistic-regression'].filter((id) => !estimators.includes(id)),
    [],
    `offered: ${estimators}`,
  );
  await screenshot(context, 'task-file-estimators');
  await page.keyboard.press('Escape');

  const params = await suggestions(page, 9, 18);
  assert.deepEqual(params, ['metric', 'p', 'weights']);
  await screenshot(context, 'task-file-params');
  await page.keyboard.press('Escape');

  await runCommand(page, 'Problems: Focus on Problems View');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'minimum' });
  await waitFor('the value below its bound', async () => (await problem.count()) === 1);
  await screenshot(context, 'task-file-problem');
}

/** What is suggested at a place of the file that is open. */
async function suggestions(page, line, column) {
  await runCommand(page, 'Go to Line/Column...');
  await input(page, `:${line}:${column}`);
  const widget = page.locator('.suggest-widget.visible');
  await waitFor('suggestions', async () => {
    await page.keyboard.press('Control+Space');
    await widget.locator('.monaco-list-row').first().waitFor({ timeout: 2000 });
    return true;
  });
  const labels = await widget.locator('.monaco-list-row .label-name').allInnerTexts();
  return labels.map((label) => label.replaceAll('"', ''));
}
