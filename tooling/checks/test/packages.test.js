import { createPackageFromTarballData, checkPackage } from '@arethetypeswrong/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';

import { installAlone, packAll, publicPackages } from '../src/pack.js';

const work = mkdtempSync(join(tmpdir(), 'tenfold-packages-'));
const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
let tarballs = new Map();

beforeAll(() => {
  tarballs = packAll(join(work, 'tarballs'));
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const arrayBuffer = ({ buffer, byteOffset, length }) => buffer.slice(byteOffset, byteOffset + length);

const node = (cwd, ...args) => execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }).trim();

describe.each(publicPackages().map(({ name, manifest }) => [name, manifest]))('%s', (name, manifest) => {
  const project = join(work, name.replace('/', '-'));
  const isLibrary = manifest.exports?.['.'] !== undefined;

  test('installs alone into an empty project', () => {
    installAlone(project, name, tarballs);
    const installed = JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'));
    expect(installed.name).toBe(name);
    expect(JSON.stringify(installed)).not.toMatch(/workspace:|catalog:/);
  }, 180_000);

  test('holds what a package page needs', () => {
    for (const file of ['README.md', 'LICENSE']) {
      expect(readFileSync(join(project, 'node_modules', name, file), 'utf8').length).toBeGreaterThan(100);
    }
    expect(manifest).toMatchObject({
      description: expect.any(String),
      license: expect.any(String),
      keywords: expect.any(Array),
    });
  });

  test('publint finds nothing', async () => {
    const { messages } = await publint({ pack: { tarball: arrayBuffer(readFileSync(tarballs.get(name))) } });
    expect(messages.filter(({ type }) => type !== 'suggestion')).toEqual([]);
  }, 60_000);

  if (isLibrary) {
    test('gives the same names to import and require', () => {
      const script =
        'console.log(JSON.stringify(Object.keys(m).filter((k) => k !== "default" && k !== "module.exports").sort()))';
      const esm = node(
        project,
        '--input-type=module',
        '-e',
        `import * as m from ${JSON.stringify(name)}; ${script}`,
      );
      const cjs = node(
        project,
        '--input-type=commonjs',
        '-e',
        `const m = require(${JSON.stringify(name)}); ${script}`,
      );
      expect(JSON.parse(esm).length).toBeGreaterThan(0);
      expect(cjs).toBe(esm);
    }, 60_000);

    test('type-checks in a consumer of either kind', () => {
      const source = `import * as library from ${JSON.stringify(name)};\nexport const names: string[] = Object.keys(library);\n`;
      writeFileSync(join(project, 'consumer.mts'), source);
      writeFileSync(join(project, 'consumer.cts'), source);
      const options = [
        '--noEmit',
        '--strict',
        '--module',
        'NodeNext',
        '--target',
        'ES2022',
        '--lib',
        'ES2023,DOM',
      ];
      expect(node(project, tsc, ...options, 'consumer.mts', 'consumer.cts')).toBe('');
    }, 120_000);

    test('are-the-types-wrong finds nothing', async () => {
      const data = createPackageFromTarballData(readFileSync(tarballs.get(name)));
      const { problems } = await checkPackage(data);
      expect(problems).toEqual([]);
    }, 60_000);
  }
});
