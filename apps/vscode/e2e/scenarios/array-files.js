import assert from 'node:assert/strict';
import { copyFile, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { archive, pickled, truncated } from '../files/array-files.js';
import { mnistFile, TEST_IMAGES, TEST_LABELS } from '../files/mnist.js';
import {
  accessibilityViolations,
  closeEditors,
  isBright,
  openFile,
  runCommand,
  screenshot,
  titled,
  waitFor,
} from '../workbench/drive.js';

export const name =
  'files of arrays open: images with labels, numbers, six gigabytes, broken and hostile ones';
export const timeout = 240_000;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { workspace } = context;
  for (const file of [TEST_IMAGES, TEST_LABELS]) await copyFile(mnistFile(file), join(workspace, file));
  await writeFile(join(workspace, 'mixed.npz'), archive());
  await writeFile(join(workspace, 'cut-images-idx3-ubyte'), truncated());
  await writeFile(join(workspace, 'pickled.npy'), pickled());
  await sixGigabytes(join(workspace, 'huge-images-idx3-ubyte'));

  await images(context);
  await table(context);
  await huge(context);
  await broken(context);
  await numpy(context);
}

async function images(context) {
  const { page } = context;
  await openFile(page, TEST_IMAGES);
  const frame = await titled(page, TEST_IMAGES);
  await frame.locator('.image-grid').focus();
  await page.keyboard.press('Control+End');
  await waitFor('the last image', async () => /9,999 of 10,000\s*Label\s*6/.test(await facts(frame)));
  await pixels(frame);
  await screenshot(context, 'array-images');
  assert.deepEqual(await accessibilityViolations(frame), []);

  await frame.getByLabel('As a table').check();
  await frame.locator('[role="grid"]').waitFor();
  await screenshot(context, 'array-table');
  assert.deepEqual(await accessibilityViolations(frame), []);
  await closeEditors(page);
}

async function table(context) {
  const { page } = context;
  await openFile(page, TEST_LABELS);
  const frame = await titled(page, TEST_LABELS);
  await frame.locator('[role="grid"]').focus();
  await page.keyboard.press('Control+End');
  await waitFor('the last label', async () => /Row 9,999: 6/.test(await text(frame)));
  await closeEditors(page);
}

/** A file with a hole: its last image alone has been written. */
async function sixGigabytes(path) {
  const count = 8_000_000;
  const header = new Uint8Array(16);
  [0x803, count, 28, 28].forEach((size, i) => new DataView(header.buffer).setUint32(4 * i, size));
  const file = await open(path, 'w');
  await file.write(header, 0, header.length, 0);
  await file.write(new Uint8Array(784).fill(200), 0, 784, 16 + (count - 1) * 784);
  await file.close();
}

async function huge(context) {
  const { page, note } = context;
  const began = Date.now();
  await openFile(page, 'huge-images-idx3-ubyte');
  const frame = await titled(page, 'huge-images-idx3-ubyte');
  note(`6.27 GB: ${Date.now() - began} ms from the palette to the page`);
  await frame.locator('.image-grid').focus();
  await page.keyboard.press('Control+End');
  await waitFor('the last of eight million images', async () =>
    /7,999,999 of 8,000,000/.test(await facts(frame)),
  );
  await pixels(frame);
  await closeEditors(page);
}

async function broken(context) {
  const { page } = context;
  await openFile(page, 'cut-images-idx3-ubyte');
  const frame = await titled(page, 'cut-images-idx3-ubyte');
  assert.match(await text(frame), /cut short at byte 2368: expected 7856 bytes/);
  await screenshot(context, 'array-broken');
  assert.deepEqual(await accessibilityViolations(frame), []);
  await frame.getByRole('button', { name: 'Open as Bytes or Text' }).click();
  await page.locator('.monaco-editor:visible, .monaco-editor-pane-placeholder:visible').first().waitFor();
  await screenshot(context, 'array-broken-text');
  await closeEditors(page);
}

/** NumPy's files have the viewer when they are opened from the list of data sets. */
async function numpy(context) {
  const { page } = context;
  await fromDatasets(page, 'pickled.npy');
  assert.match(await text(await titled(page, 'pickled.npy')), /Python objects|object/i);
  await closeEditors(page);

  await fromDatasets(page, 'mixed.npz');
  const frame = await titled(page, 'mixed.npz');
  await waitFor('a label', async () => /0 of 60\s*Label\s*0/.test(await facts(frame)));
  const arrays = frame.getByRole('combobox');
  const names = await arrays.locator('option').allTextContents();
  assert.equal(names.length, 6);
  assert.ok(
    names.some((name) => name.includes('<img src=x onerror=alert(1)>')),
    names.join(),
  );
  assert.ok(!names.some((name) => name.includes('\u202E')));
  await arrays.selectOption({ label: 'weights' });
  await frame.locator('[role="grid"]').waitFor();
  await screenshot(context, 'array-npz');
  assert.deepEqual(await accessibilityViolations(frame), []);
  await closeEditors(page);
}

async function fromDatasets(page, file) {
  await runCommand(page, 'Tenfold: Focus on Datasets View');
  await page.locator('.pane-body .monaco-list-row').filter({ hasText: file }).first().click();
}

/** Waits until the image that has the focus is seen, which is not black. */
function pixels(frame) {
  const readout = frame.locator('.details canvas').first();
  return waitFor('the pixels of the image', () => isBright(readout));
}

function facts(frame) {
  return frame.locator('.details .facts').innerText();
}

function text(frame) {
  return frame.locator('body').innerText();
}
