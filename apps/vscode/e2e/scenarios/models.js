import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import {
  closeEditors,
  openFile,
  pick,
  pickNewestRun,
  runCommand,
  saveAs,
  screenshot,
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
  const { page, workspace, settingsFile } = context;
  await writeFile(join(dirname(settingsFile), 'keybindings.json'), JSON.stringify(KEYS));
  await context.reload();
  const runs = join(workspace, '.tenfold/runs');
  const before = await finished(runs);
  const [folder] = await waitFor('the run', async () => {
    await page.keyboard.press('Control+Alt+L');
    return waitFor('a folder', () => later(runs, before), 3000);
  });
  await webview(page, '[role="grid"]');
  const metrics = JSON.parse(await readFile(join(runs, folder, 'metrics.json'), 'utf8'));
  assert.equal(metrics.accuracy, 0.9533333333333334);
  assert.equal(metrics.model.params.solver, 'liblinear');

  await closeEditors(page);
  await runCommand(page, 'Tenfold: Export Model…');
  await pickNewestRun(page);
  const exported = join(workspace, 'mine.tenfold.json');
  await saveAs(page, exported);
  const model = await waitFor('the model', () => readFile(exported, 'utf8'));
  assert.equal(model, await readFile(join(runs, folder, 'model.json'), 'utf8'));

  await openFile(page, 'mine.tenfold.json');
  await webview(page, async (frame) => /mine/.test(await frame.locator('h1').first().innerText()));
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

/** The names of the runs that are written. */
async function finished(runs) {
  return (await readdir(runs).catch(() => [])).filter((folder) => !folder.startsWith('.'));
}

/** Those of them that were written later, if there are any. */
async function later(runs, before) {
  const folders = (await finished(runs)).filter((folder) => !before.includes(folder));
  return folders.length > 0 && folders;
}
