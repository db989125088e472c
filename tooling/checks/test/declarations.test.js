import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

import { declarationsOf, declaredPackages, heldFile } from '../src/declarations.js';

describe('what a package declares', () => {
  test.each(declaredPackages)(
    '%s: is held; when it is meant to change, run `pnpm declarations`',
    async (name) => {
      const held = existsSync(heldFile(name)) ? readFileSync(heldFile(name), 'utf8') : '';
      expect(await declarationsOf(name)).toBe(held);
    },
  );
});
