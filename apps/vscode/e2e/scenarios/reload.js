import assert from 'node:assert/strict';

import { pick, reloadWindow, runCommand, screenshot, waitFor, webview } from '../workbench/drive.js';

export const name = 'digits stay as they were: moved aside, hidden and shown again, after a reload';
export const timeout = 180_000;
export const themes = ['dark'];

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page } = context;
  await runCommand(page, 'Tenfold: Show Digits');
  await pick(page, 'Digits');
  const first = await webview(page, '.image-grid');
  await first.getByLabel(/^Label/).selectOption('3');
  await waitFor('the threes', async () => (await seen(first)).lead === '183 of 1,797 images');
  await first.locator('.image-grid').focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('+');
  await page.keyboard.press('Control+End');
  // Scrolled by hand to where the image with the focus is no longer seen.
  await first.locator('.image-grid').evaluate((grid) => {
    grid.scrollTop = 517;
  });
  await waitFor('to be scrolled', async () => (await seen(first)).top === 517);
  const before = await seen(first);
  assert.match(before.said, /label 3$/);

  await runCommand(page, 'View: Move Editor into Next Group');
  await same(page, before, 'moved aside');
  await screenshot(context, 'digits-moved');

  await runCommand(page, 'File: New Untitled Text File');
  await waitFor('another editor', () => page.locator('.view-lines:visible').count());
  await runCommand(page, 'View: Close Editor');
  await same(page, before, 'hidden and shown');

  await reloadWindow(page);
  await same(page, before, 'reloaded');
}

async function same(page, before, when) {
  const frame = await webview(page, '.image-grid', 60_000);
  let now;
  await waitFor(
    () => `${JSON.stringify(before)}, ${when}; there is ${JSON.stringify(now)}`,
    async () => {
      now = await seen(frame);
      return JSON.stringify(now) === JSON.stringify(before);
    },
    10_000,
  );
}

/** What the page shows, but for what its width decides. */
async function seen(frame) {
  return {
    lead: await frame.locator('.viewer-title .lead').innerText(),
    label: await frame.getByLabel(/^Label/).inputValue(),
    size: await frame.getByLabel('Size').inputValue(),
    said: await frame.locator('#image-grid-active').textContent(),
    top: await frame.locator('.image-grid').evaluate((grid) => Math.round(grid.scrollTop)),
  };
}
