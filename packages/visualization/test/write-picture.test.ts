import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isTenfoldError, ParameterError } from '@tenfold/core';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { comeUpShort, isPatienceEnough, SHORTAGES } from '@tenfold/cases/disks';

import { confusionHeatmap, PictureWriteError, toHtml, toPng, toSvg, writePicture } from '../src/index.js';
import { smallMatrix } from './support/samples.js';

const scene = confusionHeatmap(smallMatrix);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-pictures-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('writePicture', () => {
  test.each(['a.svg', 'A.SVG', 'b.html', 'b.htm', 'c.png', 'dotted.name.png'])('writes %s', async (name) => {
    const path = join(folder, name);
    await writePicture(path, scene);
    const lower = name.toLowerCase();
    const expected = lower.endsWith('.svg')
      ? toSvg(scene)
      : lower.endsWith('.png')
        ? await toPng(scene)
        : toHtml(scene);
    expect((await readFile(path)).equals(Buffer.from(expected as string))).toBe(true);
  });

  test('scales SVG and PNG', async () => {
    await writePicture(join(folder, 'scaled.svg'), scene, { scale: 3 });
    expect(await readFile(join(folder, 'scaled.svg'), 'utf8')).toBe(toSvg(scene, { scale: 3 }));
  });

  test.each(['picture', 'picture.jpg', '.svg', 'folder/.png', ''])('refuses the name %p', async (name) => {
    await expect(writePicture(name, scene)).rejects.toThrow(ParameterError);
  });

  test('refuses a path that is no text', async () => {
    await expect(writePicture(undefined as never, scene)).rejects.toThrow('a file name that ends in');
  });

  test.each([
    ['a missing folder', 'missing/a.svg', 'ENOENT'],
    ['a file in place of a folder', 'plain/a.svg', 'ENOTDIR'],
    ['a folder in place of the file', 'taken.svg', 'EISDIR'],
    ['a name too long', `${'x'.repeat(300)}.svg`, 'ENAMETOOLONG'],
  ])('says what is wrong with %s', async (_, name, code) => {
    await writeFile(join(folder, 'plain'), '');
    await mkdir(join(folder, 'taken.svg'), { recursive: true });
    const error: unknown = await writePicture(join(folder, name), scene).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PictureWriteError);
    expect(error).toMatchObject({ path: join(folder, name), code, kind: 'outside' });
    expect(isTenfoldError(error)).toBe(true);
  });

  test.each(SHORTAGES)('a disk that keeps %s leaves the old file or the new one', async (shortage) => {
    const path = join(folder, 'short.svg');
    await writeFile(path, 'old');
    const end = await comeUpShort(shortage);
    const written = writePicture(path, scene);
    const error: unknown = await written.catch((reason: unknown) => reason).finally(end);
    const isWhole = isPatienceEnough(shortage);
    expect(await readFile(path, 'utf8')).toBe(isWhole ? toSvg(scene) : 'old');
    if (isWhole) expect(error).toBeUndefined();
    else expect(error).toMatchObject({ name: 'PictureWriteError', path, kind: 'outside' });
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('leaves the old file whole when drawing fails, and nothing half-written beside it', async () => {
    const path = join(folder, 'old.png');
    await writeFile(path, 'old');
    await expect(writePicture(path, scene, { scale: 11 })).rejects.toThrow(ParameterError);
    expect(await readFile(path, 'utf8')).toBe('old');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
    expect(names).toEqual([]);
  });
});
