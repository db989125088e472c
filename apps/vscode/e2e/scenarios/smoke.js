import assert from 'node:assert/strict';

import { offeredCommands, runCommand, screenshot } from '../workbench/drive.js';

export const name = 'the workbench comes up and its palette lists the extension';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, logs } = context;
  await runCommand(page, 'Tenfold: Show Log');
  const commands = await offeredCommands(page, 'Tenfold: Train');
  assert.ok(commands.includes('Tenfold: Train on Digits'), `the palette shows ${commands}`);
  await screenshot(context, 'log');
  assert.deepEqual(
    logs.lines.filter(({ source }) => source === 'page'),
    [],
  );
}
