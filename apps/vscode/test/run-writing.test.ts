import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type RunFileSystem, writeRunFolder } from '../src/host/runs/write-run.js';
import { replaceChecked, ShortFileError } from '../src/host/files/write-checked.js';
import { makeFolder } from './worker/files.js';

const files = { 'model.json': '{"weights": []}', 'metrics.json': '{"é": 1}\n' };
const name = '2026-03-05T14-02-09Z-digits-logistic-regression';

/** This machine's files, in the manner of `vscode.workspace.fs`. */
const fs: RunFileSystem<string> = {
  async createDirectory(folder) {
    await mkdir(folder, { recursive: true });
  },
  writeFile: (file, content) => writeFile(file, content),
  stat,
  readFile: (file) => readFile(file),
  async rename(from, to, { overwrite }) {
    if (!overwrite && (await stat(to).catch(() => undefined)) !== undefined) throw new Error('FileExists');
    await rename(from, to);
  },
  delete: (entry) => rm(entry, { recursive: true }),
  readDirectory: async (folder) => (await readdir(folder)).map((entry) => [entry] as const),
};

let root: string;
let parent: string;
beforeEach(async () => {
  root = await makeFolder();
  parent = join(root, '.tenfold', 'runs');
});
afterEach(() => rm(root, { recursive: true }));

const place = (changes: Partial<RunFileSystem<string>> = {}) => ({
  fs: { ...fs, ...changes },
  parent,
  join: (folder: string, entry: string) => join(folder, entry),
});

describe('writing a run', () => {
  test('leaves its folder with all its files, and nothing else', async () => {
    const folder = await writeRunFolder(place(), { name, files });
    expect(folder).toBe(join(parent, name));
    expect(await readdir(parent)).toEqual([name]);
    expect((await readdir(folder)).sort()).toEqual(['metrics.json', 'model.json']);
    expect(await readFile(join(folder, 'metrics.json'), 'utf8')).toBe(files['metrics.json']);
  });

  test('takes another name when there is a run of that second', async () => {
    const folders = [];
    for (let i = 0; i < 3; i++) folders.push(await writeRunFolder(place(), { name, files }));
    expect(folders.map((folder) => folder.slice(parent.length + 1))).toEqual([
      name,
      `${name}-2`,
      `${name}-3`,
    ]);
  });

  test('by several at once loses none', async () => {
    const folders = await Promise.all(
      Array.from({ length: 5 }, () => writeRunFolder(place(), { name, files })),
    );
    expect(new Set(folders).size).toBe(5);
    expect((await readdir(parent)).filter((entry) => entry.startsWith('.'))).toEqual([]);
  });

  test.each(['writeFile', 'rename'])('that fails in %s leaves nothing', async (step) => {
    let written = 0;
    const full = new Error('the disk is full');
    const broken: Partial<RunFileSystem<string>> =
      step === 'rename'
        ? { rename: () => Promise.reject(full) }
        : {
            writeFile: (file, content) =>
              ++written === 2 ? Promise.reject(full) : fs.writeFile(file, content),
          };
    await expect(writeRunFolder(place(broken), { name, files })).rejects.toThrow(full);
    expect(await readdir(parent)).toEqual([]);
  });

  test('on a disk that comes up short without an error leaves nothing', async () => {
    const half = {
      writeFile: (file: string, content: Uint8Array) =>
        fs.writeFile(file, content.subarray(0, content.length / 2)),
    };
    await expect(writeRunFolder(place(half), { name, files })).rejects.toThrow(new ShortFileError(15, 7));
    expect(await readdir(parent)).toEqual([]);
  });

  test('that is cancelled between two files leaves nothing', async () => {
    const stop = new AbortController();
    const slow = {
      writeFile: async (file: string, content: Uint8Array) => {
        await fs.writeFile(file, content);
        stop.abort(new Error('stop'));
      },
    };
    await expect(writeRunFolder(place(slow), { name, files }, stop.signal)).rejects.toThrow('stop');
    expect(await readdir(parent)).toEqual([]);
  });

  test('removes what was left unfinished long ago, and not what is being written', async () => {
    const old = `.tmp-${(Date.now() - 3_600_000).toString(36)}-abc`;
    const fresh = `.tmp-${Date.now().toString(36)}-def`;
    for (const folder of [old, fresh, '.hidden']) await mkdir(join(parent, folder), { recursive: true });
    await writeRunFolder(place(), { name, files });
    expect((await readdir(parent)).sort()).toEqual(['.hidden', fresh, name].sort());
  });

  test('never shows a half-written run to whoever watches', async () => {
    let watching = true;
    const seen = (async () => {
      while (watching) {
        const shown = await readdir(parent).catch(() => []);
        for (const entry of shown.filter((one) => !one.startsWith('.')))
          expect(await readdir(join(parent, entry))).toHaveLength(2);
      }
    })();
    for (let i = 0; i < 10; i++) await writeRunFolder(place(), { name, files });
    watching = false;
    await seen;
  });
});

describe('writing one file', () => {
  const bytes = new Uint8Array(1000).fill(7);
  const replace = (changes: Partial<RunFileSystem<string>> = {}) =>
    replaceChecked({ ...fs, ...changes }, join(root, 'a.svg'), join(root, 'a.svg.tmp'), bytes);

  beforeEach(() => writeFile(join(root, 'a.svg'), 'old'));

  test('puts the whole of it in the old one’s place', async () => {
    await replace();
    expect(new Uint8Array(await readFile(join(root, 'a.svg')))).toEqual(bytes);
    expect(await readdir(root)).toEqual(['a.svg']);
  });

  test.each([0, 1, 999])('of which %i bytes are kept leaves the old one', async (kept) => {
    const short = { writeFile: (file: string) => writeFile(file, bytes.subarray(0, kept)) };
    await expect(replace(short)).rejects.toMatchObject({ expected: 1000, received: kept, kind: 'outside' });
    expect(await readFile(join(root, 'a.svg'), 'utf8')).toBe('old');
    expect(await readdir(root)).toEqual(['a.svg']);
  });

  test('that fails half-way leaves the old one and nothing beside it', async () => {
    const full = new Error('the disk is full');
    const failing = {
      writeFile: async (file: string) => {
        await writeFile(file, 'half');
        throw full;
      },
    };
    await expect(replace(failing)).rejects.toBe(full);
    expect(await readFile(join(root, 'a.svg'), 'utf8')).toBe('old');
    expect(await readdir(root)).toEqual(['a.svg']);
  });

  test('with a provider that gives no size is read to be checked', async () => {
    await replace({ stat: () => Promise.resolve({ size: 0 }) });
    expect(await readdir(root)).toEqual(['a.svg']);
  });
});
