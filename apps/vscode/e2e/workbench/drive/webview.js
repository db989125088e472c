import { waitFor } from './wait.js';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Frame} Frame
 */

/**
 * Waits for a visible webview and returns the frame of its document (which lies in a frame in a frame).
 *
 * @param {Page} page
 * @param {string | ((frame: Frame) => boolean | Promise<boolean>)} which a selector that the document must contain,
 *   or a question about the frame
 * @param {number} [timeout] ms
 * @returns {Promise<Frame>}
 */
export function webview(page, which, timeout = 15_000) {
  const matches =
    typeof which === 'string' ? async (frame) => (await frame.locator(which).count()) > 0 : which;
  return waitFor(
    `a webview with ${which}`,
    async () => {
      for (const frame of page.frames()) {
        if ((await isVisibleWebview(frame)) && (await matches(frame))) return frame;
      }
      return undefined;
    },
    timeout,
  );
}

/**
 * Waits for a visible webview by its heading.
 *
 * @param {Page} page
 * @param {string} title
 * @param {number} [timeout] ms
 * @returns {Promise<Frame>}
 */
export function titled(page, title, timeout) {
  const matches = async (frame) => (await frame.locator('h1').allTextContents()).includes(title);
  return webview(page, matches, timeout);
}

async function isVisibleWebview(frame) {
  const outer = frame.parentFrame();
  if (frame.name() !== 'active-frame' && !outer?.url().includes('/webview/browser/pre/')) return false;
  try {
    const element = await outer.frameElement();
    return (await element.isVisible()) && (await (await frame.frameElement()).isVisible());
  } catch {
    return false;
  }
}
