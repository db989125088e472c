import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { blocksFolder, codeBlocks, compileBlocks } from '../src/code-blocks.js';

const blocks = codeBlocks();

describe('the code in the docs', () => {
  test('compiles', () => {
    expect(blocks.length).toBeGreaterThan(5);
    expect(compileBlocks(blocks)).toEqual([]);
  }, 120_000);

  test.each(blocks.filter(({ runs }) => runs).map((block) => [block.title, block.file]))(
    '%s runs',
    (_title, file) => {
      const cwd = mkdtempSync(join(tmpdir(), 'tenfold-docs-'));
      const script = join(blocksFolder, file.replace(/\.ts$/, '.js'));
      execFileSync(process.execPath, [script], { cwd, stdio: 'pipe', timeout: 120_000 });
    },
    130_000,
  );
});
