import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { drawDigit } from './lab/digit-strokes.js';
import { readOptions } from './runner/options.js';
import {
  runCommand,
  titled,
  trainStepByStep,
  waitFor,
  waitForNotification,
  webview,
} from './workbench/drive.js';
import { startWorkbench } from './workbench/start.js';

// Takes the pictures of the README, from a run of MNIST to a digit that is drawn: `pnpm pictures`, after packaging.

const folder = join(import.meta.dirname, '..', 'media', 'readme');
const { vsix } = readOptions([]);

await mkdir(folder, { recursive: true });
const workbench = await startWorkbench({
  vsix,
  viewport: { width: 1360, height: 800 },
  settings: { 'breadcrumbs.enabled': false, 'workbench.layoutControl.enabled': false },
  log: console.log,
});
try {
  await tour(workbench.page);
} finally {
  await workbench.close();
}

async function tour(page) {
  await runCommand(page, 'Tenfold: Focus on Runs View');
  await trainStepByStep(page, {
    dataset: 'MNIST',
    C: '3e-7',
    maxIter: '100',
    split: '10 % of the rows',
  });
  await waitForNotification(page, /iteration [3-9]\d, loss/, 60_000);
  await webview(page, '.chart polyline');
  await keep(page, 'train');

  const matrix = await webview(page, '[role="grid"]', 60_000);
  await waitFor('the end', async () => (await page.locator('.notification-toast').count()) === 0, 60_000);
  await matrix.locator('[data-row="4"][data-column="9"]').click();
  await matrix.locator('.cell-images canvas').nth(5).waitFor();
  await keep(page, 'matrix');

  await runCommand(page, 'Tenfold: Show Misclassified Images');
  const mistakes = await webview(page, async (frame) =>
    (await frame.locator('body').innerText()).includes('the surest mistakes first'),
  );
  await mistakes.locator('canvas').nth(8).waitFor();
  await keep(page, 'misclassified');

  await runCommand(page, 'Tenfold: Show Weights as Images');
  const weights = await titled(page, 'What weighs for each class');
  await weights.locator('canvas').nth(9).waitFor();
  await keep(page, 'weights');

  await runCommand(page, 'Tenfold: Draw a Digit');
  const board = await webview(page, '[role="application"]');
  await drawDigit(board, 3);
  await keep(page, 'draw');
}

/** A moment for what still moves, and the picture. */
async function keep(page, name) {
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
