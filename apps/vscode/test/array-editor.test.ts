import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { bytesSource, createNpy, openArray } from '@tenfold/arrays';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';

import { arrayHandlers } from '../src/host/editors/array/array-handlers.js';
import { ShownFile } from '../src/host/editors/array/shown-file.js';
import { arrayContract } from '../src/protocol/webviews/array.js';

const mnist = join(dirname(createRequire(import.meta.url).resolve('@tenfold/mnist/package.json')), 'data');
const context = { signal: new AbortController().signal, transfer: () => undefined, notify: () => undefined };

/** The editor's answers for a file of a folder in memory, and the names of the files that were opened. */
function editor(name: string, files: Readonly<Partial<Record<string, Uint8Array>>>) {
  const opened: string[] = [];
  const shown = new ShownFile(name, {
    open: (file) => {
      opened.push(file);
      const bytes = files[file];
      if (bytes === undefined) throw Object.assign(new Error(`no file ${file}`), { code: 'FileNotFound' });
      return openArray(bytesSource(bytes), { name: file });
    },
    names: () => Promise.resolve(Object.keys(files)),
  });
  return { handlers: arrayHandlers(shown), opened };
}

async function facts(handlers: ReturnType<typeof arrayHandlers>) {
  const answer = v.parse(arrayContract.open.result, await handlers.open({}, context));
  if (answer.file === null) throw new Error(String(answer.problem));
  return answer.file;
}

describe('the editor of arrays', () => {
  const names = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'];
  const folder = Object.fromEntries(
    names.map((name) => [name, new Uint8Array(readFileSync(join(mnist, name)))]),
  );

  test('shows the images of MNIST with the labels that lie beside them', async () => {
    const { handlers, opened } = editor(names[0], folder);
    const file = await facts(handlers);
    expect(file).toMatchObject({ format: 'idx', gzipped: true, broken: [] });
    expect(file.entries[0]).toMatchObject({
      kind: 'images',
      images: { count: 10_000, height: 28, width: 28, channels: 1 },
      labels: names[1],
    });
    expect(opened).toEqual(names);
    const labels = await handlers.labels({ entry: 0 }, context);
    expect([...labels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
    const images = await handlers.images({ entry: 0, from: 9_998, count: 2 }, context);
    const values = await handlers.values({ entry: 0, image: 9_999 }, context);
    expect([...images.subarray(784)]).toEqual([...values]);
    expect(Math.max(...values)).toBeGreaterThan(200);
  });

  test('shows a file of labels as numbers, without labels of its own', async () => {
    const { handlers } = editor(names[1], folder);
    const { entries } = await facts(handlers);
    expect(entries[0]).toMatchObject({
      kind: 'vector',
      rows: 10_000,
      rowLength: 1,
      images: null,
      labels: null,
    });
    expect(await handlers.block({ entry: 0, rows: [0, 4], columns: [0, 1] }, context)).toEqual([
      '7',
      '2',
      '1',
      '0',
    ]);
  });

  test.each([
    ['too few labels', createNpy(new Uint8Array(9))],
    ['a broken file', new Uint8Array([0x93, 1, 2])],
  ])('shows images without labels when there is %s', async (_, labels) => {
    const { handlers } = editor('x_train.npy', {
      'x_train.npy': createNpy(new Uint8Array(10 * 16), [10, 4, 4]),
      'y_train.npy': labels,
    });
    expect((await facts(handlers)).entries[0].labels).toBeNull();
    expect(await handlers.labels({ entry: 0 }, context)).toHaveLength(0);
  });

  test('takes labels from the same archive', async () => {
    const { handlers, opened } = editor('mnist.npz', {
      'mnist.npz': zipSync({
        'x_test.npy': createNpy(new Uint8Array(2 * 16), [2, 4, 4]),
        'x_train.npy': createNpy(new Uint8Array(3 * 16), [3, 4, 4]),
        'y_test.npy': createNpy(new BigInt64Array([5n, 6n])),
        'y_train.npy': createNpy(Uint8Array.of(1, 2, 3)),
        'notes.txt': strToU8('no array'),
      }),
    });
    const { entries, broken } = await facts(handlers);
    expect(entries.map(({ labels }) => labels)).toEqual(['y_test', 'y_train', null, null]);
    expect([...(await handlers.labels({ entry: 0 }, context))]).toEqual([5, 6]);
    expect(broken).toEqual([{ name: 'notes.txt', reason: expect.stringContaining('notes.txt') as unknown }]);
    expect(opened).toEqual(['mnist.npz']);
  });

  test('shows colours with the channels first or last, opaque', async () => {
    const last = Uint8Array.from({ length: 2 * 3 * 5 * 3 }, (_, i) => i * 2);
    const first = new Uint8Array(last.length);
    for (let image = 0; image < 2; image++)
      for (let pixel = 0; pixel < 15; pixel++)
        for (let channel = 0; channel < 3; channel++)
          first[image * 45 + channel * 15 + pixel] = last[image * 45 + pixel * 3 + channel];
    const shownBytes = async (elements: Uint8Array, shape: number[]) => {
      const { handlers } = editor('a.npy', { 'a.npy': createNpy(elements, shape) });
      expect((await facts(handlers)).entries[0].images).toEqual({
        count: 2,
        height: 3,
        width: 5,
        channels: 4,
      });
      return [...(await handlers.images({ entry: 0, from: 0, count: 2 }, context))];
    };
    const expected = Array.from({ length: 30 }, (_, pixel) => [
      ...last.subarray(3 * pixel, 3 * pixel + 3),
      255,
    ]).flat();
    expect(await shownBytes(last, [2, 3, 5, 3])).toEqual(expected);
    expect(await shownBytes(first, [2, 3, 3, 5])).toEqual(expected);
  });

  test.each([
    ['pixels of 0 to 16', Uint8Array.of(0, 8, 16, 4), [0, 128, 255, 64]],
    ['shares of 1', Float32Array.of(0, 0.5, 1, 0.25), [0, 128, 255, 64]],
    ['numbers of both signs', Float64Array.of(-1, 0, 1, NaN), [0, 128, 255, 0]],
    ['nothing but nought', Float32Array.of(0, 0, 0, 0), [0, 0, 0, 0]],
  ])('takes %s from black to white', async (_, elements, bytes) => {
    const { handlers } = editor('a.npy', { 'a.npy': createNpy(elements, [1, 2, 2]) });
    const answer = await handlers.images({ entry: 0, from: 0, count: 1 }, context);
    expect([...v.parse(arrayContract.images.result, answer)]).toEqual(bytes);
  });

  test('writes singles in as few digits as tell them apart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.float(), { minLength: 1, maxLength: 50 }), async (numbers) => {
        const { handlers } = editor('a.npy', { 'a.npy': createNpy(Float32Array.from(numbers)) });
        const texts = await handlers.block({ entry: 0, rows: [0, numbers.length], columns: [0, 1] }, context);
        texts.forEach((text, i) => {
          expect(Object.is(Math.fround(Number(text)) + 0, Math.fround(numbers[i]) + 0)).toBe(true);
          const significant = text
            .replace(/e.*/, '')
            .replace(/\D/g, '')
            .replace(/^0+|0+$/g, '');
          expect(significant.length).toBeLessThan(10);
        });
      }),
    );
    const { handlers } = editor('a.npy', { 'a.npy': createNpy(Float32Array.of(0.1, 1 / 3, 16_777_216)) });
    expect(await handlers.block({ entry: 0, rows: [0, 3], columns: [0, 1] }, context)).toEqual([
      '0.1',
      '0.33333334',
      '16777216',
    ]);
  });

  test('keeps every digit of large whole numbers', async () => {
    const { handlers } = editor('a.npy', {
      'a.npy': createNpy(BigInt64Array.of(-(2n ** 63n), 2n ** 53n + 1n)),
    });
    expect(await handlers.block({ entry: 0, rows: [0, 2], columns: [0, 1] }, context)).toEqual([
      '-9223372036854775808',
      '9007199254740993',
    ]);
  });

  test('looks for extremes among finite numbers, and says how far it looked', async () => {
    const wide = new Float32Array(3000 * 1000);
    wide.set([NaN, Infinity, -Infinity, 7, -2], 1000);
    wide[2_999_999] = 99;
    const { handlers } = editor('a.npy', { 'a.npy': createNpy(wide, [3000, 1000]) });
    expect(await handlers.extremes({ entry: 0 }, context)).toEqual({ least: -2, most: 7, rows: 1000 });
  });

  test('says of a file what is wrong, and where', async () => {
    const header = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 28, 0, 0, 0, 28);
    const { handlers } = editor('cut-idx3-ubyte', { 'cut-idx3-ubyte': header });
    const { name, file, problem } = await handlers.open({}, context);
    expect({ name, file }).toEqual({ name: 'cut-idx3-ubyte', file: null });
    expect(problem).toMatch(/cut short at byte 16: expected 7856 bytes/);
  });

  test('says that a file is gone, and finds it when it has come back', async () => {
    const files: Record<string, Uint8Array> = {};
    const { handlers } = editor('a.npy', files);
    expect(await handlers.open({}, context)).toMatchObject({ file: null, problem: 'no file a.npy' });
    files['a.npy'] = createNpy(new Uint8Array(4));
    expect(await handlers.open({}, context)).toMatchObject({ problem: null });
  });

  test.each([
    ['more numbers than fit', { rows: [0, 40_000], columns: [0, 2] }, /Too many/],
    ['rows that are not there', { rows: [39_999, 2], columns: [0, 1] }, /row/i],
  ] as const)('refuses %s', async (_, { rows, columns }, message) => {
    const { handlers } = editor('a.npy', { 'a.npy': createNpy(new Uint8Array(80_000), [40_000, 2]) });
    await expect(
      handlers.block({ entry: 0, rows: [...rows], columns: [...columns] }, context),
    ).rejects.toThrow(message);
  });

  test('refuses an array that is not there, and images of what has none', async () => {
    const { handlers } = editor('a.npy', { 'a.npy': createNpy(new Uint8Array(5)) });
    await expect(handlers.images({ entry: 1, from: 0, count: 1 }, context)).rejects.toThrow(/has 1 array/);
    await expect(handlers.images({ entry: 0, from: 0, count: 1 }, context)).rejects.toThrow(/no images/);
  });

  test('makes names of an archive fit to be shown', async () => {
    const { handlers } = editor('a.npz', {
      'a.npz': zipSync({ '../<b>\u202Egnp.npy': createNpy(Uint8Array.of(1)) }),
    });
    const { entries } = await facts(handlers);
    expect(entries[0].name).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(entries[0].name).toContain('<b>');
  });
});
