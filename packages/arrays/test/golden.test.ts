import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { type ArrayEntry, ArrayFileError, bytesSource, openArray } from '../src/index.js';
import { bytesOf, rejection } from './helpers/sources.js';

interface Content {
  dtype: string;
  shape: number[];
  fortranOrder: boolean;
  values: string;
}
interface Golden {
  arrays: (Content & { name: string; file: string })[];
  refused: { name: string; descr: string; file: string }[];
  archives: { name: string; file: string; entries: Record<string, Content> }[];
}
const golden = JSON.parse(readFileSync(new URL('golden/arrays.json', import.meta.url), 'utf8')) as Golden;

const unpack = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

async function expectContent(entry: ArrayEntry, content: Content) {
  const { dtype, shape, fortranOrder } = content;
  expect(entry).toMatchObject({ dtype, shape, fortranOrder, trailingBytes: 0 });
  const all = await entry.readRows(0, entry.rows);
  expect(Buffer.from(bytesOf(all)).toString('base64')).toBe(content.values);
  await expectBlocks(entry, unpack(content.values));
}

/** Every row, and the inner columns of all rows, are what the whole array has there. */
async function expectBlocks(entry: ArrayEntry, whole: Uint8Array) {
  const { rows, rowLength } = entry;
  const size = whole.length / (rows * rowLength);
  for (let row = 0; row < rows; row++) {
    const part = bytesOf(await entry.readRows(row, 1));
    expect(part).toEqual(whole.slice(row * rowLength * size, (row + 1) * rowLength * size));
  }
  if (rowLength < 3) return;
  const inner = bytesOf(await entry.readBlock([0, rows], [1, rowLength - 2]));
  const expected = Array.from({ length: rows }, (_, row) =>
    whole.subarray((row * rowLength + 1) * size, ((row + 1) * rowLength - 1) * size),
  );
  expect(Buffer.from(inner).equals(Buffer.concat(expected))).toBe(true);
}

describe('NumPy writes, openArray reads', () => {
  test.each(golden.arrays.map((array) => [array.name, array] as const))('%s', async (name, array) => {
    const file = await openArray(bytesSource(unpack(array.file)), { name: 'a.npy' });
    expect(file).toMatchObject({ name: 'a.npy', format: 'npy', gzipped: name === 'gzip', broken: [] });
    expect(file.entries).toHaveLength(1);
    await expectContent(file.entries[0], array);
  });

  test.each(golden.archives.map((archive) => [archive.name, archive] as const))('%s', async (_, archive) => {
    const file = await openArray(bytesSource(unpack(archive.file)));
    expect(file).toMatchObject({ format: 'npz', gzipped: false, broken: [] });
    expect(file.entries.map(({ name }) => name)).toEqual(Object.keys(archive.entries));
    for (const entry of file.entries) {
      await expectContent(entry, archive.entries[entry.name]);
      expect(await entry.verify()).toBe(true);
    }
  });
});

test.each(golden.refused.map((array) => [array.name, array] as const))(
  '%s are refused by their name',
  async (_, { descr, file }) => {
    const error = await rejection(openArray(bytesSource(unpack(file)), { name: 'a.npy' }));
    expect(error).toBeInstanceOf(ArrayFileError);
    expect(error).toMatchObject({ problem: 'dtype', format: 'npy', file: 'a.npy', kind: 'input' });
    const { received, message } = error as ArrayFileError;
    expect(received).toContain(descr.startsWith('|V') ? '' : descr);
    expect(message).toContain(received);
  },
);

test('objects are never unpickled', async () => {
  const { file } = golden.refused.find(({ name }) => name === 'objects')!;
  await expect(openArray(bytesSource(unpack(file)))).rejects.toThrow('never unpickled');
});
