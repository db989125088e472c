import { bindKeys, waitFor, webview } from '../workbench/drive.js';

export const name = 'the first press after installing trains and shows the matrix';
export const themes = ['dark'];
export const timeout = 180_000;

const KEYS = [
  { key: 'ctrl+alt+1', command: 'tenfold.trainDigits' },
  { key: 'ctrl+alt+2', command: 'tenfold.train', args: { dataset: 'mnist' } },
  { key: 'ctrl+alt+0', command: 'workbench.action.showCommands' },
];

/** Milliseconds in which a window that was just opened does things of its own. */
const SETTLING = 8000;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run({ start, note }) {
  for (const [key, data] of [
    ['1', 'digits'],
    ['2', 'MNIST'],
  ]) {
    const { page, close, ...workbench } = await start({});
    await bindKeys(workbench, KEYS);
    await bindingsAreRead(page);
    await page.waitForTimeout(SETTLING);
    await page.keyboard.press(`Control+Alt+${key}`);
    const pressed = Date.now();
    await waitFor(
      `the matrix of ${data}`,
      async () => {
        const frame = await webview(page, '[role="grid"]');
        return (await frame.locator('[role="gridcell"]').count()) >= 100;
      },
      60_000,
    );
    note(`${data}: ${Date.now() - pressed} ms from the first press to the matrix`);
    await close();
  }
}

/** Waits until a key of the user's opens the palette, with a command that does not start the extension. */
async function bindingsAreRead(page) {
  const palette = page.locator('.quick-input-widget:visible');
  await waitFor('the keys', async () => {
    await page.keyboard.press('Control+Alt+0');
    await palette.waitFor({ timeout: 1000 });
    return true;
  });
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'hidden' });
}
