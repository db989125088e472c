import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { mnistFile, TEST_LABELS } from '../files/mnist.js';
import { waitForRun } from '../files/runs.js';
import {
  closeEditors,
  isBright,
  openFile,
  pick,
  runCommand,
  screenshot,
  trainStepByStep,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'in a browser alone, without Node, it trains, shows digits, weights and files';
export const themes = ['dark'];
export const timeout = 240_000;

/** The workbench runs the extension's `browser` entry in its web worker, with files behind a connection. */
const IN_THE_BROWSER = { 'remote.extensionKind': { 'tenfold.tenfold-vscode': ['web'] } };

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const web = { ...context, ...(await context.start({ settings: IN_THE_BROWSER })) };
  const { page, workspace } = web;
  const workers = page.workers().length;
  await train(page, { dataset: 'Digits', solver: 'liblinear', maxIter: '100' });
  await webview(page, '[role="grid"]', 60_000);
  const { metrics } = await waitForRun(workspace, () => true);
  assert.equal(metrics.accuracy, 0.9533333333333334);
  assert.ok(page.workers().length > workers, 'no worker was started in the browser');
  await screenshot(web, 'web-digits');
  await closeEditors(page);

  const began = Date.now();
  await train(page, { dataset: 'MNIST', maxIter: '20' });
  await webview(page, '[role="grid"]', 120_000);
  context.note(`MNIST in the browser: ${Date.now() - began} ms with its questions`);
  await runCommand(page, 'View: Close All Editors');

  await runCommand(page, 'Tenfold: Show Digits');
  await pick(page, 'MNIST');
  const grid = await webview(page, '.image-grid', 60_000);
  await waitFor('images', () => isBright(grid.locator('canvas').first()));
  await screenshot(web, 'web-grid');
  await closeEditors(page);

  await copyFile(mnistFile(TEST_LABELS), join(workspace, TEST_LABELS));
  await openFile(page, TEST_LABELS);
  const file = await webview(page, '[role="grid"]', 30_000);
  await waitFor('the first label', async () => /Row 0: 7/.test(await file.locator('body').innerText()));
  await closeEditors(page);
}

function train(page, answers) {
  return trainStepByStep(page, { C: '1', split: '25 % of the rows', ...answers });
}
