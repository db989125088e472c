import { createPackageFromTarballData, checkPackage } from '@arethetypeswrong/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';

import { installApart, installByNpm, packAll, publicPackages } from '../src/pack.js';

const work = mkdtempSync(join(tmpdir(), 'tenfold-packages-'));
const project = join(work, 'apart');
const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
const packages = publicPackages();
const libraries = packages.filter(({ manifest }) => manifest.exports?.['.'] !== undefined);
let tarballs = new Map();

beforeAll(() => {
  tarballs = packAll(join(work, 'tarballs'));
  installApart(
    project,
    packages.map(({ name }) => name),
    tarballs,
  );
}, 300_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const arrayBuffer = ({ buffer, byteOffset, length }) => buffer.slice(byteOffset, byteOffset + length);

const node = (cwd, ...args) => execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }).trim();

/** The names that a package gives to import and to require in a project. */
function namesOf(name, project) {
  const quoted = JSON.stringify(name);
  const script = `import { createRequire } from 'node:module';
    import * as esm from ${quoted};
    const cjs = createRequire(process.cwd() + '/')(${quoted});
    const names = (m) => Object.keys(m).filter((k) => k !== 'default' && k !== 'module.exports').sort();
    console.log(JSON.stringify({ esm: names(esm), cjs: names(cjs) }));`;
  return JSON.parse(node(project, '--input-type=module', '-e', script));
}

describe.each(packages.map(({ name, manifest }) => [name, manifest]))('%s', (name, manifest) => {
  test('is installed as it is published', () => {
    const installed = JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'));
    expect(installed.name).toBe(name);
    expect(JSON.stringify(installed)).not.toMatch(/workspace:|catalog:/);
  });

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
});

describe.each(libraries.map(({ name }) => [name]))('%s', (name) => {
  test('gives the same names to import and require, alone with what it depends on', () => {
    const { esm, cjs } = namesOf(name, project);
    expect(esm.length).toBeGreaterThan(0);
    expect(cjs).toEqual(esm);
  }, 60_000);

  test('are-the-types-wrong finds nothing', async () => {
    const data = createPackageFromTarballData(readFileSync(tarballs.get(name)));
    const { problems } = await checkPackage(data);
    expect(problems).toEqual([]);
  }, 60_000);
});

test('every package type-checks in a consumer of either kind', () => {
  const files = libraries.flatMap(({ name }) => {
    const source = `import * as library from ${JSON.stringify(name)};\nexport const names: string[] = Object.keys(library);\n`;
    return ['mts', 'cts'].map((kind) => {
      const file = `${name.replace('@', '').replace('/', '-')}.${kind}`;
      writeFileSync(join(project, file), source);
      return file;
    });
  });
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
  expect(node(project, tsc, ...options, ...files)).toBe('');
}, 120_000);

test.each(['tenfold', '@tenfold/cli'])(
  '%s is installed by npm, and works',
  (name) => {
    const project = join(work, name.replace('/', '-'));
    installByNpm(project, name, tarballs);
    if (name === 'tenfold') expect(namesOf(name, project).esm).toContain('LogisticRegression');
    else {
      const command = join(project, 'node_modules', '.bin', 'tenfold');
      expect(execFileSync(command, ['--version'], { cwd: project, encoding: 'utf8' })).toMatch(
        /^\d+\.\d+\.\d+/,
      );
    }
  },
  180_000,
);
