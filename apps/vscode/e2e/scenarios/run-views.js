import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { waitForRun } from '../files/runs.js';
import {
  accessibilityViolations,
  closeEditors,
  pick,
  picks,
  reloadWindow,
  runCommand,
  saveAs,
  screenshot,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'a run is looked at: matrix, images behind a cell, report, curve, pictures';
export const timeout = 240_000;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await runCommand(page, 'Tenfold: Train on Digits');
  const matrix = await webview(page, '[role="grid"]');
  await matrix.locator('[data-row="8"][data-column="1"]').click();
  await waitFor(
    'the images behind the cell',
    async () => (await matrix.locator('.cell-images canvas').count()) === 3,
  );
  await screenshot(context, 'matrix-cell');
  assert.deepEqual(await accessibilityViolations(matrix), []);

  await runCommand(page, 'Tenfold: Show Training Curve');
  const curve = await webview(page, '.chart polyline');
  const { metrics } = await waitForRun(workspace, () => true);
  assert.match(
    await curve.getByRole('slider').first().getAttribute('aria-valuetext'),
    new RegExp(`^Iteration ${metrics.nIter}: 0\\.00`),
  );
  await screenshot(context, 'curve');
  assert.deepEqual(await accessibilityViolations(curve), []);
  // Of two editors side by side the one that was clicked is closed.
  await curve.locator('h1').click();
  await runCommand(page, 'View: Close Editor');

  // Behind a curve in the same place the matrix was hidden, and is drawn again.
  const shown = await webview(page, '[role="grid"]');
  await exported(context, shown, 'Export CSV', 'matrix.csv', (text) => assert.match(text, /^8,0,3,1,0/m));
  await exported(context, shown, 'Export SVG', 'matrix.svg', (text) =>
    assert.match(text, /^<svg[^>]+>\n<title>/),
  );
  await exported(context, shown, 'Export PNG', 'matrix.png', (_, bytes) => {
    assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    assert.ok(bytes.readUInt32BE(16) > 1000, `it is ${bytes.readUInt32BE(16)} pixels wide`);
  });

  await reloadWindow(page);
  const restored = await webview(page, '[role="grid"]', 60_000);
  await waitFor(
    'the cell that was chosen',
    async () => (await restored.locator('.cell-images canvas').count()) === 3,
  );

  await closeEditors(page);
  await runCommand(page, 'Tenfold: Open Run');
  const report = await webview(page, '.report [role="grid"]');
  await screenshot(context, 'report');
  assert.deepEqual(await accessibilityViolations(report), []);
  await report.getByRole('button', { name: 'Save as HTML…' }).click();
  await saveAs(page, join(workspace, 'report.html'));
  await waitFor('the report', async () =>
    (await readFile(join(workspace, 'report.html'), 'utf8')).includes('95.33%'),
  );

  await closeEditors(page);
  await runCommand(page, 'Tenfold: Export Picture…');
  await pick(page, 'Weights as images');
  await pick(page, 'PNG');
  await saveAs(page, join(workspace, 'weights.png'));
  await written(workspace, 'weights.png');

  await closeEditors(page);
  await runCommand(page, 'Tenfold: Compare Solvers');
  await pick(page, 'Digits').catch(() => {});
  const comparison = await webview(page, '.scatter');
  await waitFor(
    'all solvers',
    async () => (await comparison.locator('.scatter g circle').count()) === 6,
    60_000,
  );
  await screenshot(context, 'solvers');
  assert.deepEqual(await accessibilityViolations(comparison), []);

  await closeEditors(page);
  await runCommand(page, 'Tenfold: Compare Runs');
  await waitFor('the runs to choose from', async () => (await picks(page)).length >= 4);
  await page.keyboard.press('Enter');
  const runs = await webview(page, '.comparison-table');
  await screenshot(context, 'runs');
  assert.deepEqual(await accessibilityViolations(runs), []);
}

async function exported({ page, workspace }, frame, button, file, check) {
  await frame.getByRole('button', { name: button }).click();
  await saveAs(page, join(workspace, file));
  const bytes = await written(workspace, file);
  check(bytes.toString('utf8'), bytes);
}

function written(workspace, file) {
  return waitFor(file, () => readFile(join(workspace, file)), 30_000);
}
