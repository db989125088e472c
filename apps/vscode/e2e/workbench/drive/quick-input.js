import { waitFor } from './wait.js';

/** @typedef {import('playwright-core').Page} Page */

/** The quick input, which command palette, quick picks, input boxes and file dialogs share. */
export const widget = (page) => page.locator('.quick-input-widget:visible');

const box = (page) => widget(page).locator('.quick-input-box input');
const rows = (page) => widget(page).locator('.quick-input-list .monaco-list-row');
const label = '.quick-input-list-label .label-name, .quick-input-list-label .monaco-icon-name-container';

/**
 * The labels that a quick pick shows at present; a long list shows only the rows in view.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function picks(page) {
  const texts = await rows(page).evaluateAll(
    (elements, selector) => elements.map((row) => row.querySelector(selector)?.textContent ?? ''),
    label,
  );
  return texts.map(trimmed);
}

/**
 * Chooses items of a quick pick by label, exactly as written. Several labels are ticked and confirmed.
 *
 * @param {Page} page
 * @param {string | string[]} labels
 * @param {{ title?: string | RegExp }} [options] `title`: wait for the pick with this title, in a walk of several
 */
export async function pick(page, labels, { title } = {}) {
  if (title !== undefined) await waitForTitle(page, title);
  if (typeof labels === 'string') {
    await untilAccepted(page, () => clickRow(page, labels));
    return;
  }
  for (const text of labels) await clickRow(page, text);
  await untilAccepted(page, () => page.keyboard.press('Enter'));
}

/**
 * Types into an input box or a file dialog and confirms.
 *
 * @param {Page} page
 * @param {string} text replaces what is in the box
 * @param {{ title?: string | RegExp, confirm?: boolean }} [options] `confirm`: press Enter (default: true)
 */
export async function input(page, text, { title, confirm = true } = {}) {
  if (title !== undefined) await waitForTitle(page, title);
  await fillFirmly(page, text);
  if (confirm) await untilAccepted(page, () => page.keyboard.press('Enter'));
}

/**
 * Answers a dialog that asks where to save, which fills in a name of its own a moment after it opens.
 *
 * @param {Page} page
 * @param {string} path with the ending of the proposed name
 */
export async function saveAs(page, path) {
  const ending = path.slice(path.lastIndexOf('.'));
  await waitFor('the proposed name', async () => (await box(page).inputValue()).endsWith(ending));
  await input(page, path);
}

/**
 * Chooses the newest of several runs; where there is only one, the extension does not ask.
 *
 * @param {Page} page
 */
export async function pickNewestRun(page) {
  const question = widget(page).locator('.quick-input-box input[placeholder="Which run?"]');
  const isAsked = await question.waitFor({ timeout: 1500 }).then(
    () => true,
    () => false,
  );
  if (isAsked) await untilAccepted(page, () => rows(page).first().click());
}

/** Types into the quick input that is there now; a focus that moves elsewhere may close it at any time. */
export function filterList(page, text) {
  return box(page).fill(text, { timeout: 2000 });
}

/**
 * Filters the list and chooses the row with exactly this label, if there is one within two seconds.
 *
 * @returns {Promise<string[]>} the labels of the filtered list
 */
export async function filterAndAccept(page, filter, wanted) {
  await filterList(page, filter);
  const find = async () => (await picks(page)).includes(wanted) && picks(page);
  const shown = await waitFor(wanted, find, 2000).catch(() => picks(page));
  if (shown.includes(wanted)) await rows(page).nth(shown.indexOf(wanted)).click({ timeout: 2000 });
  return shown;
}

async function clickRow(page, text) {
  const find = async () => (await picks(page)).indexOf(text) + 1;
  await waitFor('a quick pick', async () => (await picks(page)).length > 0);
  const index = (await find()) || (await scrollTo(page, text, find));
  await rows(page)
    .nth(index - 1)
    .click();
}

/** A row further down is brought into view by what a user would do: typing its name. */
async function scrollTo(page, text, find) {
  const shown = await picks(page);
  await box(page).fill(text);
  return waitFor(`"${text}" among ${shown.join(', ')}`, find);
}

/** A file dialog writes its folder into the box a little after it has come up: type until the text stays. */
async function fillFirmly(page, text) {
  await waitFor(`the quick input to take "${text}"`, async () => {
    const value = () => box(page).inputValue({ timeout: 1000 });
    if ((await value()) !== text) await filterList(page, text);
    await page.waitForTimeout(250);
    return (await value()) === text;
  });
}

/**
 * Waits until the quick input has closed or shows something else, so that the next answer does not go to the last
 * question. What stays as it is for two seconds, because it was not accepted, is left to the scenario.
 */
async function untilAccepted(page, accept) {
  const before = await fingerprint(page);
  await accept();
  await waitFor('the next step', async () => (await fingerprint(page)) !== before, 2000).catch(
    () => undefined,
  );
}

async function fingerprint(page) {
  const shown = widget(page);
  if ((await shown.count()) === 0) return '';
  const [text, value, placeholder] = await Promise.all([
    shown.innerText({ timeout: 1000 }),
    box(page).inputValue({ timeout: 1000 }),
    box(page).getAttribute('placeholder', { timeout: 1000 }),
  ]).catch(() => ['']);
  return [text, value, placeholder].join('\n');
}

async function waitForTitle(page, title) {
  await waitFor(`the quick input "${title}"`, async () => {
    const text = trimmed(await widget(page).locator('.quick-input-title').innerText());
    return typeof title === 'string' ? text.includes(title) : title.test(text);
  });
}

function trimmed(text) {
  return text.replaceAll(/\s+/g, ' ').trim();
}
