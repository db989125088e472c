import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { importSource, root } from '../../scripts/import-source.js';

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

/** The names of all pages of the lab. */
export async function labPages() {
  const files = await readdir(join(import.meta.dirname, 'pages'));
  return files.map((file) => file.replace(/\.js$/, '')).sort();
}

/**
 * The webview that a page of the lab shows: the one whose name the page's begins with.
 *
 * @param {string} page such as `draw-table` for the webview `draw`
 */
export async function webviewOf(page) {
  const files = await readdir(join(root, 'dist/webviews'));
  const names = files.filter((file) => file.endsWith('.js')).map((file) => file.replace(/\.js$/, ''));
  const fitting = names.filter((name) => page === name || page.startsWith(`${name}-`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? page;
}

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
 * The contract that a page's handlers fulfil; empty for an output of a notebook.
 *
 * @param {LabPage} lab
 */
export async function loadContract({ contract }) {
  if (contract === undefined) return {};
  const [path, wanted] = contract.split('#');
  const module = await importSource(path);
  const name = wanted ?? Object.keys(module).find((key) => key.endsWith('Contract'));
  if (module[name] === undefined) throw new Error(`${path} exports no contract`);
  return module[name];
}

/**
 * The page as VS Code loads it, with its policy.
 *
 * @param {string} bundle the webview's name
 * @param {LabPage} lab
 * @param {string} origin where the files of bundles are served
 * @param {string} [nonce] what its own script is known by
 */
export async function labHtml(bundle, lab, origin, nonce = randomUUID()) {
  if (lab.output !== undefined) return notebookHtml(lab.output, origin);
  const { pageHtml } = await importSource('src/host/webview/page-html.ts');
  const own = { name: bundle, title: lab.title ?? bundle, source: lab.source };
  const address = (file) => `${origin}/${file}`;
  return pageHtml(own, { language: 'en', cspSource: origin, nonce, address });
}

/** A notebook with one output. */
function notebookHtml(output, origin) {
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
