import { readFile, writeFile } from 'node:fs/promises';

import { themes } from '../themes.js';
import { waitFor } from './wait.js';

/** The class that the workbench carries for each theme. */
const classes = { dark: 'vs-dark', light: 'vs', 'hc-dark': 'hc-black', 'hc-light': 'hc-light' };

/**
 * Changes the colours of a running workbench.
 *
 * @param {import('../start.js').Workbench} workbench
 * @param {import('../themes.js').Theme} theme
 */
export async function setTheme(workbench, theme) {
  const settings = JSON.parse(await readFile(workbench.settingsFile, 'utf8'));
  settings['workbench.colorTheme'] = themes[theme];
  await writeFile(workbench.settingsFile, JSON.stringify(settings));
  workbench.theme = theme;
  await waitFor(`the theme ${themes[theme]}`, () =>
    workbench.page.locator(`.monaco-workbench.${classes[theme]}`).count(),
  );
}
