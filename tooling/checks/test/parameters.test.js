import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { catalogue } from '@tenfold/catalogue';

import { estimatorPackages } from '../src/rooms.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Each class of the catalogue with the package that exports it. */
const homes = await Promise.all(
  catalogue.map(async (entry) => {
    for (const name of estimatorPackages) {
      const exported = await import(`@tenfold/${name}`);
      if (exported[entry.name] === entry) return [entry.name, name, entry.definition];
    }
    throw new Error(`no package of estimators exports ${entry.name}`);
  }),
);

describe('each parameter has a line in the table of its package', () => {
  test.each(homes)('%s, %s', (_, name, { params }) => {
    const readme = readFileSync(`${root}packages/${name}/README.md`, 'utf8');
    const documented = Object.keys(params).filter((param) =>
      new RegExp(`^\\| \`${param}\``, 'm').test(readme),
    );
    expect(documented).toEqual(Object.keys(params));
  });
});
