import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { collectTexts } from '../scripts/l10n.js';

// What goes into the .vsix, measured on the built dist.

const root = join(import.meta.dirname, '..');
const MB = 2 ** 20;

/** Licences that ask for no more than to be named. */
const FREE = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC BY 4.0',
]);

const pathOf = (file: string) => join(root, file);
const sizeOf = (file: string) => statSync(pathOf(file)).size;
const textOf = (file: string) => readFileSync(pathOf(file), 'utf8');

describe('the packed extension', () => {
  let files: string[];

  beforeAll(() => {
    const vsce = dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'));
    const listed = execFileSync(process.execPath, [join(vsce, 'vsce'), 'ls', '--no-dependencies'], {
      cwd: root,
      encoding: 'utf8',
    });
    files = listed.split('\n').filter((line) => line !== '' && existsSync(pathOf(line)));
  });

  test('is one bundle for the host with its worker, the same for the web, and a module a webview', () => {
    const webviews = readdirSync(pathOf('src/webviews'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
      .map(({ name }) => `dist/webviews/${name}.js`);
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/extension.cjs',
        'dist/training-worker.cjs',
        'dist/web/extension.cjs',
        ...webviews,
      ]),
    );
  });

  test('has what its modules import, once', () => {
    const modules = files.filter((file) => /^dist\/webviews\/.*\.js$/.test(file));
    const imported = modules.flatMap((file) =>
      [...textOf(file).matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)].map(([, path]) =>
        join(dirname(file), path),
      ),
    );
    expect(new Set(imported).size).toBeGreaterThan(4);
    expect(files).toEqual(expect.arrayContaining([...new Set(imported)]));
    // A hook that Preact alone calls by this name.
    expect(modules.filter((file) => textOf(file).includes('.diffed'))).toHaveLength(1);
  });

  test('has under 2.2 MB of code', () => {
    const code = files.filter((file) => /\.(c|m)?js$|\.css$|\.wasm$/.test(file));
    expect(code.length).toBeGreaterThan(4);
    expect(code.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThan(2.2e6);
  });

  test('is under 16 MB', () => {
    const packed = files.reduce((sum, file) => sum + deflateRawSync(readFileSync(pathOf(file))).length, 0);
    expect(packed).toBeGreaterThan(10 * MB);
    expect(packed).toBeLessThan(16 * MB);
  });

  test('has no sources, tests, maps, or anything else that is not run, read or looked at', () => {
    const named =
      /^(package(\.nls)?\.json|readme\.md|changelog\.md|license(\.\w+)?|dist\/.+|l10n\/.+\.json|media\/.+\.(svg|png|gif|webp))$/i;
    expect(files.filter((file) => !named.test(file))).toEqual([]);
    expect(files.filter((file) => /\.map$|\.tsx?$|\/(test|source|src)\//.test(file))).toEqual([]);
  });

  test('has MNIST and its licence', () => {
    const mnist = files.filter((file) => file.startsWith('dist/mnist/')).sort();
    expect(mnist).toEqual(
      [
        'LICENSE-DATA.md',
        't10k-images-idx3-ubyte.gz',
        't10k-labels-idx1-ubyte.gz',
        'train-images-idx3-ubyte.gz',
        'train-labels-idx1-ubyte.gz',
      ].map((name) => `dist/mnist/${name}`),
    );
    expect(textOf('dist/mnist/LICENSE-DATA.md')).toContain('CC BY-SA 3.0');
  });

  test('names whose code is in it, and on what terms', () => {
    const notices = textOf('dist/THIRD-PARTY-NOTICES.txt');
    const titles = [...notices.matchAll(/^-{80}\n(.+)$/gm)].map(([, title]) => title);
    for (const name of ['preact', 'valibot', 'ml-matrix'])
      expect(titles).toContainEqual(
        expect.stringMatching(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`)),
      );
    const licences = titles
      .flatMap((title) => title.match(/(?<=[( ])[A-Z][\w -]*[\d.A-Z]+(?=\))/gi) ?? [])
      .flatMap((text) => text.split(' AND '));
    expect(licences.length).toBeGreaterThan(10);
    expect([...new Set(licences)].filter((licence) => !FREE.has(licence))).toEqual([]);
  });

  test('has what a page of the marketplace needs', () => {
    const lower = files.map((file) => file.toLowerCase());
    for (const file of ['readme.md', 'changelog.md', 'media/icon.png', 'media/activity.svg'])
      expect(lower).toContain(file);
    expect(lower.some((file) => file.startsWith('license'))).toBe(true);
    // The pictures of the README are packed, or it shows holes.
    const pictures = [...textOf('README.md').matchAll(/!\[[^\]]*\]\(([^)]+)\)|<img[^>]+src="([^"]+)"/g)];
    for (const [, markdown = '', html = ''] of pictures) expect(files).toContain(markdown || html);
  });

  test('has an icon of 256 × 256 pixels', () => {
    const png = readFileSync(pathOf('media/icon.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });

  test('has the texts that translators start from, all of them', async () => {
    expect(JSON.parse(textOf('l10n/bundle.l10n.json'))).toEqual(await collectTexts());
  });
});
