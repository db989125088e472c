import { describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { hostRooms } from '../src/host-rooms.js';
import { importRules } from '../src/rooms.js';

const script = fileURLToPath(new URL('../src/imports.js', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/violations', import.meta.url));

describe('the direction of imports', () => {
  test('holds in this repository', () => {
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toMatch(
      /^imports: \d+ modules, 0 violations$/m,
    );
  });

  const { status, stderr } = spawnSync(process.execPath, [script, fixture], { encoding: 'utf8' });
  const lines = stderr.split('\n');

  test('is enforced: each import that breaks a rule is told', () => {
    expect(status).toBe(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        'direction: packages/random: packages/random/src/index.ts → apps/cli/src/index.ts',
        'direction: packages/random: packages/random/src/index.ts → packages/linalg/src/index.ts',
        'node-at-the-edge: packages/random/src/index.ts → fs',
        'files-at-the-edge: packages/random/src/index.ts → packages/files/src/index.ts',
        'sides-of-the-extension: apps/vscode/src/webviews/digits/page.ts → apps/vscode/src/host/panel.ts',
        'notebook-renderer: apps/vscode/src/notebook/output.ts → apps/vscode/src/webviews/digits/page.ts',
        'resolvable: packages/random/src/index.ts → ./nowhere.js',
        expect.stringMatching(
          /^declared-dependencies: packages\/random\/src\/index\.ts → .*dependency-cruiser/,
        ),
        expect.stringMatching(/^no-cycles: packages\/linalg\/src\/\w+\.ts → packages\/linalg\/src\/\w+\.ts$/),
      ]),
    );
  });

  test.each(importRules().filter(({ name }) => !name.startsWith('direction: ')))(
    'has a violation of $name in the fixture',
    ({ name }) => {
      expect(lines.filter((line) => line.startsWith(`${name}: `))).not.toEqual([]);
    },
  );

  test('is enforced for each folder of the extension’s host', () => {
    const host = 'apps/vscode/src/host';
    for (const room of Object.keys(hostRooms))
      expect(stderr).toContain(`host: ${room}: ${host}/${room}/index.ts → ${host}/activate.ts`);
    expect(stderr).toContain(`host: files: ${host}/files/index.ts → ${host}/panels/panel.ts`);
    expect(stderr).toContain(`host: unnamed folder: ${host}/attic/index.ts → `);
    // What a room may import is no violation.
    expect(stderr).not.toContain(`${host}/panels/index.ts → ${host}/files/index.ts`);
    expect(stderr).not.toContain(`${host}/activate.ts → `);
  });

  test('names the folders that the host has', () => {
    const folders = readdirSync(new URL('../../../apps/vscode/src/host', import.meta.url), {
      withFileTypes: true,
    });
    const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(Object.keys(hostRooms).sort()).toEqual(names.sort());
  });
});
