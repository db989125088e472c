import assert from 'node:assert/strict';

import { drawDigit } from '../lab/digit-strokes.js';
import {
  accessibilityViolations,
  closeEditors,
  pickNewestRun,
  reloadWindow,
  runCommand,
  screenshot,
  trainStepByStep,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name =
  'digits are drawn by mouse and by keys, and recognised; a reloaded window still shows them';
export const timeout = 240_000;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, note } = context;
  await trainStepByStep(page, {
    dataset: 'MNIST',
    C: '1e-6',
    maxIter: '20',
    split: '10 % of the rows',
  });
  await webview(page, '[role="grid"]', 60_000);
  await closeEditors(page);
  await runCommand(page, 'Tenfold: Draw a Digit');
  await pickNewestRun(page);
  let board = await boardOf(page);
  await screenshot(context, 'draw-empty');
  const read = [];
  for (let digit = 0; digit < 10; digit++) {
    await drawDigit(board, digit);
    read.push(await answer(board));
    if (digit === 3) await screenshot(context, 'draw-three');
    await board.getByRole('button', { name: 'Clear' }).click();
    await waitFor('a clear board', async () => (await answer(board)) === '?');
  }
  const right = read.filter((label, digit) => label === String(digit)).length;
  note(`${right} of 10 drawn digits recognised: ${read.join(' ')}`);
  assert.ok(right >= 9, `only ${right} of 10 digits were recognised: ${read.join(' ')}`);

  await drawDigit(board, 7);
  assert.equal(await answer(board), '7');
  assert.deepEqual(await accessibilityViolations(board), []);
  await reloadWindow(page);
  board = await boardOf(page);
  await waitFor('the drawing after a reload', async () => (await answer(board)) === '7');
  await board.getByRole('button', { name: 'Undo' }).click();
  await waitFor('a clear board', async () => (await answer(board)) === '?');

  await drawOneByKeys(board);
  await waitFor('the one', async () => (await answer(board)) === '1');
  await screenshot(context, 'draw-keys');
  await closeEditors(page);
}

function boardOf(page) {
  return webview(page, '[role="application"]', 60_000);
}

/** What the model says of what is drawn now. */
async function answer(board) {
  await board.locator('.draw-answer[aria-busy="false"]').waitFor();
  return board.locator('.winner-label').innerText();
}

/** A stroke from top to bottom, a cell at a time. */
async function drawOneByKeys(board) {
  const surface = board.getByRole('application', { name: 'Drawing surface' });
  await surface.focus();
  for (let i = 0; i < 5; i++) await surface.press('ArrowUp');
  for (let i = 0; i < 10; i++) await surface.press('Shift+ArrowDown');
}
