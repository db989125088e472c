import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';

import { offeredCommands, runCommand } from '../workbench/drive.js';

export const name = 'in a workspace that is not trusted nothing is trained or written';
export const themes = ['dark'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run({ start }) {
  const { page, workspace } = await start({ workspaceTrust: true, files: { 'notes.txt': 'nothing' } });
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await runCommand(page, 'Tenfold: Show Log');
  await page.locator('.panel .composite-bar .action-item.checked', { hasText: 'Output' }).waitFor();
  const offered = await offeredCommands(page, 'Tenfold: ');
  assert.ok(offered.includes('Tenfold: Show Log'), offered.join());
  assert.deepEqual(
    offered.filter((title) => /: (Train|Compare Solvers|Export|Download)/.test(title)),
    [],
  );
  await page.keyboard.press('Control+Alt+T');
  await page.keyboard.press('d');
  await page.waitForTimeout(1000);
  assert.deepEqual(await readdir(workspace), ['notes.txt']);
}
