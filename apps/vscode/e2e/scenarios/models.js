import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { waitForRun } from '../files/runs.js';
import {
  bindKeys,
  closeEditors,
  openFile,
  pick,
  pickNewestRun,
  runCommand,
  saveAs,
  screenshot,
  titled,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'a key binding trains with LIBLINEAR; its model is exported and predicts';
export const themes = ['dark'];

const KEYS = [
  {
    key: 'ctrl+alt+l',
    command: 'tenfold.train',
    args: { dataset: 'digits', model: { solver: 'liblinear' }, split: { testSize: 0.25, randomState: 0 } },
  },
];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await bindKeys(context, KEYS);
  // The key is known to the window some time after it was bound.
  const { folder, metrics } = await waitFor(
    'the run',
    async () => {
      await page.keyboard.press('Control+Alt+L');
      return waitForRun(workspace, () => true, 15_000);
    },
    60_000,
  );
  await webview(page, '[role="grid"]');
  assert.equal(metrics.accuracy, 0.9533333333333334);
  assert.equal(metrics.model.params.solver, 'liblinear');

  await closeEditors(page);
  await runCommand(page, 'Tenfold: Export Model…');
  await pickNewestRun(page);
  const exported = join(workspace, 'mine.tenfold.json');
  await saveAs(page, exported);
  const model = await waitFor('the model', () => readFile(exported, 'utf8'));
  assert.equal(model, await readFile(join(folder, 'model.json'), 'utf8'));

  await openFile(page, 'mine.tenfold.json');
  await titled(page, 'mine.tenfold.json');
  await runCommand(page, 'Tenfold: Predict with a Model…');
  await pick(page, 'The Model of a Run…').catch(() => undefined);
  await pick(page, 'Digits');
  await waitFor('the predictions', async () =>
    /index,predicted,probability/.test(await page.locator('.view-lines:visible').first().innerText()),
  );
  await screenshot(context, 'predicted');
  // Not to be asked whether to save it.
  await runCommand(page, 'View: Revert and Close Editor');
}
