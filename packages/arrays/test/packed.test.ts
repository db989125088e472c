import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadMnist } from '@tenfold/mnist';

import { ArrayFileError, bytesSource, createNpy, gunzipChunks, openArray } from '../src/index.js';
import { bytesOf, concat, CountingSource, idxFile, idxHeader, rejection } from './helpers/sources.js';

const KIB = 1024;
const MIB = KIB * KIB;

/** Bytes that hardly shrink, the same every time. */
function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0, state = seed; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

function* chunksOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('MNIST as it is published', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@tenfold/mnist/package.json')), 'data');
  let packed: Uint8Array;
  let plain: Uint8Array;
  beforeAll(async () => {
    packed = await readFile(join(folder, 'train-images-idx3-ubyte.gz'));
    const { trainImages } = await loadMnist();
    plain = concat(idxHeader('uint8', [60_000, 28, 28]), trainImages.data);
  });

  test('opens after its first kilobytes, and unpacks no more than it must', async () => {
    const source = new CountingSource(packed);
    const { entries, ...about } = await openArray(source, { name: 'train-images-idx3-ubyte.gz' });
    expect(about).toMatchObject({ format: 'idx', gzipped: true, size: packed.length });
    expect(source.bytes).toBeLessThan(16 * KIB);
    expect(entries[0]).toMatchObject({
      dtype: 'uint8',
      shape: [60_000, 28, 28],
      kind: 'images',
      images: { count: 60_000, height: 28, width: 28, channels: 1, rowsPerImage: 1 },
      byteLength: 47_040_000,
    });
    const rows = bytesOf(await entries[0].readRows(0, 100));
    expect(Buffer.compare(rows, plain.subarray(16, 16 + 78_400))).toBe(0);
    expect(source.bytes).toBeLessThan(100 * KIB);
  });

  test('gives the rows that loadMnist gives, lets other work go on meanwhile, and is unpacked once', async () => {
    const source = new CountingSource(packed);
    const [entry] = (await openArray(source)).entries;
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    const last = bytesOf(await entry.readRows(59_000, 1000));
    clearInterval(ticking);
    expect(Buffer.compare(last, plain.subarray(-784_000))).toBe(0);
    expect(turns).toBeGreaterThan(20);
    const { reads } = source;
    const first = bytesOf(await entry.readRows(1, 3000));
    expect(Buffer.compare(first, plain.subarray(16 + 784, 16 + 784 + 2_352_000))).toBe(0);
    expect(source.reads).toBe(reads);
    expect(await entry.verify()).toBe(true);
  });

  test('lets other work go on also when its bytes are in memory', async () => {
    const [entry] = (await openArray(bytesSource(packed))).entries;
    let turns = 0;
    let ticking = setImmediate(function tick() {
      turns++;
      ticking = setImmediate(tick);
    });
    await entry.verify();
    clearImmediate(ticking);
    expect(turns).toBeGreaterThan(40);
  });

  test('stops by its signal, and goes on from there', async () => {
    const source = new CountingSource(packed);
    const [entry] = (await openArray(source)).entries;
    const controller = new AbortController();
    const reading = rejection(entry.readRows(59_999, 1, controller.signal));
    const waiting = entry.readRows(500, 1);
    setTimeout(() => controller.abort('enough'), 20);
    expect(await reading).toBe('enough');
    expect(bytesOf(await waiting)).toEqual(Uint8Array.from(plain.subarray(16 + 392_000, 16 + 392_784)));
    expect(source.bytes).toBeLessThan(packed.length / 2);
    const last = bytesOf(await entry.readRows(59_999, 1));
    expect(last).toEqual(Uint8Array.from(plain.subarray(-784)));
    expect(source.bytes).toBeLessThan(packed.length + 4 * KIB);
  });

  test('is read by pages when it is plain', async () => {
    const source = new CountingSource(plain);
    const [entry] = (await openArray(source)).entries;
    expect(
      Buffer.compare(bytesOf(await entry.readRows(777, 5)), plain.subarray(16 + 777 * 784).subarray(0, 3920)),
    ).toBe(0);
    expect(source.bytes).toBeLessThan(129 * KIB);
    expect(await entry.verify()).toBe(false);
  });
});

describe('gzip', () => {
  const elements = noise(300 * KIB);
  const file = idxFile('uint8', [300, KIB], elements);

  async function allOf(bytes: Uint8Array, options = {}) {
    const [entry] = (await openArray(bytesSource(bytes), { name: 'x.gz', ...options })).entries;
    return bytesOf(await entry.readRows(0, entry.rows));
  }

  test('may have several members, as pigz and cat write them', async () => {
    const members = [0, 5, 100_000, 100_001, 250_000].map((start, i, starts) =>
      gzipSync(file.subarray(start, starts[i + 1])),
    );
    expect(await allOf(concat(...members))).toEqual(elements);
    members[2][members[2].length - 6] ^= 1;
    expect(await rejection(allOf(concat(...members)))).toMatchObject({ problem: 'checksum' });
  });

  test('comes in chunks of any size, with headers of any length', async () => {
    const named = (bytes: Uint8Array, length: number): Uint8Array => {
      const packed = gzipSync(bytes);
      packed[3] = 8;
      return concat(
        packed.subarray(0, 10),
        new Uint8Array(length).fill(97),
        Uint8Array.of(0),
        packed.subarray(10),
      );
    };
    const text = noise(5000);
    const packed = concat(gzipSync(text.subarray(0, 9)), named(text.subarray(9), 20_000), gzipSync(''));
    for (const size of [1, 7, 1000, 16 * KIB, MIB]) {
      const pieces: Uint8Array[] = [];
      for await (const piece of gunzipChunks(chunksOf(packed, size))) pieces.push(piece);
      expect(concat(...pieces)).toEqual(text);
    }
  });

  test('may hold any type', async () => {
    const numbers = Int32Array.of(1, -2, 2 ** 31 - 1, -(2 ** 31), 5, 6);
    const [entry] = (await openArray(bytesSource(gzipSync(idxFile('int32', [3, 2], numbers))))).entries;
    expect(await entry.readRows(0, 3)).toEqual(numbers);
    expect(entry).toMatchObject({ dtype: 'int32', byteOrder: 'big' });
  });

  const gz = () => Uint8Array.from(gzipSync(file));
  const changed = (change: (bytes: Uint8Array) => unknown) => {
    const bytes = gz();
    change(bytes);
    return bytes;
  };

  test.each([
    ['that ends early', gz().subarray(0, -2000), 'truncated'],
    ['without its trailer', gz().subarray(0, -8), 'truncated'],
    ['with half a trailer', gz().subarray(0, -3), 'truncated'],
    ['of another checksum', changed((bytes) => (bytes[bytes.length - 8] ^= 4)), 'checksum'],
    [
      'with a byte changed',
      changed((bytes) => (bytes[200_000] ^= 0xff)),
      /checksum|damaged|truncated|length/,
    ],
    ['with something behind it', concat(gz(), Buffer.from('something')), 'damaged'],
    ['of more than the header says', gzipSync(concat(file, Uint8Array.of(1))), 'length'],
    ['of less than the header says', gzipSync(file.subarray(0, -1)), 'truncated'],
    ['of a header only', gzipSync(idxHeader('uint8', [300, KIB])), 'truncated'],
    ['of gzip', gzipSync(gz()), 'format'],
    ['of text', gzipSync('label,pixel0'), 'format'],
    ['of nothing', gzipSync(''), 'format'],
    ['that is only a beginning', gz().subarray(0, 7), 'truncated'],
  ])('%s is refused', async (_, bytes, problem) => {
    const error = await rejection(allOf(bytes));
    expect(error).toBeInstanceOf(ArrayFileError);
    expect(error).toMatchObject({ file: 'x.gz', problem: expect.stringMatching(problem) });
    expect(typeof (error as ArrayFileError).offset === 'number' || problem === 'format').toBe(true);
  });

  test('that is damaged later on can be read until there, and fails the same way again', async () => {
    const bytes = gz().subarray(0, 200_000);
    const [entry] = (await openArray(bytesSource(bytes))).entries;
    expect(bytesOf(await entry.readRows(0, 100))).toEqual(elements.slice(0, 100 * KIB));
    const error = await rejection(entry.readRows(0, 300));
    expect(error).toMatchObject({ problem: 'truncated' });
    expect(await rejection(entry.readRows(299, 1))).toBe(error);
    expect(bytesOf(await entry.readRows(50, 1))).toEqual(elements.slice(50 * KIB, 51 * KIB));
  });
});

describe('bombs', () => {
  const zeros = (length: number) => gzipSync(new Uint8Array(length));

  test('of more than may be unpacked are refused by their header', async () => {
    const source = new CountingSource(concat(gzipSync(idxHeader('uint8', [1024, MIB])), zeros(2 * MIB)));
    const error = await rejection(openArray(source, { name: 'bomb.gz' }));
    expect(error).toMatchObject({ problem: 'truncated' });
    const options = { name: 'bomb.gz', maxUnpackedBytes: MIB };
    const large = await rejection(
      openArray(bytesSource(gzipSync(createNpy(new Uint8Array(2 * MIB)))), options),
    );
    expect(large).toMatchObject({ problem: 'too-large', file: 'bomb.gz', kind: 'input' });
    expect((large as Error).message).toContain('unpack it and open the unpacked file');
  });

  test('that lie about their size do not fill memory', async () => {
    const bytes = concat(gzipSync(idxHeader('uint8', [1000])), zeros(256 * MIB));
    const before = process.memoryUsage().arrayBuffers;
    const [entry] = (await openArray(bytesSource(bytes))).entries;
    expect(await rejection(entry.readRows(0, 1000))).toMatchObject({ problem: 'length', offset: 1008 });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MIB);
  });
});
