import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { input, runCommand, screenshot, waitFor, waitForNotification, webview } from '../workbench/drive.js';

export const name = 'data sets and runs are listed; runs are renamed, pinned, deleted and brought back';

const HOSTILE = '[x](command:workbench.action.quit) $(trash) <b>';

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  // A window of its own: what changes on the disk is not heard of in folders that were deleted and made again.
  const workbench = await context.start({ files: { 'flowers.csv': 'width,kind\n1,a\n2,b\n' } });
  const { page, workspace } = workbench;
  const runs = join(workspace, '.tenfold', 'runs');
  await runCommand(page, 'Tenfold: Focus on Datasets View');
  await seen(page, /^Digits, 1,797 images/);
  await seen(page, /^MNIST, 70,000 images/);
  await seen(page, /^Files, \d/);

  await runCommand(page, 'Tenfold: Train on Digits');
  const trained = await waitFor('the run that was trained', async () =>
    (await names(runs)).find((folder) => folder.includes('digits')),
  );
  await webview(page, '[role="grid"]');
  await runCommand(page, 'Tenfold: Focus on Runs View');
  await (await seen(page, /^digits · lbfgs: accuracy 95/)).click();

  await rename(page, runs, 'first');
  assert.ok(!existsSync(join(runs, trained)));
  await seen(page, /^first: accuracy 95/);

  const metrics = join(await folder(runs, HOSTILE), 'metrics.json');
  await waitFor(
    'the run that came from elsewhere',
    async () => {
      // A window that has just opened hears of changes on the disk only after a while, and some never do.
      await writeFile(metrics, '{');
      await refreshRuns(page);
      return seen(page, /^\[x\]\(command:.* <b>: not readable, metrics\.json is not JSON/, 3000);
    },
    60_000,
  );

  await menu(page, /^first: /, 'Pin Run');
  await seen(page, /^first: .*, pinned$/);
  await screenshot(workbench, 'tree-views');

  await menu(page, /^first: /, 'Delete Run');
  const deleted = await waitForNotification(page, /The run first was deleted/);
  assert.ok(!existsSync(join(runs, 'first')));
  await deleted.getByRole('button', { name: 'Undo' }).click();
  await waitFor('the run back in its place', () => existsSync(join(runs, 'first', 'model.json')));
  await seen(page, /^first: .*, pinned$/);

  await runCommand(page, 'View: Close Primary Side Bar');
  await waitFor(
    'the step of training to be ticked',
    async () => {
      await runCommand(page, 'Tenfold: Open Walkthrough');
      const step = page.locator('.getting-started-step').nth(1);
      await step.locator('.codicon-getting-started-step-checked').first().waitFor({ timeout: 5000 });
      return true;
    },
    60_000,
  );
  await page.locator('.getting-started-step').nth(2).click();
  await waitFor('the picture of the step', async () => {
    const texts = await Promise.all(
      page.frames().map((frame) =>
        frame
          .locator('svg')
          .allTextContents()
          .catch(() => []),
      ),
    );
    return texts.flat().some((text) => text.includes('read as'));
  });
  await screenshot(workbench, 'walkthrough');
  await runCommand(page, 'View: Show Explorer');
}

/** A row of the views by what a screen reader says of it. */
async function seen(page, label, timeout) {
  const rows = page.locator('.pane-body .monaco-list-row[aria-label]');
  const find = async () => {
    const labels = await rows.evaluateAll((found) => found.map((row) => row.getAttribute('aria-label')));
    return labels.findIndex((text) => label.test(text)) + 1;
  };
  const index = await waitFor(`a row ${label}`, find, timeout);
  return rows.nth(index - 1);
}

/** Presses the button over the runs. */
async function refreshRuns(page) {
  await runCommand(page, 'Tenfold: Focus on Runs View');
  await page.locator('.pane-header:has-text("Runs") .action-label[aria-label^="Refresh"]').click();
}

async function rename(page, runs, name) {
  await runCommand(page, 'Tenfold: Focus on Runs View');
  await page.keyboard.press('F2');
  await input(page, name, { title: 'Rename Run' });
  await waitFor(`the folder ${name}`, () => existsSync(join(runs, name, 'model.json')));
}

async function menu(page, label, item) {
  await (await seen(page, label)).click({ button: 'right' });
  const entry = page.locator('.monaco-menu .action-menu-item').filter({ hasText: item }).first();
  // A menu takes no click in its first moments: it may be the second half of the one that opened it.
  await waitFor(`${item} to be chosen`, async () => {
    await entry.click({ timeout: 1000 });
    return entry.waitFor({ state: 'detached', timeout: 1000 }).then(() => true);
  });
}

async function folder(parent, name) {
  await mkdir(join(parent, name), { recursive: true });
  return join(parent, name);
}

async function names(path) {
  return readdir(path).catch(() => []);
}
