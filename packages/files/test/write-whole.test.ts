import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { comeUpShort, isPatienceEnough, SHORTAGES, withSmallDisk } from '@tenfold/cases/disks';

import { FileError, writeWhole } from '../src/index.js';
import { failure, temporaryFolder } from './helpers.js';

const folder = temporaryFolder();
const text = 'weights: 0.1, 0.2, ü, 😀\n'.repeat(100);

describe('what a file gets', () => {
  const bytes = Buffer.from(text);
  async function* slowly() {
    for (const word of text.split(/(?<= )/)) {
      await Promise.resolve();
      yield word;
    }
  }

  test.each([
    ['text', text],
    ['bytes', new Uint8Array(bytes)],
    ['a part of a larger buffer', new Uint8Array(Buffer.concat([bytes, bytes]).buffer, 0, 0)],
    ['pieces of both', [text.slice(0, 9), Buffer.from(text.slice(9))]],
    ['pieces that come later', slowly()],
  ])('%s', async (_, data) => {
    await writeWhole(folder.at('a'), data);
    expect(readFileSync(folder.at('a'), 'utf8')).toBe(ArrayBuffer.isView(data) && !data.length ? '' : text);
    expect(folder.names()).toEqual(['a']);
  });

  test('more than is written at a time', async () => {
    const large = new Uint8Array(20 << 20).map((_, i) => i * 7);
    await writeWhole(folder.at('a'), large);
    expect(Buffer.compare(readFileSync(folder.at('a')), large)).toBe(0);
  });

  test.each([
    ['a number', 5],
    ['null', null],
    ['pieces that are numbers', [1, 2]],
    ['numbers of another width', new Uint16Array(3)],
  ])('never %s', async (_, data) => {
    writeFileSync(folder.at('a'), 'old');
    expect(await failure(writeWhole(folder.at('a'), data as never))).toMatchObject({ parameter: 'data' });
    expect(readFileSync(folder.at('a'), 'utf8')).toBe('old');
    expect(folder.names()).toEqual(['a']);
  });
});

test('the permissions of the old file are preserved', async () => {
  writeFileSync(folder.at('a'), 'old');
  chmodSync(folder.at('a'), 0o640);
  await writeWhole(folder.at('a'), 'new');
  expect(statSync(folder.at('a')).mode & 0o777).toBe(0o640);
});

test('a name of the greatest length can be written', async () => {
  await writeWhole(folder.at('n'.repeat(255)), 'new');
  expect(folder.names()).toEqual(['n'.repeat(255)]);
});

test('of several writes to one file the last call is the one that stays', async () => {
  await Promise.all([text.repeat(500), 'b', 'c'].map((data) => writeWhole(folder.at('a'), data)));
  expect(readFileSync(folder.at('a'), 'utf8')).toBe('c');
});

describe('a disk that comes up short', () => {
  test.each(SHORTAGES)('%s of each write', async (shortage) => {
    writeFileSync(folder.at('a'), 'old');
    const end = await comeUpShort(shortage);
    try {
      if (isPatienceEnough(shortage)) {
        await writeWhole(folder.at('a'), text);
        expect(readFileSync(folder.at('a'), 'utf8')).toBe(text);
      } else {
        const error = await failure(writeWhole(folder.at('a'), text));
        expect(error).toBeInstanceOf(FileError);
        expect(error).toMatchObject({ path: folder.at('a'), kind: 'outside' });
        expect(error).toHaveProperty('code', shortage === 'full' ? 'ENOSPC' : 'SHORT_WRITE');
        expect(readFileSync(folder.at('a'), 'utf8')).toBe('old');
      }
    } finally {
      end();
    }
    expect(folder.names()).toEqual(['a']);
  });

  test('a disk that is really full', async () => {
    const mounted = await withSmallDisk(24 << 10, async (disk) => {
      await writeWhole(`${disk}/a`, 'x'.repeat(8192));
      const error = await failure(writeWhole(`${disk}/a`, 'y'.repeat(30_000)));
      expect(error).toHaveProperty('message', `cannot write to ${disk}/a: the disk is full`);
      expect(readFileSync(`${disk}/a`, 'utf8')).toBe('x'.repeat(8192));
      // What was begun is gone: there is room for as much as before.
      await writeWhole(`${disk}/b`, 'z'.repeat(8192));
    });
    if (!mounted) console.warn('no disk could be mounted here: left out');
  });
});

describe('a signal', () => {
  test('stops it between two pieces, and nothing stays', async () => {
    writeFileSync(folder.at('a'), 'old');
    const control = new AbortController();
    function* pieces() {
      yield 'x'.repeat(1 << 17);
      control.abort(new Error('enough'));
      yield 'y';
    }
    const error = await failure(writeWhole(folder.at('a'), pieces(), { signal: control.signal }));
    expect(error).toBe(control.signal.reason);
    expect(readFileSync(folder.at('a'), 'utf8')).toBe('old');
    expect(folder.names()).toEqual(['a']);
  });

  test('that was given before lets nothing be written', async () => {
    const signal = AbortSignal.abort(new Error('never'));
    expect(await failure(writeWhole(folder.at('a'), 'new', { signal }))).toBe(signal.reason);
    expect(folder.names()).toEqual([]);
  });
});

test('an error of the iterator of pieces is passed on, and nothing is left behind', async () => {
  const own = new Error('mine');
  function* pieces() {
    yield 'x'.repeat(1 << 17);
    throw own;
  }
  expect(await failure(writeWhole(folder.at('a'), pieces()))).toBe(own);
  expect(folder.names()).toEqual([]);
});
