import { expect, test } from '@jest/globals';

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

test('packages of which a part is here are told', () => {
  for (const name of IN_PART) expect(Object.keys(manifest.dependencies)).toContain(name);
});
