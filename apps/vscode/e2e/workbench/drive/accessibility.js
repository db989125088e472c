import axe from 'axe-core';

/**
 * @typedef {object} Violation
 * @property {string} rule axe-core's name of the rule
 * @property {string} impact minor, moderate, serious or critical
 * @property {string} help one sentence
 * @property {string[]} where selectors of the elements, each with what is wrong there
 */

/**
 * Has axe-core look at a document. A webview is transparent and axe-core takes what it cannot see for white, so the
 * document is given the editor's background for as long as it is looked at.
 *
 * @param {import('playwright-core').Frame} frame from `webview`
 * @param {{ ignore?: string[] }} [options] `ignore`: rules not to apply
 * @returns {Promise<Violation[]>}
 */
export async function accessibilityViolations(frame, { ignore = [] } = {}) {
  await frame.evaluate(axe.source);
  const rules = Object.fromEntries(ignore.map((rule) => [rule, { enabled: false }]));
  const { violations } = await frame.evaluate(look, rules);
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${oneLine(failureSummary)}`),
  }));
}

/** Runs in the webview. */
async function look(rules) {
  const { style } = globalThis.document.documentElement;
  const before = style.backgroundColor;
  style.backgroundColor = 'var(--vscode-editor-background)';
  try {
    return await globalThis.axe.run(globalThis.document, { rules, resultTypes: ['violations'] });
  } finally {
    style.backgroundColor = before;
  }
}

function oneLine(text = '') {
  return text.replaceAll(/\s+/g, ' ').trim();
}
