import assert from 'node:assert/strict';

import { runNames, waitForRun } from '../files/runs.js';
import {
  input,
  notification,
  pick,
  picks,
  runCommand,
  screenshot,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'a classifier is trained step by step, with a way back, and again without a question';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  const before = await runNames(workspace);
  await runCommand(page, 'Tenfold: Train a Classifier…');
  await waitFor('the data sets', async () => (await picks(page)).includes('Digits'));
  await screenshot(context, 'train-1-dataset');
  await pick(page, 'Digits', { title: /1\/\d/ });
  await screenshot(context, 'train-2-classifier');
  await pick(page, 'LogisticRegression', { title: /2\/\d/ });
  await screenshot(context, 'train-3-solver');
  await pick(page, 'lbfgs', { title: '3/8' });
  await page.locator('.quick-input-titlebar .action-label').first().click();
  await pick(page, 'liblinear', { title: '3/8' });
  await input(page, '-1', { title: '4/8' });
  assert.match(await page.locator('.quick-input-message').innerText(), /above 0/);
  await screenshot(context, 'train-4-wrong');
  await input(page, 'Infinity', { title: '4/8' });
  assert.match(await page.locator('.quick-input-message').innerText(), /liblinear/);
  await input(page, '1', { title: '4/8' });
  await waitFor('the ways to tell classes apart', async () => (await picks(page)).includes('ovr'));
  await page.locator('.quick-input-titlebar .action-label.codicon-info').click();
  const whole = notification(page, /multiClass: How three classes or more are treated: /);
  await whole.first().waitFor();
  await screenshot(context, 'train-5-explained');
  assert.deepEqual(await picks(page), ['auto', 'ovr'], 'liblinear has no softmax');
  await screenshot(context, 'train-5-classes');
  await pick(page, 'ovr', { title: '5/8' });
  await input(page, '100', { title: '6/8' });
  await waitFor('what prepares the rows', async () => (await picks(page)).includes('StandardScaler'));
  assert.equal((await picks(page))[0], 'None');
  await screenshot(context, 'train-7-preprocessing');
  await pick(page, 'None', { title: '7/8' });
  await waitFor('the parts', async () => (await picks(page)).includes('25 % of the rows'));
  await screenshot(context, 'train-8-split');
  assert.ok((await picks(page)).includes('25 % of the rows, stratified'));
  await pick(page, '25 % of the rows', { title: '8/8' });
  const { metrics: first } = await waitForRun(workspace, (name) => !before.includes(name));
  await webview(page, '[role="grid"]');
  assert.equal(first.accuracy, 0.9533333333333334);
  assert.equal(first.model.params.solver, 'liblinear');
  assert.equal(first.model.params.multiClass, 'ovr');

  const afterFirst = await runNames(workspace);
  await runCommand(page, 'Tenfold: Train Again');
  const { metrics: second } = await waitForRun(workspace, (name) => !afterFirst.includes(name));
  assert.equal(second.accuracy, first.accuracy);
  await waitFor('no notification', async () => (await notification(page, /Training/).count()) === 0);
}
