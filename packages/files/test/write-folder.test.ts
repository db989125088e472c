import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { comeUpShort, isPatienceEnough, SHORTAGES, withSmallDisk } from '@tenfold/cases/disks';

import { FileError, writeFolder } from '../src/index.js';
import { failure, temporaryFolder } from './helpers.js';

const folder = temporaryFolder();
const files = { 'a.json': 'a'.repeat(500), 'b.svg': new Uint8Array(500).fill(98) };

test('a folder of files, and its parents', async () => {
  const made = await writeFolder(folder.at('x/y'), 'run', files);
  expect(made).toBe(folder.at('x/y/run'));
  expect(readdirSync(made).sort()).toEqual(['a.json', 'b.svg']);
  expect(readFileSync(`${made}/b.svg`, 'utf8')).toBe('b'.repeat(500));
  expect(readdirSync(folder.at('x/y'))).toEqual(['run']);
  expect(statSync(made).mode).toBe(statSync(folder.at('x')).mode);
});

test('a name that is taken by a folder or a file gets a number', async () => {
  await writeFolder(folder.at('.'), 'run', files);
  writeFileSync(folder.at('run-2'), '');
  mkdirSync(folder.at('run-3'));
  writeFileSync(folder.at('run-3/full'), '');
  expect(await writeFolder(folder.at('.'), 'run', files)).toBe(folder.at('run-4'));
});

test.each(['', '..', 'a/b'])('%j is no name', async (name) => {
  expect(await failure(writeFolder(folder.at('x'), name, files))).toHaveProperty('owner', 'writeFolder');
  expect(await failure(writeFolder(folder.at('x'), 'run', { [name]: '' }))).toHaveProperty('kind', 'input');
  expect(existsSync(folder.at('x'))).toBe(false);
});

test.each(SHORTAGES)('a disk that keeps %s', async (shortage) => {
  const end = await comeUpShort(shortage);
  try {
    const work = writeFolder(folder.at('x/y'), 'run', files);
    if (isPatienceEnough(shortage)) {
      expect(statSync(`${await work}/a.json`).size).toBe(500);
    } else {
      expect(await failure(work)).toBeInstanceOf(FileError);
      expect(existsSync(folder.at('x'))).toBe(false);
    }
  } finally {
    end();
  }
});

test('a disk that is really full', async () => {
  const mounted = await withSmallDisk(24 << 10, async (disk) => {
    const large = { 'a.json': 'a'.repeat(9000), 'b.json': 'b'.repeat(30_000) };
    expect(await failure(writeFolder(disk, 'run', large))).toMatchObject({ code: 'ENOSPC', path: disk });
    expect(readdirSync(disk)).toEqual([]);
  });
  if (!mounted) console.warn('no disk could be mounted here: left out');
});

test('a file in the parent’s place', async () => {
  writeFileSync(folder.at('f'), '');
  expect(await failure(writeFolder(folder.at('f'), 'run', files))).toHaveProperty('path', folder.at('f'));
});

test('a signal stops it, and nothing stays', async () => {
  const control = new AbortController();
  function* pieces() {
    control.abort(new Error('enough'));
    yield 'x';
  }
  const work = writeFolder(folder.at('x'), 'run', { a: pieces() }, { signal: control.signal });
  expect(await failure(work)).toBe(control.signal.reason);
  expect(existsSync(folder.at('x'))).toBe(false);
});
