import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { waitForRun } from '../files/runs.js';
import {
  accessibilityViolations,
  closeEditors,
  openFile,
  screenshot,
  titled,
  trainDigits,
  waitFor,
  webview,
} from '../workbench/drive.js';

export const name = 'model files open: a good one, broken ones, and one that means harm';

/** Files that claim to be models, and what is said of them. */
const WRONG = {
  'cut.tenfold.json': ['{"format":"tenfold-model","formatVersion":1,', /JSON/],
  'other.tenfold.json': ['{"hello": "world"}', /model/i],
  '<img src=x onerror=alert(1)>.tenfold.json': [
    '{"format":"tenfold-model","formatVersion":1,"classes":["<script>alert(1)</script>",1e400],"__proto__":{"a":1}}',
    /model|JSON|expected/i,
  ],
  'deep.tenfold.json': ['['.repeat(50_000) + ']'.repeat(50_000), /model|JSON|deep/i],
};

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await trainDigits(page);
  const { folder } = await waitForRun(workspace, () => true);
  await copyFile(join(folder, 'model.json'), join(workspace, 'good.tenfold.json'));
  for (const [file, [text]] of Object.entries(WRONG)) await writeFile(join(workspace, file), text);

  await openFile(page, 'good.tenfold.json');
  const good = await titled(page, 'good.tenfold.json');
  await waitFor('the weights', async () => (await good.locator('canvas').count()) >= 10);
  assert.match(await good.locator('body').innerText(), /LogisticRegression/);
  await screenshot(context, 'model');
  assert.deepEqual(await accessibilityViolations(good), []);
  await good.getByRole('button', { name: 'Draw a Digit' }).click();
  await webview(page, '[role="application"]');
  await closeEditors(page);

  for (const [file, [, reason]] of Object.entries(WRONG)) {
    await openFile(page, file);
    const frame = await titled(page, file);
    assert.match(await frame.locator('body').innerText(), reason);
    assert.equal(await frame.locator('img, script[src="x"]').count(), 0);
    if (file.startsWith('<')) {
      await screenshot(context, 'model-broken');
      assert.deepEqual(await accessibilityViolations(frame), []);
      await frame.getByRole('button', { name: 'Open as Text' }).click();
      await page.locator('.view-lines:visible').first().waitFor();
    }
    await closeEditors(page);
  }
}
