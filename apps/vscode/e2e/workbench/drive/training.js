import { closeEditors, runCommand } from './palette.js';
import { input, pick } from './quick-input.js';
import { webview } from './webview.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Trains on the digits, waits for the matrix and closes it.
 *
 * @param {Page} page
 */
export async function trainDigits(page) {
  await runCommand(page, 'Tenfold: Train on Digits');
  await webview(page, '[role="grid"]');
  await closeEditors(page);
}

/**
 * Starts a training by answering its questions.
 *
 * @param {Page} page
 * @param {{ dataset: string, classifier: string, C: string, maxIter: string, split: string }} answers as they are listed
 */
export async function trainStepByStep(page, { dataset, classifier, C, maxIter, split }) {
  await runCommand(page, 'Tenfold: Train a Classifier…');
  await pick(page, dataset, { title: '1/5' });
  await pick(page, classifier, { title: '2/5' });
  await input(page, C, { title: '3/5' });
  await input(page, maxIter, { title: '4/5' });
  await pick(page, split, { title: '5/5' });
}
