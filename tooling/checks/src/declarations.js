import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import { estimatorPackages } from './rooms.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The packages whose declarations are held: those that people write estimators with and those of estimators. */
export const declaredPackages = ['base', ...estimatorPackages];

/** Where a package's declarations are held, so that a change of what users see is seen by its author. */
export function heldFile(name) {
  return join(root, 'packages', name, 'test/declarations.d.ts.txt');
}

/**
 * What a built package declares, without comments.
 *
 * @param {string} name the package's folder
 * @returns {Promise<string>}
 */
export async function declarationsOf(name) {
  const text = readFileSync(join(root, 'packages', name, 'dist/index.d.ts'), 'utf8');
  const bare = text.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const lines = bare.replace(/^\s*\n/gm, '');
  return format(lines, { ...(await resolveConfig(heldFile(name))), parser: 'typescript' });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const name of declaredPackages) writeFileSync(heldFile(name), await declarationsOf(name));
}
