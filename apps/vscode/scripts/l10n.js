import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

// Collects the texts that people read, from vscode.l10n.t('…') of the host and t('…') of the webviews, into
// l10n/bundle.l10n.json: what translators start from. @vscode/l10n-dev does not do it: it passes over the t of JSX and of
// destructured l10n, and says nothing of a text that it cannot read.

const root = join(import.meta.dirname, '..');

/**
 * The bundle of all texts: each stands for itself.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function collectTexts() {
  const texts = new Set();
  for (const file of await sources(join(root, 'src'))) {
    for (const text of textsIn(file, await readFile(file, 'utf8'))) texts.add(text);
  }
  return Object.fromEntries([...texts].sort().map((text) => [text, text]));
}

/**
 * The texts of one source.
 *
 * @param {string} file its name
 * @param {string} content
 */
export function textsIn(file, content) {
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
  const texts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && isTranslate(node.expression)) texts.push(textOf(node, file));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.filter((text) => text !== undefined);
}

/** `t`, `l10n.t` or `vscode.l10n.t`. */
function isTranslate(callee) {
  if (ts.isIdentifier(callee)) return callee.text === 't';
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 't' &&
    /\bl10n$/.test(callee.expression.getText())
  );
}

/** What cannot be read off the source cannot be translated. */
function textOf({ arguments: [first, ...values] }, file) {
  if (first !== undefined && ts.isStringLiteralLike(first)) return checkedText(first.text, values, file);
  if (first !== undefined && ts.isIdentifier(first)) return undefined;
  throw new Error(`${relative(root, file)}: t() is given no literal text: ${first?.getText() ?? 'nothing'}`);
}

/** A text, if it has a place for each value and a value for each place: `{0}`, `{1}` and so on; those of names are not looked at. */
function checkedText(text, values, file) {
  const places = [...text.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number));
  const isCounted = !/\{[a-z]\w*\}/i.test(text) && !values.some(ts.isSpreadElement);
  const needed = new Set(values.keys());
  if (isCounted && (new Set(places).size !== needed.size || places.some((place) => !needed.has(place))))
    throw new Error(`${relative(root, file)}: "${text}" is given ${values.length} values`);
  return text;
}

async function sources(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundle = join(root, 'l10n', 'bundle.l10n.json');
  await writeFile(bundle, `${JSON.stringify(await collectTexts(), null, 2)}\n`);
}
