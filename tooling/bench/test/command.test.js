import { expect, test } from '@jest/globals';

import { reasonIn, runCommand } from '../src/command.js';

test.each([
  [
    'Traceback:\n  File "x", line 1\nModuleNotFoundError: No module named \'x\'\n',
    "ModuleNotFoundError: No module named 'x'",
  ],
  [
    "node:internal\n    throw err;\n\nError: Cannot find module 'x'\n    at a\n\nNode.js v20.20.2\n",
    "Error: Cannot find module 'x'",
  ],
  ['npm error code 1\nnpm error Could not find it\nnpm notice new version\n', 'npm error Could not find it'],
  ['one\ntwo\nthree\n', 'two · three'],
  ['', ''],
])('the reason in %j', (text, reason) => {
  expect(reasonIn(text)).toBe(reason);
});

test('a command that fails tells why', async () => {
  const script = "throw new RangeError('too far')";
  await expect(runCommand(process.execPath, ['-e', script])).rejects.toThrow(/RangeError: too far/);
  await expect(runCommand('no-such-command', [])).rejects.toThrow(/ENOENT/);
  expect(await runCommand(process.execPath, ['-p', '1 + 1'])).toBe('2\n');
});
