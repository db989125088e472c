import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';

import { loadDigits } from '@tenfold/datasets';

// Whose code is in the bundles, and on what terms. Taken from what the bundler says that it took, so that nothing is forgotten.

/** The house's own packages were bundled before; what they took in is named in comments that their bundler leaves. */
const REGION = /\/\/#region (\S*node_modules\/\S+)/g;

/**
 * The licences of all packages in the bundles, one after the other.
 *
 * @param {string} root the folder of the extension
 * @param {readonly import('esbuild').Metafile[]} metafiles what the bundler says
 */
export async function thirdPartyNotices(root, metafiles) {
  const inputs = new Set(
    metafiles.flatMap(({ outputs }) =>
      Object.values(outputs).flatMap((output) =>
        Object.keys(output.inputs).map((file) => resolve(root, file)),
      ),
    ),
  );
  const notices = new Map([['The digits (CC BY 4.0)', loadDigits().DESCR]]);
  for (const folder of await packageFolders(inputs)) {
    const { title, text } = await noticeOf(folder);
    notices.set(title, text);
  }
  for (const [title, text] of await enclosedLicences(root, inputs)) {
    if (![...notices.keys()].some((known) => known.includes(`${title} `))) notices.set(title, text);
  }
  const order = [...notices].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    INTRODUCTION,
    ...order.map(([title, text]) => `${'-'.repeat(80)}\n${title}\n\n${text.trim()}\n`),
  ].join('\n');
}

const INTRODUCTION = `Tenfold's extension contains the following works of others. The images of MNIST have a licence of
their own, which lies beside them: mnist/LICENSE-DATA.md.
`;

async function packageFolders(inputs) {
  const folders = new Set();
  for (const file of inputs) {
    const folder = packageFolder(file);
    if (folder !== undefined) folders.add(folder);
    else for (const inner of await insideOf(file)) folders.add(inner);
  }
  return folders;
}

/** The package that a file was taken from; undefined for the house's own. */
function packageFolder(file) {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll('\\', '/'))?.[0];
}

async function insideOf(file) {
  const own = ownPackage(file);
  if (own === undefined) return [];
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(REGION)].map(([, path]) => packageFolder(resolve(own, path))).filter(Boolean);
}

/** The folder of the house's package whose build a file is. */
function ownPackage(file) {
  return /^(.*\/packages\/[^/]+)\/dist\//.exec(file.replaceAll('\\', '/'))?.[1];
}

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const text = await licenceText(folder);
  if (text === undefined) throw new Error(`${name} is bundled and has no licence: ${relative('.', folder)}`);
  return { title: `${name} ${version} (${license})`, text };
}

/** The licence's file, or what the package's page says of it. */
async function licenceText(folder) {
  const entries = await readdir(folder);
  const file = entries.find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  if (file !== undefined) return readFile(join(folder, file), 'utf8');
  const page = entries.find((entry) => /^readme(\.|$)/i.test(entry));
  if (page === undefined) return undefined;
  return /^(?:#+ *licen[cs]e[^\n]*|licen[cs]e[^\n]*\n[-=]+)\n([\s\S]+)/im.exec(
    await readFile(join(folder, page), 'utf8'),
  )?.[1];
}

/** Licences that a package of the house keeps for what lies in its sources, such as a font. */
async function enclosedLicences(root, inputs) {
  const folders = new Set([...inputs].map(ownPackage).filter(Boolean));
  const found = [];
  for (const folder of folders) {
    const files = await readdir(join(folder, 'licences')).catch(() => []);
    for (const file of files.filter((name) => name.endsWith('.txt'))) {
      found.push([basename(file, '.txt'), await readFile(join(folder, 'licences', file), 'utf8')]);
    }
  }
  return found;
}
