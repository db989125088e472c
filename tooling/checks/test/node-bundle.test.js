import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { nodeBundle } from '../src/bundles/bundle.js';

const packedMnist = join(
  dirname(createRequire(import.meta.url).resolve('@tenfold/mnist/package.json')),
  'data',
);

describe('one CommonJS file for Node', () => {
  // Outside this repository, so that no package can be found.
  const work = mkdtempSync(join(tmpdir(), 'tenfold-bundle-'));
  const script = join(work, 'train.cjs');
  let code = '';
  beforeAll(async () => {
    ({ code } = await nodeBundle('train.js'));
    writeFileSync(script, code);
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  function run(name, dataHome) {
    const args = [script, name, dataHome, join(work, 'runs', name)];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: work, encoding: 'utf8' });
    return stdout === '' ? stderr : JSON.parse(stdout);
  }

  test('is small', () => {
    expect(code.length).toBeLessThan(1_080_000);
  });

  test('trains and keeps the run; what draws PNG may be left out', () => {
    expect(run('digits', work)).toMatchObject({
      accuracy: 0.9533333333333334,
      listed: [true],
      png: 'ERR_MODULE_NOT_FOUND',
    });
  });

  test('finds MNIST in a folder that it is told, and trains on threads of its own', () => {
    const result = run('mnist', packedMnist);
    expect(result).toMatchObject({ listed: [true] });
    expect(result.accuracy).toBeGreaterThan(0.85);
  });
});
