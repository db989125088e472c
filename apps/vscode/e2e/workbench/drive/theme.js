import { themes } from '../themes.js';
import { runCommand } from './palette.js';
import { pick } from './quick-input.js';
import { waitFor } from './wait.js';

/**
 * Changes the colours of a running workbench, as a user does.
 *
 * @param {import('../start.js').Workbench} workbench
 * @param {import('../themes.js').Theme} theme
 */
export async function setTheme(workbench, theme) {
  const { label, className } = themes[theme];
  await runCommand(workbench.page, 'Preferences: Color Theme');
  await pick(workbench.page, label);
  workbench.theme = theme;
  const shown = workbench.page.locator(`.monaco-workbench.${className}`);
  await waitFor(`the theme ${label}`, () => shown.count());
}
