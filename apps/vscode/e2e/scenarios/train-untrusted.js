import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';

import { input, picks, runCommand, waitFor } from '../workbench/drive.js';

export const name = 'in a workspace that is not trusted nothing is trained or written';
export const themes = ['dark'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run({ start }) {
  const { page, workspace } = await start({ workspaceTrust: true, files: { 'notes.txt': 'nothing' } });
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await runCommand(page, 'Tenfold: Show Log');
  await page.locator('.panel .composite-bar .action-item.checked', { hasText: 'Output' }).waitFor();
  await page.keyboard.press('F1');
  await input(page, '>Tenfold: Show', { confirm: false });
  await waitFor('the commands that show', async () => (await picks(page)).includes('Tenfold: Show Log'));
  for (const words of ['Train', 'Compare Solvers', 'Export', 'Download']) {
    await input(page, `>Tenfold: ${words}`, { confirm: false });
    await page.waitForTimeout(500);
    const found = (await picks(page)).filter((title) => title.startsWith(`Tenfold: ${words}`));
    assert.deepEqual(found, []);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+T');
  await page.keyboard.press('d');
  await page.waitForTimeout(1000);
  assert.deepEqual(await readdir(workspace), ['notes.txt']);
}
