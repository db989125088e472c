import assert from 'node:assert/strict';

import {
  accessibilityViolations,
  closeEditors,
  pickNewestRun,
  runCommand,
  screenshot,
  titled,
  trainDigits,
  waitFor,
} from '../workbench/drive.js';

export const name = 'weights are shown as images, with what each pixel of an image adds, and as a table';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page } = context;
  await trainDigits(page);
  await runCommand(page, 'Tenfold: Show Weights as Images');
  await pickNewestRun(page);
  const frame = await titled(page, 'What weighs for each class');
  await waitFor(
    'ten images of weights and those of a decision',
    async () => (await frame.locator('canvas').count()) >= 13,
  );
  await screenshot(context, 'weights');
  assert.deepEqual(await accessibilityViolations(frame), []);

  const before = await frame.locator('.decision').innerText();
  await frame.getByRole('button', { name: 'Next Misclassified' }).click();
  await waitFor('another image', async () => (await frame.locator('.decision').innerText()) !== before);
  await screenshot(context, 'weights-decision');

  await frame.getByRole('button', { name: 'Table', exact: true }).click();
  await frame.locator('table').first().waitFor();
  await screenshot(context, 'weights-table');
  assert.deepEqual(await accessibilityViolations(frame), []);
  await closeEditors(page);
}
