import { join } from 'node:path';

import { importSource, root } from '../../scripts/import-source.js';
import { labHtml, loadContract } from './lab-page.js';
import { beWebview, lookOf } from './look.js';
import { fromWire, toWire } from './wire.js';

const origin = 'http://webview.lab';

/**
 * Opens a webview as VS Code would: its page, its policy, the theme's variables, and a channel to the handlers.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} bundle the webview's name
 * @param {import('./lab-page.js').LabPage} lab
 * @param {{ theme: string, width: number, height: number, zoom: number, motion?: boolean }} look
 * @returns {Promise<{ page: import('playwright-core').Page, problems: string[] }>} `problems`: errors of the page and
 *   messages that did not fit the contract, as they come
 */
export async function openWebview(browser, bundle, lab, { theme, width, height, zoom, motion = false }) {
  const [{ Channel }, contract, look] = await Promise.all([
    importSource('src/protocol/channel.ts'),
    loadContract(lab),
    lookOf(theme),
  ]);
  const problems = [];
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await serveFiles(page, await labHtml(bundle, lab, origin));
  await connect(page, (port) => {
    const onBadMessage = (reason) => problems.push(reason);
    new Channel({ port, calls: {}, serves: contract, handlers: lab.handlers, onBadMessage });
  });
  await page.addInitScript(joinByText, [toWire, fromWire].map(String));
  await page.addInitScript(beWebview, { ...look, state: lab.state });
  await page.goto(`${origin}/index.html`);
  return { page, problems };
}

function serveFiles(page, html) {
  return page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/index.html') return route.fulfill({ contentType: 'text/html', body: html });
    const folder = pathname === '/notebook-renderer.js' ? 'dist' : 'dist/webviews';
    const path = join(root, folder, pathname);
    return route.fulfill({ path }).catch(() => route.fulfill({ status: 404, body: '' }));
  });
}

async function connect(page, serve) {
  const listeners = new Set();
  await page.exposeFunction('labSend', (text) => {
    for (const listener of listeners) listener(fromWire(text));
  });
  serve({
    post(message) {
      page.evaluate((text) => globalThis.labReceive(text), toWire(message)).catch(() => {});
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}

/** Joins the page's messages to functions that take and give text. Runs in the page before its own script. */
function joinByText([encode, decode]) {
  const window = globalThis;
  const [toWire, fromWire] = [encode, decode].map((code) => window.eval(`(${code})`));
  window.labPost = (message) => window.labSend(toWire(message));
  window.labReceive = (text) =>
    window.dispatchEvent(new window.MessageEvent('message', { data: fromWire(text) }));
}
