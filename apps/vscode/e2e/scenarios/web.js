import assert from 'node:assert/strict';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import {
  closeEditors,
  input,
  openFile,
  pick,
  runCommand,
  screenshot,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'in a browser alone, without Node, it trains, shows digits, weights and files';
export const themes = ['dark'];
export const timeout = 240_000;

const mnist = join(dirname(createRequire(import.meta.url).resolve('@tenfold/mnist/package.json')), 'data');

/** The workbench runs the extension's `browser` entry in its web worker, with files behind a connection. */
const IN_THE_BROWSER = { 'remote.extensionKind': { 'tenfold.tenfold-vscode': ['web'] } };

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const web = { ...context, ...(await context.start({ settings: IN_THE_BROWSER })) };
  const { page, workspace } = web;
  const workers = page.workers().length;
  await train(page, ['Digits', 'One-vs-rest, LIBLINEAR', '1', '100', '25 % of the rows']);
  await webview(page, '[role="grid"]', 60_000);
  const [digits] = await runs(workspace);
  assert.equal(digits.accuracy, 0.9533333333333334);
  assert.ok(page.workers().length > workers, 'no worker was started in the browser');
  await screenshot(web, 'web-digits');
  await closeEditors(page);

  const began = Date.now();
  await train(page, ['MNIST', 'Multinomial, L-BFGS', '1', '20', '25 % of the rows']);
  await webview(page, '[role="grid"]', 120_000);
  context.note(`MNIST in the browser: ${Date.now() - began} ms with its questions`);
  await runCommand(page, 'View: Close All Editors');

  await runCommand(page, 'Tenfold: Show Digits');
  await pick(page, 'MNIST');
  const grid = await webview(page, '.image-grid', 60_000);
  await waitFor('images', () => grid.locator('canvas').first().evaluate(isBright));
  await screenshot(web, 'web-grid');
  await closeEditors(page);

  await copyFile(join(mnist, 't10k-labels-idx1-ubyte.gz'), join(workspace, 't10k-labels-idx1-ubyte.gz'));
  await openFile(page, 't10k-labels-idx1-ubyte.gz');
  const file = await webview(page, '[role="grid"]', 30_000);
  await waitFor('the first label', async () => /Row 0: 7/.test(await file.locator('body').innerText()));
  await closeEditors(page);
}

/** Answers the questions of a training. */
async function train(page, [dataset, classifier, C, maxIter, split]) {
  await runCommand(page, 'Tenfold: Train a Classifier…');
  await pick(page, dataset, { title: '1/5' });
  await pick(page, classifier, { title: '2/5' });
  await input(page, C, { title: '3/5' });
  await input(page, maxIter, { title: '4/5' });
  await pick(page, split, { title: '5/5' });
}

async function runs(workspace) {
  const folder = join(workspace, '.tenfold/runs');
  const names = (await readdir(folder)).filter((entry) => !entry.startsWith('.'));
  return Promise.all(
    names.map(async (entry) => JSON.parse(await readFile(join(folder, entry, 'metrics.json'), 'utf8'))),
  );
}

/** Runs in the page. */
function isBright(canvas) {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, i) => i % 4 === 0 && value > 150);
}
