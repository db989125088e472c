import { gunzipSync, gzipSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from '@jest/globals';

import * as browser from '../src/browser.js';
import {
  CorruptFileError,
  datasetChecksum,
  IdxError,
  loadDigits,
  mnistFromFiles,
  type MnistFileBytes,
  parseTable,
} from '../src/index.js';
import { names, original, rejection } from './helpers/files.js';
import { golden } from './helpers/golden.js';

let packed: MnistFileBytes;
beforeAll(async () => {
  const { trainImages, trainLabels, testImages, testLabels } = names;
  packed = {
    trainImages: await original(trainImages),
    trainLabels: await original(trainLabels),
    testImages: await original(testImages),
    testLabels: await original(testLabels),
  };
});

describe('mnistFromFiles', () => {
  test('makes what NumPy has of the gzipped files, in either order', async () => {
    const { original: asStored, mldata } = golden.mnist;
    expect(await datasetChecksum(await mnistFromFiles(packed))).toBe(asStored.checksum);
    const sorted = await mnistFromFiles(packed, { order: 'mldata' });
    expect(await datasetChecksum(sorted)).toBe(mldata.checksum);
  });

  test('takes unpacked files, also in shared memory, and does not change them', async () => {
    const testLabels = new Uint8Array(gunzipSync(packed.testLabels));
    const before = testLabels.slice();
    const shared = new Uint8Array(new SharedArrayBuffer(60_008));
    shared.set(gunzipSync(packed.trainLabels));
    const { target } = await mnistFromFiles(
      { ...packed, testLabels, trainLabels: shared },
      { order: 'mldata' },
    );
    expect(testLabels).toEqual(before);
    expect(target.subarray(60_000, 60_003)).toEqual(Uint8Array.of(0, 0, 0));
  });

  test('names the file that holds something else', async () => {
    const labels = new Uint8Array(gunzipSync(packed.testLabels));
    labels[100] ^= 1;
    const error = await rejection(mnistFromFiles({ ...packed, testLabels: gzipSync(labels) }));
    expect(error).toBeInstanceOf(CorruptFileError);
    expect(error).toMatchObject({ kind: 'outside', path: names.testLabels });
  });

  test.each([
    ['cut off', (file: Uint8Array) => file.subarray(0, file.length - 100), 'gzip'],
    ['damaged', (file: Uint8Array) => file.map((byte, i) => (i === file.length - 8 ? ~byte : byte)), 'gzip'],
    ['too long unpacked', () => gzipSync(new Uint8Array(20_000)), 'length'],
    ['too short unpacked', () => gzipSync(new Uint8Array(10)), 'truncated'],
    ['of another length', () => new Uint8Array(12), 'truncated'],
    ['a bomb', () => gzipSync(new Uint8Array(1 << 26)), 'length'],
  ])('does not take a file that is %s', async (_what, spoil, problem) => {
    const testLabels = spoil(packed.testLabels);
    const error = await rejection(mnistFromFiles({ ...packed, testLabels }));
    expect(error).toBeInstanceOf(IdxError);
    expect(error).toMatchObject({ source: names.testLabels, problem });
  });

  test('rejects with the reason of its signal, and has two orders', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(mnistFromFiles(packed, { signal })).rejects.toThrow('enough');
    const order = 'random' as 'original';
    await expect(mnistFromFiles(packed, { order })).rejects.toMatchObject({ parameter: 'order' });
  });
});

describe('the checksum of the browser', () => {
  test.each([
    ['doubles and bytes', loadDigits()],
    ['doubles and text', parseTable('x,y\n1.5,a\n2,b\n', { target: 'y' })],
    ['doubles and numbers', parseTable('x,y\n1.5,3\n2,4\n', { target: 'y' })],
    ['doubles alone', parseTable('x,y\n1.5,3\n2,4\n')],
  ])('is that of Node: %s', async (_what, dataset) => {
    expect(await browser.datasetChecksum(dataset)).toBe(await datasetChecksum(dataset));
  });

  test('is that of Node: MNIST', async () => {
    expect(await browser.datasetChecksum(await mnistFromFiles(packed))).toBe(golden.mnist.original.checksum);
  });

  test('rejects with the reason of its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(browser.datasetChecksum(loadDigits(), { signal })).rejects.toThrow('enough');
  });

  test('says that there is no Web Crypto', async () => {
    const there = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      await expect(browser.datasetChecksum(loadDigits())).rejects.toMatchObject({ kind: 'outside' });
    } finally {
      Object.defineProperty(globalThis, 'crypto', there);
    }
  });
});

test('the entry for browsers has no name that the one for Node has not', async () => {
  const node = await import('../src/index.js');
  expect(Object.keys(node)).toEqual(expect.arrayContaining(Object.keys(browser)));
});

test('parseTable takes the bytes of a file', () => {
  const bytes = new TextEncoder().encode('\ufeffx,y\n1,é\n');
  expect(parseTable(bytes, { target: 'y' }).target).toEqual(['é']);
  expect(() => parseTable(Uint8Array.of(0xff, 0xfe, 0x78, 0), { source: 'a.csv' })).toThrow(
    'a.csv: the file is in UTF-16',
  );
});
