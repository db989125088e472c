import * as vscode from 'vscode';

import { type Page, pageHtml } from './page-html.js';

/**
 * The page of a webview.
 *
 * @param webview where it will be shown
 * @param folder the folder of the bundles
 * @param page what it is made from
 */
export function webviewHtml(webview: vscode.Webview, folder: vscode.Uri, page: Page): string {
  return pageHtml(page, {
    language: vscode.env.language,
    texts: vscode.l10n.bundle,
    cspSource: webview.cspSource,
    nonce: makeNonce(),
    address: (file) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString(),
  });
}

function makeNonce(): string {
  const random = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
