import assert from 'node:assert/strict';

import { drawDigit } from '../lab/digit-strokes.js';
import {
  accessibilityViolations,
  closeEditors,
  input,
  pick,
  pickNewestRun,
  runCommand,
  screenshot,
  titled,
  trainByQuestions,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'the training images that vote are shown, of a test image, a mistake and a drawing';

const TITLE = 'Which training images vote';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page } = context;
  await trainByQuestions(page, 'KNeighborsClassifier', [
    (title) => input(page, '7', { title }),
    (title) => pick(page, 'distance', { title }),
  ]);

  await runCommand(page, 'Tenfold: Show Nearest Training Images');
  await pickNewestRun(page);
  const frame = await titled(page, TITLE);
  await answered(frame, /^Taken for \d with \d+% of the votes; it is \d\.$/);
  assert.equal(await frame.locator('.neighbor canvas').count(), 7);
  await screenshot(context, 'neighbors');
  assert.deepEqual(await accessibilityViolations(frame), []);

  const before = await frame.locator('.vote-words').innerText();
  await frame.getByRole('button', { name: 'Next Misclassified' }).click();
  await waitFor('another image', async () => (await frame.locator('.vote-words').innerText()) !== before);
  await frame.getByRole('button', { name: 'Table', exact: true }).click();
  await frame.getByRole('columnheader', { name: 'Distance' }).waitFor();
  await screenshot(context, 'neighbors-table');
  assert.deepEqual(await accessibilityViolations(frame), []);
  await frame.getByRole('button', { name: 'Pictures', exact: true }).click();
  await closeEditors(page);

  await fromMistake(context);
  await fromDrawing(context);
  await closeEditors(page);
}

/** A misclassified image, shown large, leads to those that voted on it. */
async function fromMistake({ page }) {
  await runCommand(page, 'Tenfold: Show Misclassified Images');
  await pickNewestRun(page);
  const mistakes = await webview(page, '.cards');
  await mistakes.locator('.cards').focus();
  await mistakes.locator('.cards').press('ArrowRight');
  await mistakes.locator('.cards').press('Enter');
  const large = mistakes.locator('dialog.large');
  const row = /Row (\d+)/.exec(await large.locator('.hint').first().innerText())?.[1];
  await large.getByRole('button', { name: 'Which Training Images Vote' }).click();
  const frame = await titled(page, TITLE);
  await waitFor('its row', async () => (await askedRow(frame)) === `Row ${row}`);
}

/** A drawing is asked about on the page that is open already. */
async function fromDrawing(context) {
  const { page } = context;
  await runCommand(page, 'Tenfold: Draw a Digit');
  await pickNewestRun(page);
  const board = await webview(page, '[role="application"]');
  await drawDigit(board, 3);
  await board.locator('.draw-answer[aria-busy="false"]').waitFor();
  await board.getByRole('button', { name: 'Which Training Images Vote' }).click();
  const frame = await titled(page, TITLE);
  await waitFor('the drawing', async () => (await askedRow(frame)) === 'Your drawing');
  await answered(frame, /^Taken for \d with \d+% of the votes\.$/);
  await screenshot(context, 'neighbors-drawing');
}

function askedRow(frame) {
  return frame.locator('.vote-asked > .hint').innerText({ timeout: 1000 });
}

function answered(frame, text) {
  return waitFor('the answer', async () =>
    text.test(await frame.locator('.vote-words').innerText({ timeout: 1000 })),
  );
}
