import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import {
  DATASET_CARDS,
  datasetInfo,
  MissingDatasetError,
  MNIST_LIKE_NAMES,
  OtherDatasetError,
  readMnistLike,
} from '../src/index.js';
import { emptyFolder, names, originals, rejection } from './helpers/files.js';

const TRAIN = 5;
const TEST = 3;
const [HEIGHT, WIDTH] = [4, 3];

function idx(shape: readonly number[], value: (i: number) => number): Uint8Array {
  const header = new Uint8Array(4 + 4 * shape.length);
  header.set([0, 0, 8, shape.length]);
  const view = new DataView(header.buffer);
  shape.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  const body = Uint8Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => value(i));
  return Uint8Array.from([...header, ...body]);
}

const files = (prefix: string) => ({
  [`${prefix}train-images-idx3-ubyte`]: idx([TRAIN, HEIGHT, WIDTH], (i) => i),
  [`${prefix}train-labels-idx1-ubyte`]: idx([TRAIN], (i) => i + 1),
  [`${prefix === '' ? 't10k' : `${prefix}test`}-images-idx3-ubyte`]: idx(
    [TEST, HEIGHT, WIDTH],
    (i) => 100 + i,
  ),
  [`${prefix === '' ? 't10k' : `${prefix}test`}-labels-idx1-ubyte`]: idx([TEST], () => 9),
});

/** A data home with small files of a data set. */
async function homeWith(
  folder: string,
  prefix: string,
  gzip: boolean,
  change: Record<string, Uint8Array> = {},
) {
  const home = await emptyFolder();
  await mkdir(join(home, folder), { recursive: true });
  for (const [name, bytes] of Object.entries({ ...files(prefix), ...change })) {
    const path = join(home, folder, gzip ? `${name}.gz` : name);
    await writeFile(path, gzip ? gzipSync(bytes) : bytes);
  }
  return home;
}

describe('data sets in MNIST’s form', () => {
  test.each([
    ['fashion-mnist', 'FashionMNIST/raw', '', true],
    ['fashion-mnist', 'fashion-mnist', '', false],
    ['kmnist', 'KMNIST/raw', '', true],
  ])('%s in %s', async (name, folder, prefix, gzip) => {
    const dataHome = await homeWith(folder, prefix, gzip);
    const dataset = await readMnistLike(name, { dataHome });
    expect(dataset).toMatchObject({ name, imageShape: [HEIGHT, WIDTH] });
    expect([...dataset.target]).toEqual([1, 2, 3, 4, 5, 9, 9, 9]);
    expect(dataset.data.to1DArray()).toEqual([
      ...Array.from({ length: TRAIN * HEIGHT * WIDTH }, (_, i) => i),
      ...Array.from({ length: TEST * HEIGHT * WIDTH }, (_, i) => 100 + i),
    ]);
    expect(dataset.images[5].get(1, 0)).toBe(100 + WIDTH);
    expect(dataset.targetNames).toEqual(
      name === 'kmnist'
        ? ['ki', 'su', 'tsu', 'na', 'ha', 'wo']
        : ['Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Ankle boot'],
    );
    expect(dataset.warnings).toEqual([expect.stringContaining(`an unknown copy of ${name}`)]);
    expect((await datasetInfo(name, { dataHome })).place).toEqual({
      kind: 'cached',
      folder: join(dataHome, folder),
    });
  });

  test('EMNIST is turned upright, and its letters begin with label 1', async () => {
    for (const folder of ['EMNIST/raw', '.', 'gzip']) {
      const dataHome = await homeWith(folder, 'emnist-letters-', folder !== '.');
      const { data, imageShape, targetNames } = await readMnistLike('emnist-letters', { dataHome });
      expect(imageShape).toEqual([WIDTH, HEIGHT]);
      // The file has 0 1 2 in the first row of the first image: they are its first column.
      expect(data.getRow(0).filter((_, i) => i % HEIGHT === 0)).toEqual([0, 1, 2]);
      expect(targetNames).toEqual(['a', 'b', 'c', 'd', 'e', 'i']);
    }
  });

  test('have a name for each class', () => {
    for (const name of MNIST_LIKE_NAMES) expect(DATASET_CARDS[name].name).toBe(name);
    expect(DATASET_CARDS['emnist-balanced'].classes).toBe(47);
    expect(DATASET_CARDS['emnist-byclass'].classes).toBe(62);
    expect(DATASET_CARDS['emnist-letters'].classes).toBe(26);
    expect(DATASET_CARDS['fashion-mnist'].classes).toBe(10);
  });

  test('that are not there: what to download, from where, and into which folder', async () => {
    const dataHome = await emptyFolder();
    const error = await rejection(readMnistLike('fashion-mnist', { dataHome }));
    expect(error).toBeInstanceOf(MissingDatasetError);
    expect(error).toMatchObject({ folder: join(dataHome, 'FashionMNIST', 'raw'), kind: 'outside' });
    expect((error as Error).message).toBe(
      'the files of fashion-mnist are not there: download train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, ' +
        't10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz from https://github.com/zalandoresearch/fashion-mnist ' +
        `and put them, packed or unpacked, into ${join(dataHome, 'FashionMNIST', 'raw')}`,
    );
    const { place } = await datasetInfo('fashion-mnist', { dataHome });
    expect(place).toMatchObject({ kind: 'missing', folder: join(dataHome, 'FashionMNIST', 'raw') });
    expect(await rejection(readMnistLike('fashion-minst'))).toMatchObject({ parameter: 'name' });
  });

  test('MNIST’s own files do not pass for them', async () => {
    const dataHome = await emptyFolder();
    await mkdir(join(dataHome, 'KMNIST', 'raw'), { recursive: true });
    for (const name of Object.values(names))
      await symlink(join(originals, `${name}.gz`), join(dataHome, 'KMNIST', 'raw', `${name}.gz`));
    const error = await rejection(readMnistLike('kmnist', { dataHome }));
    expect(error).toBeInstanceOf(OtherDatasetError);
    expect(error).toMatchObject({ dataset: 'kmnist', other: 'mnist' });
  });

  test.each([
    ['t10k-labels-idx1-ubyte', idx([TEST + 1], () => 9), 'as many labels as there are images (3), got 4'],
    ['t10k-images-idx3-ubyte', idx([TEST, 2, 2], () => 9), 'images of 4 × 3 pixels as in the training part'],
    ['train-images-idx3-ubyte', idx([TRAIN], () => 9), 'images in bytes'],
    ['train-labels-idx1-ubyte', Uint8Array.of(1, 2, 3), 'no file of arrays'],
  ])('with another %s are refused', async (name, bytes, message) => {
    const dataHome = await homeWith('FashionMNIST/raw', '', false, { [name]: bytes });
    const error = await rejection(readMnistLike('fashion-mnist', { dataHome }));
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).toContain(name);
  });
});
