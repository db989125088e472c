import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { isByteMatrix } from '@tenfold/linalg';

import { loadMnist, type MnistImages } from '../src/index.js';
import { readIdxFile } from '../src/node/read-idx-file.js';

const md5 = (...parts: Uint8Array[]) => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const counts = (labels: Uint8Array) => {
  const total = new Array<number>(10).fill(0);
  for (const label of labels) total[label]++;
  return total;
};
const imageHeader = (n: number) => Buffer.from(Uint32Array.of(0x803, n, 28, 28).buffer).swap32();
const labelHeader = (n: number) => Buffer.from(Uint32Array.of(0x801, n).buffer).swap32();

/** MD5s of the unpacked files, as published with them. */
const published = {
  'train-images-idx3-ubyte.gz': '6bbc9ace898e44ae57da46a324031adb',
  'train-labels-idx1-ubyte.gz': 'a25bea736e30d166cdddb491f175f624',
  't10k-images-idx3-ubyte.gz': '2646ac647ad5339dbf082846283269ea',
  't10k-labels-idx1-ubyte.gz': '27ae3e4e09519cfbb04c329615203637',
};

describe('the data folder', () => {
  const folder = new URL('../data/', import.meta.url);

  test('holds the four original files and nothing else', async () => {
    expect((await readdir(folder)).sort()).toEqual(Object.keys(published).sort());
    for (const [name, sum] of Object.entries(published)) {
      expect(md5(await promisify(gunzip)(await readFile(new URL(name, folder))))).toBe(sum);
    }
  });
});

describe('loadMnist', () => {
  let mnist: MnistImages;
  beforeAll(async () => {
    mnist = await loadMnist();
  });

  test('gives the bytes of the published files', () => {
    expect({
      'train-images-idx3-ubyte.gz': md5(imageHeader(60_000), mnist.trainImages.data),
      'train-labels-idx1-ubyte.gz': md5(labelHeader(60_000), mnist.trainLabels),
      't10k-images-idx3-ubyte.gz': md5(imageHeader(10_000), mnist.testImages.data),
      't10k-labels-idx1-ubyte.gz': md5(labelHeader(10_000), mnist.testLabels),
    }).toEqual(published);
  });

  test('has the shapes of MNIST, as matrices of bytes', () => {
    const { images, trainImages, testImages, labels, trainLabels, testLabels } = mnist;
    expect([images, trainImages, testImages].every(isByteMatrix)).toBe(true);
    expect([images, trainImages, testImages].map(({ rows, columns }) => [rows, columns])).toEqual([
      [70_000, 784],
      [60_000, 784],
      [10_000, 784],
    ]);
    expect([labels, trainLabels, testLabels].map(({ length }) => length)).toEqual([70_000, 60_000, 10_000]);
  });

  test('holds each image once: the parts are views on the whole', () => {
    expect(mnist.trainImages.data.buffer).toBe(mnist.images.data.buffer);
    expect(mnist.testImages.data.buffer).toBe(mnist.images.data.buffer);
    expect(mnist.images.row(60_000)).toEqual(mnist.testImages.row(0));
    expect(mnist.labels[60_000]).toBe(mnist.testLabels[0]);
    expect(mnist.images.data.buffer.byteLength).toBe(70_000 * 784);
  });

  test('has the known labels: the first ones and how many of each', () => {
    expect([...mnist.trainLabels.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect([...mnist.testLabels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
    expect(counts(mnist.trainLabels)).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    expect(counts(mnist.testLabels)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
  });

  test('reads anew each time, so that a caller may write into its own', async () => {
    const other = await loadMnist();
    other.labels[0] = 9;
    expect(mnist.labels[0]).toBe(5);
  });

  test('stops by its signal, before it starts and while it reads', async () => {
    const early = AbortSignal.abort(new Error('not today'));
    await expect(loadMnist({ signal: early })).rejects.toThrow('not today');
    const late = new AbortController();
    const loading = loadMnist({ signal: late.signal });
    late.abort(new Error('enough'));
    await expect(loading).rejects.toThrow('enough');
  });

  test('works as CommonJS', async () => {
    const require = createRequire(import.meta.url);
    const built = require('../dist/index.cjs') as { loadMnist: typeof loadMnist };
    expect(md5((await built.loadMnist()).images.data)).toBe(md5(mnist.images.data));
  });
});

describe('readIdxFile', () => {
  const read = (name: string, shape: number[], size: number) =>
    readIdxFile(name, shape, new Uint8Array(size), undefined);

  test.each([
    ['a file that is not there', 'no-such-file', [3], 3, 'cannot be opened'],
    ['another size', 't10k-labels-idx1-ubyte', [9_999], 9_999, 'it should have 10007 bytes'],
    ['another shape of the same size', 't10k-images-idx3-ubyte', [10_000, 14, 56], 7_840_000, '14 × 56'],
  ])('refuses %s', async (_, name, shape, size, message) => {
    const reading = read(name, shape, size);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toMatchObject({ kind: 'outside' });
  });
});
