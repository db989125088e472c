import assert from 'node:assert/strict';

import {
  accessibilityViolations,
  pick,
  pickNewestRun,
  runCommand,
  screenshot,
  trainDigits,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'digits are filtered, walked, read, magnified, copied and predicted';
export const timeout = 180_000;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page } = context;
  await trainDigits(page);

  await runCommand(page, 'Tenfold: Show Digits');
  await pick(page, 'Digits');
  const digits = await webview(page, '.image-grid');
  await said(digits, 'Row 0, label 0');
  assert.equal(await lead(digits), '1,797 images');
  await waitFor('the images', () => digits.getByRole('button', { name: 'Copy as PNG' }).isEnabled());
  await screenshot(context, 'digits');
  assert.deepEqual(await accessibilityViolations(digits), []);

  await digits.getByLabel(/^Label/).selectOption('8');
  await waitFor('the eights', async () => (await lead(digits)) === '174 of 1,797 images');
  await said(digits, 'Row 8, label 8');

  const grid = digits.locator('.image-grid');
  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await said(digits, 'Row 18, label 8');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+End');
  await said(digits, 'Row 1796, label 8');
  await waitFor('the end of the grid', () => grid.evaluate((at) => at.scrollTop > 0));
  await page.keyboard.press('Control+Home');
  await said(digits, 'Row 8, label 8');
  const small = Number(await digits.getByLabel('Size').inputValue());
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  assert.ok(Number(await digits.getByLabel('Size').inputValue()) > small * 1.8);
  await page.keyboard.press('-');

  await point(digits, page);
  assert.match(await digits.locator('output').innerText(), /^x \d, y \d: \d+$/);
  await screenshot(context, 'digits-hover');

  await digits.getByRole('button', { name: 'Copy as PNG' }).click();
  await waitFor('the copy', async () => /in the clipboard/.test(await status(digits)));
  assert.deepEqual(await copied(page), { type: 'image/png', width: 280, height: 280 });

  await grid.focus();
  await page.keyboard.press(' ');
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
  await digits.getByRole('button', { name: 'Predict 5 Images' }).click();
  await pickNewestRun(page);
  await waitFor('five predictions', async () => (await digits.locator('.predictions li').count()) === 5);
  assert.match(await digits.locator('.predictions li').first().innerText(), /^Row 8\s+8\s+>?\d+%$/);
  await screenshot(context, 'digits-predicted');
  assert.deepEqual(await accessibilityViolations(digits), []);

  await digits.getByLabel('As a table').check();
  await digits.locator('.virtual-table-row').nth(5).waitFor();
  assert.equal(await digits.getByRole('grid').getAttribute('aria-rowcount'), '175');
  await screenshot(context, 'digits-table');
  assert.deepEqual(await accessibilityViolations(digits), []);
}

/** What a screen reader says of the image that has the focus. */
function said(frame, text) {
  const cell = frame.locator('#image-grid-active');
  return waitFor(`"${text}" to be said`, async () => (await cell.textContent({ timeout: 1000 })) === text);
}

function lead(frame) {
  return frame.locator('.viewer-title .lead').innerText();
}

function status(frame) {
  return frame.locator('.details [role="status"]').innerText();
}

/** Points at the middle of the first image. */
async function point(frame, page) {
  const { x, y } = await frame.locator('.image-grid').boundingBox();
  await page.mouse.move(x + 40, y + 44);
  await waitFor('a pixel under the pointer', async () =>
    /^x/.test(await frame.locator('output').innerText()),
  );
}

/** The image in the clipboard. */
function copied(page) {
  return page.evaluate(async () => {
    const [item] = await globalThis.navigator.clipboard.read();
    const [type] = item.types;
    const { width, height } = await globalThis.createImageBitmap(await item.getType(type));
    return { type, width, height };
  });
}
