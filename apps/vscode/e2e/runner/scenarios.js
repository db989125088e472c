import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, '..', 'scenarios');

/**
 * @typedef {import('../workbench/start.js').Workbench & {
 *   start: (options?: import('../workbench/start.js').StartOptions) => Promise<import('../workbench/start.js').Workbench>,
 *   note: (text: string) => void,
 * }} Context what a scenario is given: the workbench, `start` for another one that the scenario needs for itself
 *   (closed after it), and `note` to print a measured figure
 *
 * @typedef {object} Scenario
 * @property {string} name what is expected, as one phrase; `--only` takes the file's name
 * @property {(context: Context) => Promise<void>} run throws when it is not so
 * @property {import('../workbench/themes.js').Theme[]} [themes] where it is worth running; default: everywhere
 * @property {number} [timeout] ms; default: two minutes
 * @property {string} file the file's name without its ending
 */

/**
 * The scenarios of the folder in the order of their files' names.
 *
 * @param {string[]} only files' names; none means all
 * @returns {Promise<Scenario[]>}
 */
export async function loadScenarios(only) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  const names = files.map((name) => name.slice(0, -'.js'.length));
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`no scenario "${unknown}"; there are ${names.join(', ')}`);
  const chosen = only.length === 0 ? names : names.filter((name) => only.includes(name));
  return Promise.all(chosen.map(load));
}

async function load(file) {
  const { name, run, themes, timeout } = await import(pathToFileURL(join(folder, `${file}.js`)).href);
  return { name, run, themes, timeout, file };
}
