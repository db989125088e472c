import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { casePath } from '@tenfold/cases';

import { waitForRun } from '../files/runs.js';
import {
  accessibilityViolations,
  openFile,
  pick,
  runCommand,
  screenshot,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'a matrix of four hundred classes is scrolled, walked and read';
export const themes = ['dark', 'light'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await copyFile(casePath('c400.csv'), join(workspace, 'c400.csv'));
  await openFile(page, 'c400.csv');
  await runCommand(page, 'Tenfold: Train on This File');
  await pick(page, 'label', { title: '1/2' });
  await pick(page, [], { title: '2/2' });
  const { metrics } = await waitForRun(workspace, (run) => run.includes('c400'), 90_000);
  assert.equal(metrics.classes.length, 400);

  const matrix = await webview(page, '[role="grid"]', 30_000);
  const grid = matrix.getByRole('grid');
  const cells = () => matrix.locator('[role="gridcell"]').count();
  assert.equal(await grid.getAttribute('aria-rowcount'), '401');
  await waitFor('the cells that are seen', async () => (await cells()) > 100);
  await screenshot(context, 'many-classes');
  assert.deepEqual(await accessibilityViolations(matrix), []);

  await matrix.locator('[role="gridcell"][tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await waitFor('the last cell', () =>
    matrix.locator('[data-row="399"][data-column="399"]').evaluate((cell) => cell.matches(':focus')),
  );
  await waitFor('the cells around it', async () => (await matrix.locator('[data-row="390"]').count()) > 10);
  assert.ok((await cells()) < 8000, `${await cells()} cells are drawn`);
  await screenshot(context, 'many-classes-end');

  await matrix.getByLabel('As a table').check();
  await waitFor(
    'the table',
    async () => (await matrix.locator('.virtual-table [role="gridcell"]').count()) > 20,
  );
  await screenshot(context, 'many-classes-table');
}
