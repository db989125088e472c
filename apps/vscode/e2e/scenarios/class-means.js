import assert from 'node:assert/strict';

import {
  accessibilityViolations,
  closeEditors,
  input,
  pickNewestRun,
  runCommand,
  screenshot,
  titled,
  trainByQuestions,
  waitFor,
} from '../workbench/drive.js';

export const name = 'what is typical of each class is shown as images of means and variances, and as a table';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page } = context;
  await trainByQuestions(page, 'GaussianNB', [(title) => input(page, '1e-9', { title })]);

  await runCommand(page, 'Tenfold: Show Class Means');
  await pickNewestRun(page);
  const frame = await titled(page, 'What is typical of each class');
  await waitFor('ten images and a scale', async () => (await frame.locator('canvas').count()) === 11);
  await screenshot(context, 'class-means');
  assert.deepEqual(await accessibilityViolations(frame), []);

  const scale = await frame.locator('.legend-ends').first().innerText();
  await frame.getByRole('button', { name: 'Variances' }).click();
  await waitFor(
    'another scale',
    async () => (await frame.locator('.legend-ends').first().innerText()) !== scale,
  );
  const picture = frame.getByRole('group', { name: 'variance of class 3' });
  await picture.focus();
  await picture.press('ArrowDown');
  await waitFor('a value', async () =>
    /^Class 3, row 2, column 1: [\d.]+$/.test((await frame.locator('.readout').innerText()).trim()),
  );
  await screenshot(context, 'class-variances');

  await frame.getByRole('button', { name: 'Table', exact: true }).click();
  await frame.getByRole('rowheader', { name: 'row 8, column 8' }).waitFor();
  await screenshot(context, 'class-means-table');
  assert.deepEqual(await accessibilityViolations(frame), []);
  await closeEditors(page);
}
