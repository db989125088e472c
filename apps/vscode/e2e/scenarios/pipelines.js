import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runNames, waitForRun } from '../files/runs.js';
import {
  accessibilityViolations,
  closeEditors,
  pickNewestRun,
  reloadWindow,
  runCommand,
  screenshot,
  titled,
  trainStepByStep,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'a pipeline is trained from the palette, opened again, and looked at by its last step';
export const themes = ['dark', 'light'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  const before = await runNames(workspace);
  await trainStepByStep(page, {
    dataset: 'Digits',
    C: '1',
    maxIter: '100',
    preprocess: 'StandardScaler',
    split: '25 % of the rows',
  });
  const { folder, metrics } = await waitForRun(workspace, (name) => !before.includes(name));
  await webview(page, '[role="grid"]');
  assert.match(folder, /-digits-standard-scaler-logistic-regression$/);
  assert.deepEqual(
    [metrics.model.name, metrics.model.preprocess.map(({ name }) => name), metrics.converged],
    ['LogisticRegression', ['StandardScaler'], true],
  );
  const model = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
  assert.equal(model.estimator.name, 'Pipeline');
  await closeEditors(page);

  await runCommand(page, 'Tenfold: Open Run');
  await pickNewestRun(page);
  await titled(page, 'StandardScaler + LogisticRegression on digits');
  await reloadWindow(page);
  const report = await titled(page, 'StandardScaler + LogisticRegression on digits', 60_000);
  await report.getByRole('heading', { name: 'Preprocessing: StandardScaler' }).waitFor();
  await screenshot(context, 'pipeline-report');
  assert.deepEqual(await accessibilityViolations(report), []);
  await report.getByRole('button', { name: 'Weights as Images' }).click();
  const weights = await titled(page, 'What weighs for each class');
  await weights.getByText('In the units that StandardScaler gives').waitFor();
  await waitFor('the decision', async () => (await weights.locator('canvas').count()) >= 13);
  await screenshot(context, 'pipeline-weights');
  await closeEditors(page);
}
