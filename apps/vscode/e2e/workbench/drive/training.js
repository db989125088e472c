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
 * Starts a training of logistic regression by answering its questions.
 *
 * @param {Page} page
 * @param {{ dataset: string, solver?: string, C: string, multiClass?: string, maxIter: string, preprocess?: string,
 *   split: string }} answers as they are listed
 */
export async function trainStepByStep(page, answers) {
  const { dataset, solver = 'lbfgs', C, multiClass = 'auto', maxIter, split } = answers;
  const { preprocess = 'None' } = answers;
  await runCommand(page, 'Tenfold: Train a Classifier…');
  await pick(page, dataset, { title: /1\/\d/ });
  await pick(page, 'LogisticRegression', { title: /2\/\d/ });
  await pick(page, solver, { title: '3/8' });
  await input(page, C, { title: '4/8' });
  await pick(page, multiClass, { title: '5/8' });
  await input(page, maxIter, { title: '6/8' });
  await pick(page, preprocess, { title: '7/8' });
  await pick(page, split, { title: '8/8' });
}

/**
 * Trains a classifier on three quarters of the digits by answering its questions, waits for the matrix and closes it.
 *
 * @param {Page} page
 * @param {string} classifier as it is listed
 * @param {((title: string) => Promise<void>)[]} answers what answers each question about its hyper-parameters, given the
 *   title that says which of all questions it is
 */
export async function trainByQuestions(page, classifier, answers) {
  const count = answers.length + 4;
  await runCommand(page, 'Tenfold: Train a Classifier…');
  await pick(page, 'Digits', { title: /1\/\d/ });
  await pick(page, classifier, { title: /2\/\d/ });
  for (const [at, answer] of answers.entries()) await answer(`${at + 3}/${count}`);
  await pick(page, 'None', { title: `${count - 1}/${count}` });
  await pick(page, '25 % of the rows', { title: `${count}/${count}` });
  await webview(page, '[role="grid"]');
  await closeEditors(page);
}
