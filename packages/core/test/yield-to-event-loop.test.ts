import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';

import { yieldToEventLoop } from '../src/index.js';

describe('yieldToEventLoop', () => {
  test('lets a timer run', async () => {
    const timer = new Promise((resolve) => setTimeout(() => resolve('timer'), 0));
    const turns = (async () => {
      for (let i = 0; i < 100_000; i++) await yieldToEventLoop();
    })();
    await expect(Promise.race([timer, turns])).resolves.toBe('timer');
  });

  test.each([
    ['a message where there is no setImmediate', 'delete globalThis.setImmediate;'],
    ['a timer where there is neither', 'delete globalThis.setImmediate; delete globalThis.MessageChannel;'],
  ])('takes %s, and lets the process end', (_, prepare) => {
    const url = new URL('../dist/index.js', import.meta.url).href;
    const script = `${prepare}
      const { yieldToEventLoop } = await import(${JSON.stringify(url)});
      let fired = false;
      setTimeout(() => (fired = true), 0);
      for (let i = 0; i < 1000 && !fired; i++) await yieldToEventLoop();
      console.log(fired);`;
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect({ stdout: stdout.trim(), status }).toEqual({ stdout: 'true', status: 0 });
  });
});
