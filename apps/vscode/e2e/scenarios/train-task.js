import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { pick, picks, runCommand, screenshot, waitFor } from '../workbench/drive.js';

export const name = 'tasks.json trains, and a bad cell becomes a problem with its place';
export const themes = ['dark'];

const TASKS = {
  version: '2.0.0',
  tasks: [
    { label: 'good table', type: 'tenfold', dataset: 'good.csv', target: 'kind', C: 10 },
    {
      label: 'neighbours',
      type: 'tenfold',
      dataset: 'good.csv',
      target: 'kind',
      estimator: 'knn',
      params: { nNeighbors: 1 },
    },
    { label: 'bad table', type: 'tenfold', dataset: 'bad.csv', target: 'kind', problemMatcher: '$tenfold' },
  ],
};

const rows = Array.from({ length: 40 }, (_, i) => `${i % 2},${i},${i % 2 === 0 ? 'even' : 'odd'}`);

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode/tasks.json'), JSON.stringify(TASKS));
  await writeFile(join(workspace, 'good.csv'), ['a,b,kind', ...rows].join('\n'));
  await writeFile(join(workspace, 'bad.csv'), ['a,b,kind', '1,2,x', '1,"oops",y'].join('\n'));

  await runTask(page, 'good table');
  await waitFor('the run', async () => {
    const runs = await readdir(join(workspace, '.tenfold/runs')).catch(() => []);
    return runs.some((folder) => folder.includes('good-csv'));
  });
  await screenshot(context, 'task-good');

  await runTask(page, 'neighbours');
  await waitFor('the run', async () => {
    const runs = await readdir(join(workspace, '.tenfold/runs'));
    return runs.some((folder) => folder.endsWith('good-csv-kneighbors-classifier'));
  });

  await runTask(page, 'bad table');
  const badge = page
    .locator('.panel .composite-bar .action-item', { hasText: 'Problems' })
    .locator('.badge-content');
  await waitFor('a problem', async () => (await badge.innerText()) === '1');
  await runCommand(page, 'Problems: Focus on Problems View');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: '[Ln 3, Col 3]' });
  await waitFor('the problem and its place', async () => (await problem.count()) === 1);
  assert.match(await problem.innerText(), /oops/);
  await screenshot(context, 'task-bad');
}

/** tasks.json is read some time after it was written; until then its tasks are not in the list. */
async function runTask(page, label) {
  await waitFor(
    `the task "${label}"`,
    async () => {
      await runCommand(page, 'Tasks: Run Task');
      await waitFor('the tasks', async () => (await picks(page)).length > 0);
      if ((await picks(page)).includes(label)) return true;
      await page.keyboard.press('Escape');
      return false;
    },
    30_000,
  );
  await pick(page, label);
}
