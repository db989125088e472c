import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { closeEditors, pick, runCommand, screenshot, waitFor, webview } from '../workbench/drive.js';

export const name = '70,000 images are scrolled through; what is painted and held stays small';
export const timeout = 240_000;
export const themes = ['dark'];

/** Frames of each way of scrolling, and pixels a frame: slow enough to see digits pass, and across all of them. */
const FRAMES = 300;
const STEP = 40;

/** @param {import('../runner/scenarios.js').Context} context */
export async function run(context) {
  const { page, workspace } = context;
  await page.addInitScript(countPaintings);
  const hostBefore = await extensionHostMegabytes(workspace);
  await opened(context, 'first');
  await closeEditors(page);
  const mnist = await opened(context, 'later');

  const heapBefore = await heapMegabytes(mnist);
  for (const tile of [56, 28]) {
    await mnist.getByLabel('Size').fill(String(tile));
    const seen = await mnist.evaluate(imagesInSight);
    for (const [how, step] of [
      ['40 pixels a frame', STEP],
      ['top to bottom', undefined],
    ]) {
      const told = await mnist.evaluate(scrollThrough, { frames: FRAMES, step });
      context.note(
        `${tile} pixels, ${how}: ${told.rate.toFixed(1)} frames a second, longest ${told.longest.toFixed(0)} ms, ` +
          `${told.most} images painted in one`,
      );
      assert.ok(told.most <= seen, `${told.most} images were painted in a frame; ${seen} are in sight`);
      assert.ok(told.paintings <= FRAMES + 2, `${told.paintings} paintings in ${FRAMES} frames`);
    }
  }

  await mnist.getByLabel('Size').fill('56');
  await mnist.locator('.image-grid').focus();
  await page.keyboard.press('Control+End');
  await waitFor('the last image to be said', async () =>
    /^Row 69999, label \d$/.test(await mnist.locator('#image-grid-active').textContent()),
  );
  await waitFor('the last pictures', () => mnist.evaluate(() => globalThis.painted.images > 20));
  await screenshot(context, 'mnist-end');
  const heap = await heapMegabytes(mnist);
  context.note(`page's heap ${heapBefore.toFixed(0)} MB before, ${heap.toFixed(0)} MB after`);
  context.note(`extension host ${hostBefore} MB before, ${await extensionHostMegabytes(workspace)} MB after`);
  // The pages that are kept take 32 MB; all images would take 55.
  assert.ok(heap - heapBefore < 50, `the webview holds ${heap - heapBefore} MB more`);
}

/** Opens MNIST, and tells how long that takes. */
async function opened({ page, note }, when) {
  await runCommand(page, 'Tenfold: Show Digits');
  await waitFor('MNIST to choose', () => page.getByText('70,000 images of 28').count());
  const asked = Date.now();
  await pick(page, 'MNIST');
  const mnist = await webview(page, '.image-grid', 60_000);
  await waitFor('the first picture', () => mnist.evaluate(() => globalThis.painted.first > 0));
  const { first, began } = await mnist.evaluate(() => globalThis.painted);
  note(
    `${when} opening: picture ${first - asked} ms after the choice, ${first - began} ms after the page began`,
  );
  assert.match(await mnist.locator('.viewer-title .lead').innerText(), /^70,000 images/);
  return mnist;
}

/** Runs in every document before its own scripts: counts the images of each frame, and when the first one came. */
function countPaintings() {
  const painted = { began: Date.now(), first: 0, images: 0, most: 0, paintings: 0 };
  globalThis.painted = painted;
  const { prototype } = globalThis.CanvasRenderingContext2D;
  const { drawImage, clearRect } = prototype;
  prototype.clearRect = function (...rest) {
    if (!this.canvas.closest('.image-grid')) return clearRect.apply(this, rest);
    painted.paintings += 1;
    painted.images = 0;
    return clearRect.apply(this, rest);
  };
  prototype.drawImage = function (...rest) {
    if (!this.canvas.closest('.image-grid')) return drawImage.apply(this, rest);
    if (painted.first === 0) painted.first = Date.now();
    painted.images += 1;
    painted.most = Math.max(painted.most, painted.images);
    return drawImage.apply(this, rest);
  };
}

/** Runs in the webview: as many images as can be seen at a time, in part or whole. */
function imagesInSight() {
  const grid = globalThis.document.querySelector('.image-grid');
  const columns = Number(grid.getAttribute('aria-colcount'));
  const cell = grid.firstElementChild.clientHeight / Number(grid.getAttribute('aria-rowcount'));
  return columns * (Math.ceil(grid.clientHeight / cell) + 1);
}

/** Runs in the webview: scrolls by `step` pixels a frame, or from the top to the bottom. */
function scrollThrough({ frames, step }) {
  const { document, painted, performance, requestAnimationFrame } = globalThis;
  const grid = document.querySelector('.image-grid');
  const pixels = step ?? (grid.scrollHeight - grid.clientHeight) / frames;
  grid.scrollTop = 0;
  return new Promise((resolve) => {
    const times = [];
    const frame = () => {
      if (times.length === 30) Object.assign(painted, { most: 0, paintings: 0 });
      times.push(performance.now());
      if (times.length > 30) grid.scrollTop = (times.length - 30) * pixels;
      if (times.length < frames + 30) return requestAnimationFrame(frame);
      const lasted = times.slice(31).map((time, i) => time - times[i + 30]);
      const rate = (1000 * lasted.length) / (times.at(-1) - times[30]);
      return resolve({
        rate,
        longest: Math.max(...lasted),
        most: painted.most,
        paintings: painted.paintings,
      });
    };
    requestAnimationFrame(frame);
  });
}

/** What the document's scripts hold, images among it, without what they have let go of. */
async function heapMegabytes(frame) {
  await collectGarbage(frame);
  return frame.evaluate(() => globalThis.performance.memory.usedJSHeapSize / 2 ** 20);
}

/** A frame of another site may have a process of its own, and a session for it, or share the page's. */
async function collectGarbage(frame) {
  const browser = frame.page().context();
  const session = await browser.newCDPSession(frame).catch(() => browser.newCDPSession(frame.page()));
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

/** What the workbench's extension host takes of the machine's memory; 'unknown' where there is no /proc. */
async function extensionHostMegabytes(workspace) {
  const home = `HOME=${dirname(workspace)}/home`;
  for (const id of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(id)) continue;
    const [line, environment, status] = await Promise.all(
      ['cmdline', 'environ', 'status'].map((file) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '')),
    );
    if (!line.includes('--type=extensionHost') || !environment.includes(home)) continue;
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }
  return 'unknown';
}
