import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { platform } from 'node:process';

import { expect, test } from '@jest/globals';

import { FileError, isPipe, readWhole, refusePipe } from '../src/index.js';
import { failure, makePipe, temporaryFolder } from './helpers.js';

const { at } = temporaryFolder();
const testOfPipes = platform === 'win32' ? test.skip : test;

test('a file is read whole', async () => {
  writeFileSync(at('file'), 'abc');
  expect(Buffer.from(await readWhole(at('file'))).toString()).toBe('abc');
  expect(await isPipe(at('file'))).toBe(false);
  await expect(refusePipe(at('file'))).resolves.toBeUndefined();
});

testOfPipes('a pipe is read to its end', async () => {
  makePipe(at('pipe'));
  const text = 'abc'.repeat(100_000);
  const [bytes] = await Promise.all([readWhole(at('pipe')), writeFile(at('pipe'), text)]);
  expect(Buffer.from(bytes).toString()).toBe(text);
});

testOfPipes('a pipe without a writer is waited for until the signal says otherwise', async () => {
  makePipe(at('lonely'));
  const stop = new AbortController();
  const reason = new Error('enough');
  setTimeout(() => {
    stop.abort(reason);
  }, 50);
  expect(await failure(readWhole(at('lonely'), stop.signal))).toBe(reason);
  expect(await failure(readWhole(at('lonely'), stop.signal))).toBe(reason);
});

testOfPipes('a pipe is refused where bytes are wanted more than once', async () => {
  makePipe(at('pipe'));
  expect(await isPipe(at('pipe'))).toBe(true);
  const error = await failure(refusePipe(at('pipe')));
  expect(error).toBeInstanceOf(FileError);
  expect(error).toMatchObject({
    code: 'ESPIPE',
    message: `cannot read ${at('pipe')}: it is a pipe or a device, not a file`,
  });
});

test('what is not there is an error of its path', async () => {
  for (const act of [readWhole, isPipe, refusePipe])
    expect(await failure(act(at('nothing')))).toMatchObject({ code: 'ENOENT', path: at('nothing') });
});
