import assert from 'node:assert/strict';

import { runNames, waitForRun } from '../files/runs.js';
import {
  closeEditors,
  input,
  pick,
  pickNewestRun,
  runCommand,
  screenshot,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'neighbours and naive Bayes are trained by their own questions, and predict';
export const themes = ['dark', 'hc-dark'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page } = context;
  const neighbors = await train(context, 'KNeighborsClassifier', async () => {
    await input(page, '0', { title: '3/6' });
    assert.match(await page.locator('.quick-input-message').innerText(), /at least 1/);
    await screenshot(context, 'neighbors-wrong');
    await input(page, '3', { title: '3/6' });
    await screenshot(context, 'neighbors-weights');
    await pick(page, 'distance', { title: '4/6' });
    await pick(page, 'None', { title: '5/6' });
    await pick(page, '25 % of the rows', { title: '6/6' });
  });
  assert.deepEqual(
    [neighbors.model.name, neighbors.model.params.nNeighbors, neighbors.model.params.weights],
    ['KNeighborsClassifier', 3, 'distance'],
  );
  assert.ok(neighbors.accuracy > 0.98, `accuracy ${neighbors.accuracy}`);
  await screenshot(context, 'neighbors-matrix');
  await predictDigits(context, 'neighbors');

  const bayes = await train(context, 'GaussianNB', async () => {
    await screenshot(context, 'bayes-smoothing');
    await input(page, '1e-9', { title: '3/5' });
    await pick(page, 'None', { title: '4/5' });
    await pick(page, '25 % of the rows', { title: '5/5' });
  });
  assert.deepEqual(
    [bayes.model.name, bayes.model.params.varSmoothing, bayes.nIter],
    ['GaussianNB', 1e-9, null],
  );
  assert.ok(bayes.accuracy > 0.8, `accuracy ${bayes.accuracy}`);
  await screenshot(context, 'bayes-matrix');
  await closeEditors(page);
  await runCommand(page, 'Tenfold: Open Run');
  await pickNewestRun(page);
  await webview(page, '.report [role="grid"]');
  await screenshot(context, 'bayes-report');
  await predictDigits(context, 'bayes');
}

async function train({ page, workspace }, classifier, answer) {
  const before = await runNames(workspace);
  await runCommand(page, 'Tenfold: Train a Classifier…');
  await pick(page, 'Digits', { title: /1\/\d/ });
  await pick(page, classifier, { title: /2\/\d/ });
  await answer();
  const { metrics } = await waitForRun(workspace, (name) => !before.includes(name));
  await webview(page, '[role="grid"]');
  return metrics;
}

async function predictDigits(context, name) {
  const { page } = context;
  await closeEditors(page);
  await runCommand(page, 'Tenfold: Predict with a Model…');
  await pick(page, 'The Model of a Run…');
  await pickNewestRun(page);
  await pick(page, 'Digits');
  await waitFor('the predictions', async () =>
    /index,predicted,probability/.test(await page.locator('.view-lines:visible').first().innerText()),
  );
  await screenshot(context, `${name}-predicted`);
  // Not to be asked whether to save it.
  await runCommand(page, 'View: Revert and Close Editor');
}
