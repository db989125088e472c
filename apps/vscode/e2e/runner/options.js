import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { themes } from '../workbench/themes.js';

const packages = join(import.meta.dirname, '..', '..', 'dist-vsix');

/**
 * @typedef {object} RunOptions
 * @property {import('../workbench/themes.js').Theme[]} themes
 * @property {string[]} only names of scenarios; none means all
 * @property {string} vsix
 */

/**
 * Reads the command line: `--theme NAME` and `--only NAME`, each as often as wanted, and `--vsix FILE`.
 *
 * @param {string[]} args
 * @returns {RunOptions}
 */
export function readOptions(args) {
  const many = { type: 'string', multiple: true };
  const { values } = parseArgs({ args, options: { theme: many, only: many, vsix: { type: 'string' } } });
  const wanted = values.theme ?? Object.keys(themes);
  const unknown = wanted.find((name) => !(name in themes));
  if (unknown !== undefined) {
    throw new Error(`no theme "${unknown}"; there are ${Object.keys(themes).join(', ')}`);
  }
  return { themes: wanted, only: values.only ?? [], vsix: extension(values.vsix) };
}

function extension(given) {
  const path = given === undefined ? newestPackage() : resolve(given);
  if (path === undefined) {
    throw new Error('there is no .vsix; "pnpm --filter tenfold-vscode package" makes it');
  }
  if (!existsSync(path)) throw new Error(`there is no ${path}`);
  return path;
}

function newestPackage() {
  if (!existsSync(packages)) return undefined;
  const found = readdirSync(packages)
    .filter((name) => name.endsWith('.vsix'))
    .map((name) => join(packages, name));
  return found.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}
