import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

import manifest from '../package.json' with { type: 'json' };
import * as tenfold from '../src/index.js';

/** Packages of which the umbrella has a part: what scripts call, and not what estimators and apps are built with. */
const IN_PART = ['base', 'catalogue', 'core', 'linalg', 'models'].map((name) => `@tenfold/${name}`);
const packages = Object.keys(manifest.dependencies).filter((name) => !IN_PART.includes(name));

test.each(packages)('everything that %s exports is here, and the same', async (name) => {
  const library = (await import(name)) as Record<string, unknown>;
  const names = Object.keys(library);
  expect(names.length).toBeGreaterThan(0);
  for (const exported of names) {
    expect([exported, (tenfold as Record<string, unknown>)[exported]]).toEqual([exported, library[exported]]);
  }
});

test('packages of which only a part is exported are dependencies', () => {
  for (const name of IN_PART) expect(Object.keys(manifest.dependencies)).toContain(name);
});

test.each(packages)('every type that %s exports is here', (name) => {
  const folder = name.replace('@tenfold/', '');
  const types = exportedTypes(new URL(`../../${folder}/src/index.ts`, import.meta.url));
  const here = exportedTypes(new URL('../src/index.ts', import.meta.url));
  expect(types.filter((type) => !here.includes(type))).toEqual([]);
});

test('types are found, of packages that are exported by name and of those that are exported whole', () => {
  const here = exportedTypes(new URL('../src/index.ts', import.meta.url));
  expect(here).toEqual(expect.arrayContaining(['Table', 'LabelOf', 'Step', 'GaussianNBOptions']));
});

/** The names of the types that a file of re-exports passes on, as the files that it passes on whole call them. */
function exportedTypes(file: URL): string[] {
  const source = readFileSync(file, 'utf8');
  const whole = [...source.matchAll(/^export (type |)\{([^}]*)\}/gm)].flatMap(([, type, names]) => {
    const all = names.split(',').map((name) => name.trim());
    return (type === '' ? all.filter((name) => name.startsWith('type ')) : all).map(
      (name) => name.replace(/^type /, '').split(' ')[0],
    );
  });
  const passed = [...source.matchAll(/^export \* from '([^']+)'/gm)].flatMap(([, from]) => {
    const path = from.startsWith('@tenfold/')
      ? `../../${from.replace('@tenfold/', '')}/src/index.ts`
      : from.replace(/\.js$/, '.ts');
    return exportedTypes(new URL(path, from.startsWith('@tenfold/') ? import.meta.url : file));
  });
  return [...whole, ...passed].filter((name) => name !== '');
}
