import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Gives the user key bindings of their own; the window is loaded again, and hears of them a while later.
 *
 * @param {{ settingsFile: string, reload: () => Promise<void> }} workbench
 * @param {{ key: string, command: string, args?: unknown }[]} bindings
 */
export async function bindKeys({ settingsFile, reload }, bindings) {
  await writeFile(join(dirname(settingsFile), 'keybindings.json'), JSON.stringify(bindings));
  await reload();
}
