import { zipSync } from 'fflate';

import { describe, expect, test } from '@jest/globals';

import { ArrayFileError, bytesSource, createNpy, openArray } from '../src/index.js';
import { bytesOf, concat, CountingSource, npyFile, rejection } from './helpers/sources.js';
import { checksum, type ZipPart, zip64Around, zipFile } from './helpers/zip.js';

const MIB = 1 << 20;
const ramp = (length: number) => Float64Array.from({ length }, (_, i) => Math.sin(i));
const npy = createNpy(ramp(300), [100, 3]);
const open = (bytes: Uint8Array, options = {}) =>
  openArray(bytesSource(bytes), { name: 'a.npz', ...options });

/** Opens an archive of a sound entry and another one, which must not keep the sound one from being read. */
async function beside(part: ZipPart, options = {}) {
  const file = await open(zipFile([{ name: 'sound.npy', data: npy }, part]), options);
  expect(file.entries[0].name).toBe('sound');
  expect(await file.entries[0].readRows(0, 100)).toEqual(ramp(300));
  return file;
}

async function brokenBeside(part: ZipPart, options = {}) {
  const { entries, broken } = await beside(part, options);
  expect(entries).toHaveLength(1);
  expect(broken).toHaveLength(1);
  expect(broken[0].error).toBeInstanceOf(ArrayFileError);
  return broken[0].error;
}

describe('an archive', () => {
  test('of stored and deflated entries', async () => {
    const parts = [0, 8].map((method) => ({ name: `by${method}.npy`, data: npy, method }));
    const { entries } = await open(zipFile(parts, 'with a comment'));
    expect(entries.map(({ name }) => name)).toEqual(['by0', 'by8']);
    for (const entry of entries) expect(await entry.readRows(10, 2)).toEqual(ramp(300).slice(30, 36));
  });

  test('as another program packs it', async () => {
    const { entries } = await open(zipSync({ 'a.npy': npy, folder: { 'b.npy': [npy, { level: 0 }] } }));
    expect(entries.map(({ name }) => name)).toEqual(['a', 'folder/b']);
    expect(await entries[1].readRows(0, 100)).toEqual(ramp(300));
  });

  test('without entries', async () => {
    expect(await open(zipFile([]))).toMatchObject({ format: 'npz', entries: [], broken: [] });
  });

  test('of an entry of five gigabytes, in ZIP64', async () => {
    const rows = 5e9 / 64;
    const header = npyFile(`{'descr': '<f8', 'fortran_order': False, 'shape': (${rows}, 8), }\n`);
    const [head, tail] = zip64Around('huge.npy', header.length + rows * 64, 1);
    const start = concat(head, header);
    const end = start.length + rows * 64;
    const at = (i: number) =>
      i < start.length ? start[i] : i < end ? (i - start.length) % 7 : tail[i - end];
    const read = (offset: number, length: number) => Uint8Array.from({ length }, (_, i) => at(offset + i));
    const source = new CountingSource(read, end + tail.length);
    const [entry] = (await openArray(source)).entries;
    expect(entry).toMatchObject({ name: 'huge', shape: [rows, 8], byteLength: 5e9 });
    expect(source.bytes).toBeLessThan(80 * 1024);
    const bytes = bytesOf(await entry.readRows(rows - 1, 1));
    expect(bytes).toEqual(Uint8Array.from({ length: 64 }, (_, i) => (5e9 - 64 + i) % 7));
  });
});

describe('an entry', () => {
  test.each<[string, Omit<ZipPart, 'name'> & Partial<ZipPart>, string]>([
    ['that is encrypted', { data: npy, flags: 0x801 }, 'encrypted'],
    ['packed by bzip2', { data: npy, method: 12 }, 'compression'],
    ['stored in two sizes', { data: npy, size: npy.length + 1 }, 'compression'],
    ['that is elsewhere', { data: npy, offset: 5 }, 'archive'],
    ['over another one', { data: npy, offset: 0, name: 'sound.npy' }, 'overlap'],
    ['of another name in its own header', { data: npy, localName: 'y.npy' }, 'archive'],
    ['of another method in its own header', { data: npy, localMethod: 8 }, 'archive'],
    ['that says it is longer than can be packed in it', { data: npy, method: 8, size: 2 ** 31 }, 'truncated'],
    ['of other bytes', { data: Buffer.from('no array at all') }, 'header'],
    ['of nothing', { data: new Uint8Array(0) }, 'truncated'],
    ['cut short', { data: npy.subarray(0, -1) }, 'truncated'],
    ['of objects', { data: npyFile(`{'descr': '|O', 'fortran_order': False, 'shape': (1,), }`) }, 'dtype'],
    [
      'of bytes that are not packed',
      { data: npy, packedSize: npy.length, size: npy.length, method: 8 },
      'archive',
    ],
  ])('%s is broken, and the others are not', async (_, part, problem) => {
    const error = await brokenBeside({ name: 'x.npy', ...part });
    expect(error).toMatchObject({
      problem,
      file: 'a.npz',
      format: 'npz',
      entry: part.name === undefined ? 'x' : 'sound',
    });
    expect(error.message).toMatch(/^a\.npz: (x|sound) /);
  });

  test('that is the same as another one is broken', async () => {
    const bytes = zipFile([
      { name: 'x.npy', data: npy },
      { name: 'x.npy', data: npy, offset: 0 },
    ]);
    const { entries, broken } = await open(bytes);
    expect(entries).toHaveLength(1);
    expect(broken).toMatchObject([{ name: 'x', error: { problem: 'overlap' } }]);
  });

  test('that lies within another one is broken', async () => {
    const inner = zipFile([{ name: 'inner.npy', data: npy }]);
    const localLength = 30 + 'inner.npy'.length + npy.length;
    const outer = createNpy(inner.subarray(0, localLength));
    const innerAt = 30 + 'outer.npy'.length + 128;
    const bytes = zipFile([
      { name: 'outer.npy', data: outer },
      { name: 'inner.npy', data: npy, offset: innerAt },
    ]);
    const { entries, broken } = await open(bytes);
    expect(entries.map(({ name }) => name)).toEqual(['outer']);
    expect(broken).toMatchObject([{ name: 'inner', error: { problem: 'overlap', entry: 'inner' } }]);
  });

  test.each([0, 8])('of another checksum is found out when it is read whole (method %i)', async (method) => {
    const { entries } = await beside({ name: 'x.npy', data: npy, method, crc: 12_345_678 });
    const error = await rejection(entries[1].readRows(5, 95));
    expect(await rejection(entries[1].verify())).toMatchObject({ problem: 'checksum' });
    expect(error).toMatchObject({ problem: 'checksum', expected: 'the checksum 00bc614e', entry: 'x' });
    expect(await entries[0].verify()).toBe(true);
    expect(await entries[0].verify()).toBe(true);
  });

  test('that is large and stored is checked when that is asked for', async () => {
    const data = createNpy(new Float64Array(200_000).fill(7));
    const { entries } = await beside({ name: 'x.npy', data, crc: 1 });
    expect(await entries[1].readRows(199_999, 1)).toEqual(Float64Array.of(7));
    expect(await rejection(entries[1].verify())).toMatchObject({ expected: 'the checksum 00000001' });
  });

  test('that unpacks to more than it says is found out', async () => {
    const { entries } = await beside({
      name: 'x.npy',
      data: concat(npy, new Uint8Array(MIB)),
      method: 8,
      size: npy.length,
    });
    expect(await rejection(entries[1].readRows(0, 100))).toMatchObject({
      problem: 'length',
      offset: npy.length,
    });
  });

  test('that unpacks to less than it says is found out', async () => {
    const { entries } = await beside({ name: 'x.npy', data: npy, method: 8, size: npy.length + 5 });
    expect(entries[1].trailingBytes).toBe(5);
    expect(await rejection(entries[1].readRows(99, 1).then(() => entries[1].verify()))).toMatchObject({
      problem: 'truncated',
    });
  });

  test('may have bytes behind its array, as NumPy allows', async () => {
    const { entries } = await beside({ name: 'x.npy', data: concat(npy, Uint8Array.of(1, 2)), method: 8 });
    expect(entries[1].trailingBytes).toBe(2);
    expect(await entries[1].readRows(0, 100)).toEqual(ramp(300));
    expect(await entries[1].verify()).toBe(true);
  });

  test('that is too large packed is broken, and fits when it is stored', async () => {
    const data = createNpy(new Uint8Array(MIB));
    const options = { maxUnpackedBytes: MIB };
    const error = await brokenBeside({ name: 'x.npy', data, method: 8 }, options);
    expect(error).toMatchObject({ problem: 'too-large', received: `${data.length}` });
    const { entries } = await beside({ name: 'x.npy', data }, options);
    expect(await entries[1].readRows(0, MIB)).toHaveLength(MIB);
  });

  test('that is no array is broken', async () => {
    expect(await brokenBeside({ name: 'readme.txt', data: npy })).toMatchObject({ problem: 'not-an-array' });
    const { entries, broken } = await beside({ name: 'folder/', data: new Uint8Array(0) });
    expect([entries.length, broken.length]).toEqual([1, 0]);
  });

  test.each([
    ['../../etc/passwd.npy', '../../etc/passwd'],
    ['C:\\Windows\\x.npy', 'C:\\Windows\\x'],
    ['/root.npy', '/root'],
    ['<img src=x onerror=alert(1)>.npy', '<img src=x onerror=alert(1)>'],
    ['a\u202etxt\u0000\n.npy', 'a\ufffdtxt\ufffd '],
    ['__proto__.npy', '__proto__'],
    ['größe 数.NPY', 'größe 数'],
    [`${'x'.repeat(5000)}.npy`, `${'x'.repeat(199)}…`],
  ])('named %j is only a name', async (name, shown) => {
    const { entries } = await beside({ name, data: npy });
    expect(entries[1].name).toBe(shown);
    expect(await entries[1].readRows(1, 1)).toEqual(ramp(300).slice(3, 6));
  });
});

describe('memory', () => {
  test('is shared by packed entries: the one that was not used for longest is forgotten and unpacked again', async () => {
    const arrays = [1, 2, 3].map((seed) =>
      Float64Array.from({ length: 50_000 }, (_, i) => Math.sin(i * seed)),
    );
    const parts = arrays.map((array, i) => ({ name: `${i}.npy`, data: createNpy(array), method: 8 }));
    const source = new CountingSource(zipFile(parts));
    const { entries } = await openArray(source, { maxUnpackedBytes: 900_000 });
    const readsOf = async (i: number) => {
      const { reads } = source;
      expect(await entries[i].readRows(0, 50_000)).toEqual(arrays[i]);
      return source.reads - reads;
    };
    expect(await readsOf(0)).toBeGreaterThan(0);
    expect(await readsOf(1)).toBeGreaterThan(0);
    expect(await readsOf(0)).toBe(0);
    expect(await readsOf(2)).toBeGreaterThan(0);
    const together = await Promise.all([0, 1, 2].map((i) => entries[i].readRows(49_999, 1)));
    expect(together.map(([last]) => last)).toEqual(arrays.map((array) => array[49_999]));
  });
});

describe('what is no archive of arrays', () => {
  const sound = zipFile([{ name: 'x.npy', data: npy }]);

  test.each<[string, Uint8Array, string]>([
    ['an archive of other files', zipFile([{ name: 'word/document.xml', data: npy }]), 'format'],
    ['an archive without its end', sound.subarray(0, -30), 'truncated'],
    ['an archive of a beginning', sound.subarray(0, 200), 'truncated'],
    [
      'a list that is not there',
      concat(sound.subarray(0, -22), Uint8Array.from(sound.subarray(-22)).fill(0xee, 12, 20)),
      'archive',
    ],
    [
      'a list of more entries than it has',
      concat(sound.subarray(0, -14), Uint8Array.of(9, 0, 9, 0), sound.subarray(-10)),
      'truncated',
    ],
    ['a few bytes', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'archive'],
  ])('%s', async (_, bytes, problem) => {
    const error = await rejection(open(bytes));
    expect(error).toBeInstanceOf(ArrayFileError);
    expect(error).toMatchObject({ problem, file: 'a.npz' });
  });

  test('too many entries', async () => {
    const parts = Array.from({ length: 12 }, (_, i) => ({ name: `${i}.npy`, data: npy }));
    expect((await open(zipFile(parts), { maxEntries: 12 })).entries).toHaveLength(12);
    expect(await rejection(open(zipFile(parts), { maxEntries: 11 }))).toMatchObject({ problem: 'too-large' });
  });

  test("the source's own failure stays what it is, in the list and in an entry", async () => {
    for (const limit of [40, sound.length]) {
      const failure = new Error('the disk is gone');
      let left = 2;
      const read = (offset: number, length: number) =>
        left-- > 0 || offset > limit ? bytesSource(sound).read(offset, length) : Promise.reject(failure);
      expect(await rejection(openArray({ size: sound.length, read }))).toBe(failure);
    }
  });

  test('nothing is opened for a signal that was given', async () => {
    const signal = AbortSignal.abort('enough');
    expect(await rejection(open(sound, { signal }))).toBe('enough');
    const controller = new AbortController();
    const opening = rejection(openArray(new CountingSource(sound), { signal: controller.signal }));
    setImmediate(() => controller.abort('enough'));
    expect(await opening).toBe('enough');
  });

  test('checksums of the tests are CRC-32', () => {
    // The check value of CRC-32's own description.
    expect(checksum(Buffer.from('123456789'))).toBe(0xcbf43926);
  });
});
