import assert from 'node:assert/strict';

import { input, picks, runCommand, screenshot } from '../workbench/drive.js';

export const name = 'the workbench comes up and its palette lists the extension';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, logs } = context;
  await runCommand(page, 'View: Show Explorer');
  await page.keyboard.press('F1');
  await input(page, '>Tenfold: ', { confirm: false });
  const commands = await picks(page);
  assert.ok(
    commands.some((title) => title.startsWith('Tenfold: ')),
    `the palette shows ${commands}`,
  );
  await screenshot(context, 'palette');
  await page.keyboard.press('Escape');
  assert.deepEqual(
    logs.lines.filter(({ source }) => source === 'page'),
    [],
  );
}
