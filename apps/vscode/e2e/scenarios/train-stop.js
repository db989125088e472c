import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  closeEditors,
  input,
  pick,
  picks,
  runCommand,
  screenshot,
  waitFor,
  waitForNotification,
  webview,
} from '../workbench/drive.js';

export const name = 'MNIST is trained in a moment; a longer fit is stopped in the middle and leaves nothing';
export const themes = ['dark'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace, note } = context;
  const pressedLast = await trainMnist(page, '20');
  await waitFor('the matrix', async () => {
    const frame = await webview(page, '[role="grid"]');
    return (await frame.locator('[role="gridcell"]').count()) >= 100;
  });
  note(`MNIST: ${Date.now() - pressedLast} ms from the last key to the matrix`);
  await closeEditors(page);

  const before = await runsOf(workspace);
  await trainMnist(page, '5000');
  const toast = await waitForNotification(page, /iteration \d+, loss/, 60_000);
  const curve = await webview(page, '.chart polyline');
  await screenshot(context, 'train-mnist');
  const pressed = Date.now();
  await toast.getByText('Cancel', { exact: true }).click();
  await waitFor('the end of the notification', async () => (await toast.count()) === 0);
  note(`MNIST: stopped ${Math.round(Date.now() - pressed)} ms after Cancel`);
  assert.deepEqual(await runsOf(workspace), before);
  await curve.getByText('Stopped', { exact: false }).first().waitFor();
}

/** Answers the questions; gives the time of the last key. */
async function trainMnist(page, maxIter) {
  await runCommand(page, 'Tenfold: Train a Classifier…');
  await waitFor('a list that is at rest', async () => {
    const before = await picks(page);
    await page.waitForTimeout(300);
    return before.includes('MNIST') && String(before) === String(await picks(page));
  });
  await pick(page, 'MNIST', { title: /1\/\d/ });
  await pick(page, 'LogisticRegression', { title: /2\/\d/ });
  await pick(page, 'lbfgs', { title: '3/8' });
  await input(page, '1', { title: '4/8' });
  await pick(page, 'auto', { title: '5/8' });
  await input(page, maxIter, { title: '6/8' });
  await pick(page, 'None', { title: '7/8' });
  await waitFor('the last question', async () => (await picks(page)).includes('25 % of the rows'));
  const pressed = Date.now();
  await page.keyboard.press('Enter');
  return pressed;
}

/** All entries of the folder of runs, temporary ones too. */
async function runsOf(workspace) {
  return readdir(join(workspace, '.tenfold/runs')).catch(() => []);
}
