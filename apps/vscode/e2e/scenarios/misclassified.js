import assert from 'node:assert/strict';

import {
  accessibilityViolations,
  closeEditors,
  pickNewestRun,
  runCommand,
  screenshot,
  trainDigits,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'images that a model got wrong, the surest first; and all with what it says of them';
export const timeout = 180_000;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page } = context;
  await trainDigits(page);
  await runCommand(page, 'Tenfold: Show Misclassified Images');
  await pickNewestRun(page);
  const mistakes = await webview(page, '.cards');
  assert.match(await mistakes.locator('.lead').innerText(), /^21 of 450 test images misclassified \(4\.7%\)/);
  await mistakes.locator('.card canvas').nth(8).waitFor();
  const sure = await mistakes
    .locator('.card .guesses li:first-child .share')
    .evaluateAll((shares) => shares.map((share) => Number.parseFloat(share.textContent.replace('>', ''))));
  assert.deepEqual(
    sure,
    [...sure].sort((a, b) => b - a),
  );
  assert.equal(await mistakes.locator('.card').first().locator('.guesses li').count(), 3);
  await screenshot(context, 'misclassified');
  assert.deepEqual(await accessibilityViolations(mistakes), []);

  await mistakes.locator('.cards').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const large = mistakes.getByRole('dialog');
  await large.waitFor();
  assert.match(await large.locator('.hint').innerText(), /mistake 2 of 21/);
  await screenshot(context, 'misclassified-large');
  assert.deepEqual(await accessibilityViolations(mistakes), []);
  await large.getByRole('button', { name: 'Next' }).click();
  await waitFor('the next', async () => /mistake 3 of 21/.test(await large.locator('.hint').innerText()));
  await large.getByRole('button', { name: 'Close' }).click();

  await mistakes.getByLabel('Actual').selectOption('8');
  await waitFor('the eights', async () =>
    /^\d of 21 shown$/.test(await mistakes.locator('.shown').innerText()),
  );
  for (const title of await mistakes.locator('.card-title').evaluateAll((all) => all.map((at) => at.title)))
    assert.match(title, /^8 → /);

  await withPredictions(context);
}

/** The images of a run's data set, from the list of runs. */
async function withPredictions(context) {
  const { page } = context;
  await closeEditors(page);
  await runCommand(page, 'Tenfold: Focus on Runs View');
  const runs = page.locator('.pane-body .monaco-list-row[aria-label*="accuracy 95"]');
  await runs.first().click({ button: 'right' });
  const entry = page.locator('.monaco-menu .action-menu-item').filter({ hasText: 'Show Digits' }).first();
  await waitFor('the menu', async () => {
    await entry.click({ timeout: 1000 });
    return entry.waitFor({ state: 'detached', timeout: 1000 }).then(() => true);
  });
  const digits = await webview(page, '.image-grid');
  const lead = digits.locator('.viewer-title .lead');
  await waitFor('those that it was tested on', async () =>
    /^450 of 1,797 images, with the predictions of/.test(await lead.innerText()),
  );
  await digits.getByLabel('Order').selectOption('least-sure');
  await said(digits, /^Row \d+, label \d, .*\d\d% sure$/);
  await loaded(digits);
  await screenshot(context, 'digits-least-sure');
  await digits.getByLabel('Rows').selectOption('wrong');
  await waitFor('the mistakes', async () => (await lead.innerText()).startsWith('21 of'));
  await digits.locator('.image-grid').focus();
  await page.keyboard.press('Control+Home');
  await said(digits, /taken for/);
  await loaded(digits);
  await screenshot(context, 'digits-wrong');
  assert.deepEqual(await accessibilityViolations(digits), []);
  await runCommand(page, 'View: Show Explorer');
}

/** An image can be copied once it is here. */
function loaded(digits) {
  const copy = digits.getByRole('button', { name: 'Copy as PNG' });
  return waitFor('the images', () => copy.isEnabled());
}

function said(frame, text) {
  const cell = frame.locator('#image-grid-active');
  return waitFor(`${text} to be said`, async () => text.test(await cell.textContent({ timeout: 1000 })));
}
