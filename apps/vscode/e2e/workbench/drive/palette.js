import { filterAndAccept, filterList, picks, widget } from './quick-input.js';
import { waitFor } from './wait.js';

const patience = 30_000;

/** @typedef {import('playwright-core').Page} Page */

/**
 * Runs a command from the palette, as a user does.
 *
 * @param {Page} page
 * @param {string} title as the palette shows it, with its category: "Tenfold: Train on Digits"
 * @throws {Error} when the palette does not offer it
 */
export async function runCommand(page, title) {
  await choose(page, 'F1', `>${title}`, title);
}

/**
 * The commands that the palette offers for what is typed, as far as they are in view.
 *
 * @param {Page} page
 * @param {string} filter
 * @returns {Promise<string[]>}
 */
export async function offeredCommands(page, filter) {
  const offered = await waitFor(
    `commands for "${filter}"`,
    async () => {
      await show(page, 'F1');
      await filterList(page, `>${filter}`);
      await page.waitForTimeout(200);
      const labels = (await picks(page)).filter((label) => label.includes(filter));
      return labels.length > 0 && labels;
    },
    patience,
  );
  await page.keyboard.press('Escape');
  return offered;
}

/**
 * Opens a file of the workspace in its editor.
 *
 * @param {Page} page
 * @param {string} name the file's name; unique in the workspace
 */
export async function openFile(page, name) {
  await choose(page, 'ControlOrMeta+P', name, name);
}

/**
 * Dismisses what is open on top (quick inputs, notifications) and closes all editors without saving.
 *
 * @param {Page} page
 */
export async function closeEditors(page) {
  await page.keyboard.press('Escape');
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'Notifications: Clear All Notifications');
}

/**
 * Reloads the window as a user does: it then writes down first which editors are open, and what they keep.
 *
 * @param {Page} page
 */
export async function reloadWindow(page) {
  const loaded = page.waitForEvent('load', { timeout: 60_000 });
  await runCommand(page, 'Developer: Reload Window');
  await loaded;
}

/** A list that was opened before extensions or files had been read never shows them: it is opened again. */
async function choose(page, key, filter, wanted) {
  let shown = [];
  await waitFor(
    () => `"${wanted}" after ${key}; at last there were: ${shown.join(', ')}`,
    async () => {
      await show(page, key);
      shown = await filterAndAccept(page, filter, wanted);
      if (shown.includes(wanted)) return true;
      await page.keyboard.press('Escape');
      return false;
    },
    patience,
  );
}

/** A key may fall into a page that is still loading, or into a webview that keeps it: press it until it is heard. */
async function show(page, key) {
  await waitFor(`the quick input after ${key}`, async () => {
    await page.keyboard.press(key);
    await widget(page).waitFor({ timeout: 2000 });
    return true;
  });
}
