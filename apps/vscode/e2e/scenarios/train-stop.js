import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { runCommand, pick, input, screenshot, waitFor, waitForNotification } from '../workbench/drive.js';

export const name = 'an MNIST fit is stopped in the middle and leaves nothing';
export const themes = ['dark'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace, note } = context;
  const before = await runsOf(workspace);
  await runCommand(page, 'Tenfold: Train a Classifier…');
  await pick(page, 'MNIST', { title: '1/5' });
  await pick(page, 'Multinomial, L-BFGS', { title: '2/5' });
  await input(page, '1', { title: '3/5' });
  await input(page, '5000', { title: '4/5' });
  await pick(page, '25 % of the rows', { title: '5/5' });
  const toast = await waitForNotification(page, /iteration \d+, loss/, 60_000);
  await screenshot(context, 'train-mnist');
  const pressed = Date.now();
  await toast.getByText('Cancel', { exact: true }).click();
  await waitFor('the end of the notification', async () => (await toast.count()) === 0);
  note(`MNIST: stopped ${Math.round(Date.now() - pressed)} ms after Cancel`);
  assert.deepEqual(await runsOf(workspace), before);
}

/** All entries of the folder of runs, temporary ones too. */
async function runsOf(workspace) {
  return readdir(join(workspace, '.tenfold/runs')).catch(() => []);
}
