import { describe, expect, test } from '@jest/globals';

import { ParameterError } from '@tenfold/core';

import { ArrayFileError, bytesSource, createNpy, openArray } from '../src/index.js';
import { bytesOf, CountingSource, idxHeader, npyFile, rejection } from './helpers/sources.js';

const KIB = 1024;
const MIB = KIB * KIB;

/** A byte of a file that is in no memory; wide steps tell wrong offsets. */
const byteAt = (position: number) => (position % 251) ^ (((position - (position % 251)) / 251) % 241);

function bodyBytes(start: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = byteAt(start + i);
  return bytes;
}

/** A file of a header and any number of bytes behind it. */
function vastFile(header: Uint8Array, bodyLength: number): CountingSource {
  const read = (offset: number, length: number) => {
    const bytes = bodyBytes(offset - header.length, length);
    if (offset < header.length) bytes.set(header.subarray(offset, offset + length));
    return bytes;
  };
  return new CountingSource(read, header.length + bodyLength);
}

const doubles = (start: number, length: number) => new Float64Array(bodyBytes(8 * start, 8 * length).buffer);

describe('six gigabytes', () => {
  const images = 7_653_062;
  const idx = () => vastFile(idxHeader('uint8', [images, 28, 28]), images * 784);
  const [rows, columns] = [1_000_000, 784];
  const npy = (fortran = 'False') => {
    const header = `{'descr': '<f8', 'fortran_order': ${fortran}, 'shape': (${rows}, ${columns}), }\n`;
    return vastFile(npyFile(header), rows * columns * 8);
  };

  test.each([
    ['IDX', idx],
    ['NPY', npy],
  ])('of %s open after some bytes', async (_, make) => {
    const source = make();
    const { entries } = await openArray(source);
    expect(entries[0].byteLength).toBeGreaterThan(5.9e9);
    expect(source.bytes).toBeLessThan(KIB);
    expect(source.reads).toBeLessThanOrEqual(4);
  });

  test('are read by the page, and a page once', async () => {
    const source = idx();
    const [entry] = (await openArray(source)).entries;
    const opened = source.bytes;
    const start = 7_000_000;
    expect(await entry.readRows(start, 10)).toEqual(bodyBytes(start * 784, 7840));
    expect(source.bytes - opened).toBeLessThanOrEqual(2 * 64 * KIB);
    const { reads } = source;
    expect(await entry.readRows(start + 3, 2)).toEqual(bodyBytes((start + 3) * 784, 1568));
    expect(await entry.readRows(images - 1, 1)).toEqual(bodyBytes((images - 1) * 784, 784));
    expect(source.reads - reads).toBe(1);
  });

  test('of doubles are read by rows and by blocks', async () => {
    const [entry] = (await openArray(npy())).entries;
    expect(await entry.readRows(900_000, 2)).toEqual(doubles(900_000 * columns, 2 * columns));
    const block = await entry.readBlock([900_000, 3], [700, 2]);
    expect([...block]).toEqual([0, 1, 2].flatMap((i) => [...doubles((900_000 + i) * columns + 700, 2)]));
    expect(await entry.readBytes(6e9, 5)).toEqual(bodyBytes(6e9, 5));
  });

  test('that are stored column by column are read by rows without reading their columns', async () => {
    const source = npy('True');
    const [entry] = (await openArray(source)).entries;
    const opened = source.bytes;
    const read = await entry.readRows(500_000, 2);
    const expected = [0, 1].flatMap((row) =>
      Array.from({ length: columns }, (_, column) => doubles(column * rows + 500_000 + row, 1)[0]),
    );
    expect([...read]).toEqual(expected);
    expect(source.bytes - opened).toBe(2 * columns * 8);
  });
});

test('an array that is stored column by column and fits the pages is read once', async () => {
  const header = `{'descr': '<f8', 'fortran_order': True, 'shape': (2000, 784), }\n`;
  const source = vastFile(npyFile(header), 2000 * 784 * 8);
  const [entry] = (await openArray(source)).entries;
  const first = await entry.readRows(1000, 1);
  expect(first[783]).toBe(doubles(783 * 2000 + 1000, 1)[0]);
  const { reads } = source;
  expect((await entry.readRows(1001, 1))[783]).toBe(doubles(783 * 2000 + 1001, 1)[0]);
  expect(source.reads).toBe(reads);
});

describe('pages', () => {
  const size = 4 * MIB;
  const file = () => vastFile(idxHeader('uint8', [size / KIB, KIB]), size);

  test('are cached up to the limit, those used last longest', async () => {
    const source = file();
    const options = { pageBytes: 64 * KIB, cacheBytes: 5 * 64 * KIB };
    const [entry] = (await openArray(source, options)).entries;
    const readsOf = async (page: number) => {
      const before = source.reads;
      expect(await entry.readRows(64 * page + 1, 1)).toEqual(bodyBytes((64 * page + 1) * KIB, KIB));
      return source.reads - before;
    };
    for (const page of [0, 1, 2, 3, 4]) expect(await readsOf(page)).toBe(1);
    expect(await readsOf(0)).toBe(0);
    expect(await readsOf(5)).toBe(1);
    expect(await readsOf(0)).toBe(0);
    expect(await readsOf(1)).toBe(1);
    expect(await readsOf(5)).toBe(0);
    expect(await readsOf(2)).toBe(1);
  });

  test('side by side are read in one go', async () => {
    const source = file();
    const [entry] = (await openArray(source)).entries;
    const { reads } = source;
    expect(await entry.readRows(10, 200)).toEqual(bodyBytes(10 * KIB, 200 * KIB));
    expect(source.reads - reads).toBe(1);
  });

  test('are loaded once for all simultaneous readers', async () => {
    const source = file();
    const [entry] = (await openArray(source)).entries;
    const { reads } = source;
    const asked = await Promise.all([1, 2, 3, 40, 41].map((row) => entry.readRows(row, 2)));
    expect(source.reads - reads).toBe(1);
    expect(asked[3]).toEqual(bodyBytes(40 * KIB, 2 * KIB));
  });

  test('do not fail for others when one who asked gives up', async () => {
    const [entry] = (await openArray(file())).entries;
    const { signal, abort } = aborting();
    const given = rejection(entry.readRows(1, 1, signal));
    const other = entry.readRows(2, 1);
    abort();
    expect(await given).toBe('enough');
    expect(await other).toEqual(bodyBytes(2 * KIB, KIB));
    expect(await rejection(entry.readRows(1, 1, signal))).toBe('enough');
  });

  test('are not read further than a signal allows', async () => {
    const source = file();
    const [entry] = (await openArray(source, { pageBytes: 512 })).entries;
    const { signal, abort } = aborting();
    const reading = rejection(entry.readRows(0, entry.rows, signal));
    abort();
    expect(await reading).toBe('enough');
    expect(source.reads).toBeLessThan(5);
  });
});

function aborting() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort('enough') };
}

describe('a source', () => {
  const bytes = createNpy(
    Float64Array.from({ length: 3000 }, (_, i) => i / 7),
    [1000, 3],
  );

  test('may give a few bytes at a time', async () => {
    const scant = {
      size: bytes.length,
      read: (offset: number, length: number) =>
        Promise.resolve(bytes.subarray(offset, offset + Math.min(length, 1 + (offset % 97)))),
    };
    const [entry] = (await openArray(scant)).entries;
    expect(bytesOf(await entry.readRows(0, 1000))).toEqual(bytes.subarray(bytes.length - 24_000));
  });

  test('that fails is asked again the next time, and its error is passed on', async () => {
    const failure = new Error('the disk is gone');
    let broken = false;
    const source = {
      size: bytes.length,
      read: (offset: number, length: number) =>
        broken ? Promise.reject(failure) : Promise.resolve(bytes.subarray(offset, offset + length)),
    };
    const [entry] = (await openArray(source)).entries;
    broken = true;
    expect(await rejection(entry.readRows(0, 1))).toBe(failure);
    expect(await rejection(openArray(source))).toBe(failure);
    broken = false;
    expect([...(await entry.readRows(1, 1))]).toEqual([3 / 7, 4 / 7, 5 / 7]);
  });

  test('that became shorter is a cut file', async () => {
    const cut = bytesSource(bytes.subarray(0, 20_000));
    const read = (offset: number, length: number) => cut.read(offset, length);
    const source = { size: bytes.length, read };
    const [entry] = (await openArray(source, { name: 'a.npy' })).entries;
    const error = await rejection(entry.readRows(999, 1));
    expect(error).toBeInstanceOf(ArrayFileError);
    expect(error).toMatchObject({ problem: 'truncated', offset: 20_000, file: 'a.npy' });
  });
});

describe('what cannot be asked for', () => {
  const entryOf = async (options = {}) =>
    (await openArray(bytesSource(createNpy(new Uint8Array(600), [20, 30])), options)).entries[0];

  test.each([
    ['rows before the first', -1, 1],
    ['rows behind the last', 20, 1],
    ['more rows than there are', 15, 6],
    ['half a row', 0.5, 1],
    ['fewer than no rows', 3, -1],
  ])('%s', async (_, start, count) => {
    const entry = await entryOf();
    expect(await rejection(entry.readRows(start, count))).toBeInstanceOf(ParameterError);
    expect(
      await rejection(entry.readBlock([0, 1], [start === 20 ? 30 : start, count === 6 ? 16 : count])),
    ).toBeInstanceOf(ParameterError);
  });

  test('more than may be held', async () => {
    const entry = await entryOf({ maxReadBytes: 100 });
    expect(await rejection(entry.readRows(0, 4))).toMatchObject({ received: 120 });
    expect(await entry.readRows(0, 3)).toHaveLength(90);
    expect(await rejection(entry.readBytes(0, 101))).toBeInstanceOf(ParameterError);
    expect(await rejection(entry.readBytes(550, 51))).toBeInstanceOf(ParameterError);
  });

  test('a column of more rows than can be gathered', async () => {
    const vast = vastFile(idxHeader('uint8', [100_000, 10_000]), 1e9);
    const [entry] = (await openArray(vast)).entries;
    expect(await rejection(entry.readBlock([0, 100_000], [1, 1]))).toBeInstanceOf(ParameterError);
    const column = await entry.readBlock([0, 60_000], [9, 1]);
    expect(column[59_999]).toBe(byteAt(599_990_009));
    expect(await entry.readBlock([0, 100_000], [10, 0])).toHaveLength(0);
  });

  test.each([
    [{ name: 3 }, 'name'],
    [{ pageBytes: 100 }, 'pageBytes'],
    [{ cacheBytes: -1 }, 'cacheBytes'],
    [{ maxUnpackedBytes: 0 }, 'maxUnpackedBytes'],
    [{ maxReadBytes: NaN }, 'maxReadBytes'],
    [{ maxEntries: 1.5 }, 'maxEntries'],
    [{ maxEntrys: 1 }, 'every option'],
  ])('%j', async (options, parameter) => {
    const error = await rejection(openArray(bytesSource(new Uint8Array(9)), options as object));
    expect(error).toBeInstanceOf(ParameterError);
    expect(error).toMatchObject({ owner: 'openArray', parameter });
  });
});
