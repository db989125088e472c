import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where screenshots are kept, a folder a theme; git does not see it. */
export const screenshotFolder = join(import.meta.dirname, '..', '..', '..', '.cache', 'e2e-screenshots');

/**
 * Keeps a picture of the window.
 *
 * @param {{ page: import('playwright-core').Page, theme: string }} workbench
 * @param {string} name of the file, without its ending
 * @returns {Promise<string>} its path
 */
export async function screenshot({ page, theme }, name) {
  const folder = join(screenshotFolder, theme);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}
