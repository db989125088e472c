import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createNpy } from '@tenfold/arrays';

import { runNames, waitForRun } from '../files/runs.js';
import {
  notification,
  openFile,
  pick,
  picks,
  runCommand,
  screenshot,
  waitFor,
  waitForNotification,
  webview,
} from '../workbench/drive.js';

export const name = 'a table and a pair of files are trained on, and solvers are compared';
export const themes = ['dark'];

const rows = Array.from({ length: 60 }, (_, i) => `${i % 2},${i},${i % 2 === 0 ? 'even' : 'odd'}`);

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await writeFile(join(workspace, 'table.csv'), ['a,b,kind', ...rows].join('\n'));
  await openFile(page, 'table.csv');
  await runCommand(page, 'Tenfold: Train on This File');
  await waitFor(
    'the columns',
    async () => (await page.locator('.quick-input-list .monaco-list-row').count()) === 3,
  );
  await screenshot(context, 'train-columns');
  await pick(page, 'kind', { title: '1/2' });
  await waitFor('the other columns', async () => (await picks(page)).join() === 'a,b');
  await screenshot(context, 'train-left-out');
  await pick(page, ['b'], { title: '2/2' });
  const { metrics: table } = await waitForRun(workspace, (name) => name.includes('table-csv'));
  assert.deepEqual(table.classes, ['even', 'odd']);
  assert.equal(table.datasetRef.target, 'kind');
  assert.deepEqual(table.datasetRef.drop, ['b']);
  await webview(page, '[role="grid"]');

  await writeFile(join(workspace, 'wrong.csv'), ['a,b,kind', '1,2,x', '1,oops,y'].join('\n'));
  await openFile(page, 'wrong.csv');
  await runCommand(page, 'Tenfold: Train on This File');
  await pick(page, 'kind', { title: '1/2' });
  await pick(page, [], { title: '2/2' });
  const trouble = await waitForNotification(page, /line 3, column 2/);
  await screenshot(context, 'train-wrong-table');
  await trouble.getByText('Open Table', { exact: true }).click();
  const place = page.locator('[id="status.editor.selection"]');
  await waitFor('the place', async () => /Ln 3, Col 3/.test(await place.innerText()));

  await writeFile(
    join(workspace, 'x_small.npy'),
    createNpy(Uint8Array.from({ length: 40 * 16 }, pixel), [40, 4, 4]),
  );
  await writeFile(
    join(workspace, 'y_small.npy'),
    createNpy(
      Uint8Array.from({ length: 40 }, (_, i) => i % 2),
      [40],
    ),
  );
  await openFile(page, 'x_small.npy');
  await runCommand(page, 'Tenfold: Train on This File');
  const { metrics: pair } = await waitForRun(workspace, (name) => name.includes('x-small'));
  assert.equal(pair.datasetRef.kind, 'images');
  assert.equal(pair.accuracy, 1);
  await webview(page, '[role="grid"]');

  await runCommand(page, 'Tenfold: Compare Solvers');
  await waitFor('the files', async () => (await picks(page)).includes('table.csv'));
  await pick(page, 'Digits');
  await waitFor(
    'the end',
    async () => (await runNames(workspace)).filter((name) => name.includes('digits')).length >= 3,
  );
  await waitFor('no notification', async () => (await notification(page, /Training/).count()) === 0);
  await screenshot(context, 'compared-solvers');
}

/** Images of even rows are white above, those of odd rows below. */
function pixel(_, i) {
  const image = Math.floor(i / 16);
  const isUpper = i % 16 < 8;
  return isUpper === (image % 2 === 0) ? 255 : 0;
}
