import { describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../src/imports.js', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/violations', import.meta.url));

describe('the direction of imports', () => {
  test('holds in this repository', () => {
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toMatch(
      /^imports: \d+ modules, 0 violations$/m,
    );
  });

  test('is enforced: each rule fires on a tree that breaks it', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, fixture], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain(
      'direction: packages/random: packages/random/src/index.ts → apps/cli/src/index.ts',
    );
    expect(stderr).toContain(
      'direction: packages/random: packages/random/src/index.ts → packages/linalg/src/index.ts',
    );
    expect(stderr).toContain('node-at-the-edge: packages/random/src/index.ts → fs');
    expect(stderr).toContain('resolvable: packages/random/src/index.ts → ./nowhere.js');
    expect(stderr).toMatch(/no-cycles: packages\/linalg\/src\/\w+\.ts → packages\/linalg\/src\/\w+\.ts/);
  });
});
