import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { listRuns, readRun, RunNotWrittenError, UnreadableRunError } from '../src/index.js';
import { writeFolder } from '../src/node/write-folder.js';
import { exampleMetrics } from './example.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-runs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeFolder', () => {
  test('makes the parents, writes the files and leaves nothing else', async () => {
    const parent = join(folder, 'deep', 'runs');
    const path = await writeFolder(parent, 'one', { 'a.txt': 'A', 'b.txt': 'B' });
    expect(path).toBe(join(parent, 'one'));
    expect(await readdir(parent)).toEqual(['one']);
    expect((await readdir(path)).sort()).toEqual(['a.txt', 'b.txt']);
  });

  test('never overwrites a run: a second one of the same name is numbered', async () => {
    await writeFolder(folder, 'one', { a: '1' });
    expect(await writeFolder(folder, 'one', { a: '2' })).toBe(join(folder, 'one-2'));
    expect(await writeFolder(folder, 'one', { a: '3' })).toBe(join(folder, 'one-3'));
  });

  test('that fails half-way leaves nothing behind', async () => {
    const failing = writeFolder(folder, 'one', { a: '1', 'no/such/place': '2' });
    await expect(failing).rejects.toThrow(RunNotWrittenError);
    expect(await readdir(folder)).toEqual([]);
  });

  test('says that the parent cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const failing = writeFolder(join(folder, 'file', 'runs'), 'one', { a: '1' });
    await expect(failing).rejects.toMatchObject({ kind: 'outside', folder: join(folder, 'file', 'runs') });
  });
});

describe('listRuns and readRun', () => {
  test('newest first, temporary folders and files left out', async () => {
    await writeFolder(folder, 'b', {
      'metrics.json': exampleMetrics({ created: '2026-01-01T00:00:00.000Z' }),
    });
    await writeFolder(folder, 'a', {
      'metrics.json': exampleMetrics({ created: '2026-01-02T00:00:00.000Z' }),
    });
    await mkdir(join(folder, '.writing-x'));
    await writeFile(join(folder, 'notes.txt'), '');
    const { runs, unreadable } = await listRuns(folder);
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(runs[0]?.result.run).toBe(join(folder, 'a'));
    expect(unreadable).toEqual([]);
  });

  test('no folder is no runs', async () => {
    expect(await listRuns(join(folder, 'nowhere'))).toEqual({ runs: [], unreadable: [] });
  });

  test.each([
    ['missing', undefined, 'metrics.json is missing'],
    ['no JSON', '{', 'metrics.json: '],
    ['no object', '[]', 'expected'],
    ['a field of the wrong kind', exampleMetrics({ accuracy: 'high' }), 'accuracy: expected'],
    ['a nested field missing', exampleMetrics({ split: {} }), 'split.testSize: expected'],
  ])('a damaged run (%s) is told, and the others still listed', async (_what, text, message) => {
    await writeFolder(folder, 'good', { 'metrics.json': exampleMetrics() });
    const files = text === undefined ? { other: '' } : { 'metrics.json': text };
    const bad = await writeFolder(folder, 'bad', files);
    await expect(readRun(bad)).rejects.toThrow(UnreadableRunError);
    await expect(readRun(bad)).rejects.toThrow(message);
    const { runs, unreadable } = await listRuns(folder);
    expect(runs.map(({ name }) => name)).toEqual(['good']);
    expect(unreadable.map((error) => error.folder)).toEqual([bad]);
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? test.skip : test)('a folder that may not be read is an error', async () => {
    await chmod(folder, 0);
    await expect(listRuns(folder)).rejects.toMatchObject({ code: 'EACCES' });
    await chmod(folder, 0o755);
  });
});
