import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { defaultStyles } from './default-styles.js';

const bodyClasses = {
  dark: ['vscode-dark'],
  light: ['vscode-light'],
  'hc-dark': ['vscode-high-contrast'],
  'hc-light': ['vscode-high-contrast', 'vscode-high-contrast-light'],
};

/** The themes that a webview can be looked at in. */
export const themes = Object.keys(bodyClasses);

/**
 * What VS Code tells a webview about its look: colours, classes of the body and its own styles.
 *
 * @param {string} theme one of `themes`
 */
export async function lookOf(theme) {
  const path = join(import.meta.dirname, 'themes', `${theme}.json`);
  const variables = JSON.parse(await readFile(path, 'utf8'));
  return { variables, classes: bodyClasses[theme], styles: defaultStyles };
}

/**
 * Gives a page what VS Code gives a webview: its look and `acquireVsCodeApi`. Runs in the page before its own script, as
 * text, so that it stands alone; messages of the page go to `globalThis.labPost`.
 *
 * @param {Awaited<ReturnType<typeof lookOf>> & { state: unknown }} setting
 */
export function beWebview({ variables, classes, styles, state }) {
  const window = globalThis;
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
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => void window.labPost(message),
    getState: () => kept,
    setState: (next) => {
      kept = JSON.parse(JSON.stringify(next));
    },
  });
}
