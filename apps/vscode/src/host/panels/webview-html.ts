import * as vscode from 'vscode';

import { escapeHtml } from './escape-html.js';

/** What a page is made from. */
export interface Page {
  /** The webview's bundle: `<name>.js` and `<name>.css`. */
  readonly name: string;
  readonly title: string;
  /** What it shows; the page keeps it. */
  readonly source: unknown;
}

/**
 * The page of a webview. Its policy lets in nothing but its own script and style sheets, by nonce and by folder; pictures may
 * also be blobs and data of its own making.
 *
 * @param webview where it will be shown
 * @param folder the folder of the bundles
 * @param page what it is made from
 */
export function webviewHtml(webview: vscode.Webview, folder: vscode.Uri, page: Page): string {
  const { name, title, source } = page;
  const nonce = makeNonce();
  const address = (file: string): string =>
    escapeHtml(webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString());
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} blob: data:`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)}</title>
    <link rel="stylesheet" href="${address(`${name}.css`)}" />
  </head>
  <body data-source="${escapeHtml(JSON.stringify(source))}">
    <main id="root"></main>
    <script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
  </body>
</html>
`;
}

function makeNonce(): string {
  const random = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
