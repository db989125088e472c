import { afterAll, describe, expect, test } from '@jest/globals';
import { casePath } from '@tenfold/cases';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { isArrayFile } from '../src/index.js';

const folder = mkdtemp(join(tmpdir(), 'tenfold-kind-'));
afterAll(async () => rm(await folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await folder, name);
  await writeFile(path, content);
  return path;
}

describe('isArrayFile', () => {
  test.each(['medmnist.npz', 'fortran-wide.npy', 'qmnist-labels-idx2-int'])('%s is one', async (name) => {
    expect(await isArrayFile(casePath(name))).toBe(true);
  });

  test.each(['fruit.csv', 'good.csv.gz', 'kana.csv', 'evil.csv'])('%s is none', async (name) => {
    expect(await isArrayFile(casePath(name))).toBe(false);
  });

  test('its first unpacked bytes decide', async () => {
    expect(await isArrayFile(await file('a.csv', gzipSync(new Uint8Array([0, 0, 8, 1, 0, 0, 0, 0]))))).toBe(
      true,
    );
    expect(await isArrayFile(await file('b.npy', 'a,b\n1,2\n'))).toBe(false);
    expect(await isArrayFile(await file('c.csv', '\u001b[2Ja,b\n1,2\n'))).toBe(false);
    expect(await isArrayFile(await file('d.csv', new Uint8Array([0xff, 0xfe, 0x61, 0])))).toBe(false);
    expect(await isArrayFile(await file('e.csv', ''))).toBe(false);
    const utf16 = Buffer.from('a,b\n1,2\n', 'utf16le');
    expect(await isArrayFile(await file('f.csv', utf16))).toBe(false);
    expect(await isArrayFile(await file('g.csv', Buffer.from(utf16).swap16()))).toBe(false);
  });

  test('what is neither is an error with its name', async () => {
    const hdf5 = new Uint8Array([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0, 8, 8, 0]);
    await expect(isArrayFile(await file('f.h5', hdf5))).rejects.toThrow('an HDF5 file');
    await expect(isArrayFile(join(await folder, 'none.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
