import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { importSource, root } from '../../scripts/import-source.js';
import { defaultStyles } from './default-styles.js';
import { fromWire, toWire } from './wire.js';

const origin = 'http://webview.lab';

const bodyClasses = {
  dark: ['vscode-dark'],
  light: ['vscode-light'],
  'hc-dark': ['vscode-high-contrast'],
  'hc-light': ['vscode-high-contrast', 'vscode-high-contrast-light'],
};

/** The themes that a webview can be looked at in. */
export const themes = Object.keys(bodyClasses);

/**
 * What a file of `pages` exports by default, or the function that makes it.
 *
 * @typedef {object} LabPage
 * @property {unknown} source what the webview shows
 * @property {unknown} [output] for the notebook renderer instead of a webview: what the output holds
 * @property {string} contract the module of its contract from the extension's folder; what it exports under a name
 *   that ends in "Contract" is the contract, or write the name behind a "#"
 * @property {Record<string, Function>} handlers the methods of the contract
 * @property {string} [title]
 * @property {unknown} [state] what the webview has kept of itself
 * @property {Record<string, (page: import('playwright-core').Page) => Promise<void>>} [scenes] what to do before the
 *   picture is taken, by name
 */

/**
 * The page of a webview for the lab.
 *
 * @param {string} name the webview's
 * @returns {Promise<LabPage>}
 */
export async function loadLabPage(name) {
  const module = await import(pathToFileURL(join(import.meta.dirname, 'pages', `${name}.js`)).href);
  return typeof module.default === 'function' ? module.default() : module.default;
}

/**
 * Opens a webview as VS Code would: its page, its policy, the theme's variables, and a channel to the handlers.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} bundle the webview's name
 * @param {LabPage} lab
 * @param {{ theme: string, width: number, height: number, zoom: number, motion?: boolean }} look
 * @returns {Promise<{ page: import('playwright-core').Page, problems: string[] }>} `problems`: errors of the page and
 *   messages that did not fit the contract, as they come
 */
export async function openWebview(browser, bundle, lab, { theme, width, height, zoom, motion = false }) {
  const [{ Channel }, { pageHtml }, contract, variables] = await Promise.all([
    importSource('src/protocol/channel.ts'),
    importSource('src/host/webview/page-html.ts'),
    lab.contract === undefined ? {} : loadContract(lab.contract),
    readFile(join(import.meta.dirname, 'themes', `${theme}.json`), 'utf8').then(JSON.parse),
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
  const setting = {
    language: 'en',
    cspSource: origin,
    nonce: randomUUID(),
    address: (file) => `${origin}/${file}`,
  };
  const own = { name: bundle, title: lab.title ?? bundle, source: lab.source };
  await serveFiles(page, lab.output === undefined ? pageHtml(own, setting) : notebookHtml(lab.output));
  await connect(page, (port) => {
    const onBadMessage = (reason) => problems.push(reason);
    new Channel({ port, calls: {}, serves: contract, handlers: lab.handlers, onBadMessage });
  });
  await page.addInitScript(beWebview, {
    variables,
    classes: bodyClasses[theme],
    styles: defaultStyles,
    state: lab.state,
    codecs: [toWire, fromWire].map(String),
  });
  await page.goto(`${origin}/index.html`);
  return { page, problems };
}

async function loadContract(place) {
  const [path, wanted] = place.split('#');
  const module = await importSource(path);
  const name = wanted ?? Object.keys(module).find((key) => key.endsWith('Contract'));
  if (module[name] === undefined) throw new Error(`${path} exports no contract`);
  return module[name];
}

/** A notebook with one output. */
function notebookHtml(output) {
  const item = `{ id: 'output', json: () => (${JSON.stringify(output).replaceAll('<', '\\u003c')}) }`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <title>Notebook</title>
    <style>html { background: var(--vscode-editor-background); }</style>
  </head>
  <body>
    <main id="output"></main>
    <script type="module">
      import { activate } from '${origin}/notebook-renderer.js';
      activate().renderOutputItem(${item}, document.getElementById('output'));
    </script>
  </body>
</html>`;
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

/** Runs in the page before its own script. */
function beWebview({ variables, classes, styles, state, codecs }) {
  const window = globalThis;
  const [toWire, fromWire] = codecs.map((code) => window.eval(`(${code})`));
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(styles);
  const dress = () => {
    const { document } = window;
    if (document.documentElement === null || document.body === null) return false;
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
    for (const [name, value] of Object.entries(variables))
      document.documentElement.style.setProperty(name, value);
    document.body.classList.add(...classes);
    document.body.dataset.vscodeThemeKind = classes.at(-1);
    return true;
  };
  const observer = new window.MutationObserver(() => {
    if (dress()) observer.disconnect();
  });
  observer.observe(window.document, { childList: true, subtree: true });
  let kept = state;
  window.labState = () => kept;
  window.labReceive = (text) =>
    window.dispatchEvent(new window.MessageEvent('message', { data: fromWire(text) }));
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => void window.labSend(toWire(message)),
    getState: () => kept,
    setState: (next) => {
      kept = JSON.parse(JSON.stringify(next));
    },
  });
}
