import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeFolder } from '@tenfold/files';

import { listRuns, readRun, UnreadableRunError } from '../src/index.js';
import { exampleMetrics } from './example.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-runs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

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
  ])('a damaged run (%s) is reported, and the others are listed', async (_what, text, message) => {
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
