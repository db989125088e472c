import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { caseBytes, casePath } from '@tenfold/cases';
import { isByteMatrix } from '@tenfold/linalg';

import {
  ArrayDataError,
  type ArrayDataset,
  type ArrayDatasetOptions,
  ArrayFileError,
  bytesSource,
  datasetFromArrays,
  FileError,
  readArrays,
} from '../src/index.js';
import { emptyFolder, fileWith, rejection } from './helpers/files.js';

interface Rows {
  rows: number;
  columns: number;
  sha256: string;
}

/** What tooling/reference/array_datasets.py wrote. */
interface Golden {
  data: (Rows & { name: string; file: string; bytes: boolean; dimensions: number })[];
  labels: { name: string; file: string; values: (number | string | boolean)[] }[];
  archives: Record<string, { stored: string; deflated: string }>;
  archiveRows: { bytes: Rows; labels: number[] };
  wrongLabels: Record<string, string>;
}
const golden = JSON.parse(
  readFileSync(new URL('golden/array-datasets.json', import.meta.url), 'utf8'),
) as Golden;

const named = (name: string, base64: string) => ({
  name,
  source: bytesSource(Uint8Array.from(Buffer.from(base64, 'base64'))),
});

/** Reads the file of some name, with labels or without. */
function read(file: string, labels?: string, options: ArrayDatasetOptions = {}): Promise<ArrayDataset> {
  const labelled = labels === undefined ? {} : { labels: named('y.npy', labels) };
  return datasetFromArrays({ data: named('x.npy', file), ...labelled }, options);
}

const archive = (
  name: string,
  options: ArrayDatasetOptions = {},
  packing: 'stored' | 'deflated' = 'stored',
) => datasetFromArrays({ data: named('a.npz', golden.archives[name][packing]) }, options);

function doublesOf({ data }: ArrayDataset): Rows {
  const sha256 = createHash('sha256').update(Float64Array.from(data.to1DArray())).digest('hex');
  return { rows: data.rows, columns: data.columns, sha256 };
}

const images = golden.data[0].file;

describe('rows as NumPy saves them', () => {
  test.each(golden.data.map((array) => [array.name, array] as const))('%s', async (_, array) => {
    const dataset = await read(array.file);
    const { rows, columns, sha256 } = array;
    expect(doublesOf(dataset)).toEqual({ rows, columns, sha256 });
    expect(isByteMatrix(dataset.data)).toBe(array.bytes);
    expect(dataset.imageShape).toEqual(array.dimensions === 2 ? null : [5, 6]);
    expect(dataset.featureNames).toHaveLength(array.dimensions === 2 ? 0 : 30);
    expect(dataset.warnings).toHaveLength(array.name.startsWith('colours') ? 1 : 0);
    expect(dataset).toMatchObject({ name: 'x', target: undefined, targetNames: [] });
  });

  test('of images that lie column by column are turned', async () => {
    const [plain, turned] = [await read(images), await read(images, undefined, { transpose: true })];
    expect(turned.imageShape).toEqual([6, 5]);
    for (let row = 0; row < 6; row++)
      for (let column = 0; column < 5; column++)
        expect(turned.data.get(7, row * 5 + column)).toBe(plain.data.get(7, column * 6 + row));
  });
});

describe('labels as NumPy saves them', () => {
  test.each(golden.labels.map((labels) => [labels.name, labels] as const))(
    '%s',
    async (name, { file, values }) => {
      const { target, targetNames, warnings } = await read(images, file);
      expect(Array.from(target as readonly unknown[])).toEqual(values);
      expect(targetNames).toHaveLength(new Set(values).size);
      expect(warnings).toHaveLength(name.startsWith('ids') ? 1 : 0);
    },
  );

  test.each(Object.entries(golden.wrongLabels))('%s: an error that says so', async (name, file) => {
    const error = await rejection(read(images, file));
    expect(error).toMatchObject({ kind: 'input', message: expect.stringContaining('y.npy') as unknown });
    expect({ name, message: (error as Error).message }).toMatchSnapshot();
  });

  test.each([
    ['missing', undefined, { row: 2, value: undefined }],
    ['empty text', [], { row: 2, value: '' }],
    ['missing as text', undefined, { row: 2, value: 'nan' }],
    ['missing as byte strings', undefined, { row: 1, value: 'None' }],
    ['missing as text', ['1.0', '2.0', ' nan\t'], { row: 1, value: '1.0' }],
    ['missing as text', ['2.0', ' nan\t'], { row: 2, value: 'nan' }],
  ])('%s with %j for missing ones: the error has the row', async (name, missing, label) => {
    const error = await rejection(read(images, golden.wrongLabels[name], { missing }));
    expect(error).toMatchObject({ problem: 'missing-label', ...label });
  });

  test('what stands for a missing one may be a class when told so', async () => {
    const { targetNames } = await read(images, golden.wrongLabels['missing as text'], { missing: ['NA'] });
    expect(targetNames).toEqual(['0.0', '1.0', 'nan']);
    const all = await read(images, golden.wrongLabels['missing as byte strings'], { missing: [] });
    expect(all.targetNames).toEqual(['None', 'a']);
  });

  test('numbers and ids beyond 2^53 may stand for missing ones', async () => {
    for (const { name, file, values } of golden.labels) {
      if (!['bytes', 'whole doubles', '64-bit integers', 'ids beyond 2^53'].includes(name)) continue;
      const error = await rejection(read(images, file, { missing: [String(values[1])] }));
      expect(error).toMatchObject({ problem: 'missing-label', row: 1 });
    }
  });

  test('no list of texts is refused', async () => {
    for (const missing of ['NA', [3], null]) {
      const options = { missing } as unknown as ArrayDatasetOptions;
      expect(await rejection(read(images, golden.labels[0].file, options))).toMatchObject({
        parameter: 'missing',
      });
    }
  });
});

describe('archives', () => {
  const { bytes, labels } = golden.archiveRows;

  test.each([
    [
      'keras',
      [`a.npz holds more than one data set: x_train was read, x_test not; name the arrays to choose others`],
    ],
    ['medmnist', [expect.stringContaining('test_images and val_images not')]],
    ['scikit-learn', []],
    ['the only ones', []],
    ['objects beside', []],
  ])('of %s are understood', async (name, warnings) => {
    for (const packing of ['stored', 'deflated'] as const) {
      const dataset = await archive(name, {}, packing);
      expect(doublesOf(dataset)).toEqual(bytes);
      expect(Array.from(dataset.target as ArrayLike<number>)).toEqual(labels);
      expect(dataset.warnings).toEqual(warnings);
    }
  });

  test('of several parts give the part that was named, with its labels', async () => {
    const part = await archive('keras', { x: 'x_test' });
    expect(part.data.rows).toBe(3);
    expect(Array.from(part.target as ArrayLike<number>)).toEqual(labels.slice(0, 3));
    expect(part.warnings).toEqual([]);
    expect(await rejection(archive('keras', { x: 'x_test', y: 'y_train' }))).toMatchObject({
      problem: 'length',
      message: expect.stringMatching(
        /x_test of a\.npz: .* 3 rows, and 12 labels in y_train of a\.npz/,
      ) as unknown,
    });
  });

  test('of scikit-learn give names of columns and classes', async () => {
    const { featureNames, targetNames } = await archive('scikit-learn');
    expect(featureNames.slice(0, 2)).toEqual(['pixel 0', 'pixel 1']);
    expect(targetNames).toEqual(['zero', 'one', 'two']);
  });

  test('give text as labels', async () => {
    const { target, targetNames } = await archive('X and y');
    expect((target as string[]).slice(0, 3)).toEqual(['no', 'yes', 'no']);
    expect(targetNames).toEqual(['no', 'yes']);
  });

  test('without labels give none', async () => {
    expect((await archive('without labels')).target).toBeUndefined();
  });

  test('whose names do not fit say so', async () => {
    const { featureNames, targetNames, warnings } = await archive('names that do not fit');
    expect(featureNames).toEqual([]);
    expect(targetNames).toEqual(['5', '6', '7']);
    expect(warnings).toEqual([
      'feature_names of a.npz has 1 names for 30 columns: it was left out',
      'target_names of a.npz has 1 names for 3 classes: it was left out',
    ]);
  });

  test.each([
    ['ambiguous', {}],
    ['two spellings', {}],
    ['keras', { x: 'x_trian' }],
    ['keras', { y: 'labels' }],
  ])('%s %j: an error that lists the arrays', async (name, options) => {
    const error = await rejection(archive(name, options));
    expect(error).toBeInstanceOf(ArrayDataError);
    expect(error).toMatchObject({
      problem: 'choice',
      message: expect.stringMatching(/12 × 5 × 6 uint8.*12 (int64|uint8)/) as unknown,
    });
  });

  test('with objects as labels: an error that names the array and what to do', async () => {
    const error = await rejection(archive('objects as labels'));
    expect(error).toBeInstanceOf(ArrayFileError);
    expect(error).toMatchObject({ entry: 'y', problem: 'dtype' });
    expect((error as Error).message).toMatch(/^a\.npz: y .*Python objects.*never unpickled.*astype\(str\)/);
  });

  test('that are damaged give no data set', async () => {
    const file = Buffer.from(golden.archives.keras.stored, 'base64');
    // A pixel, behind the header of the first entry.
    file[300] ^= 1;
    const damaged = { name: 'a.npz', source: bytesSource(Uint8Array.from(file)) };
    expect(await rejection(datasetFromArrays({ data: damaged }))).toMatchObject({ problem: 'checksum' });
  });
});

describe('the cases', () => {
  test('MedMNIST', async () => {
    const dataset = await readArrays({ file: casePath('medmnist.npz') });
    expect(dataset).toMatchObject({ name: 'medmnist', imageShape: [4, 4], targetNames: ['0', '1', '2'] });
    expect(dataset.data.rows).toBe(60);
  });

  test('QMNIST: the first of eight columns', async () => {
    const file = casePath('qmnist-images-idx3-ubyte');
    const labels = casePath('qmnist-labels-idx2-int');
    const { target, warnings } = await readArrays({ file, labels });
    expect(Array.from(target as Int32Array).slice(0, 6)).toEqual([0, 1, 2, 0, 1, 2]);
    expect(warnings).toEqual([expect.stringContaining('its first column was taken for the labels')]);
    expect(await rejection(readArrays({ file: labels, labels: file }))).toMatchObject({ problem: 'swapped' });
  });

  test('objects', async () => {
    const error = await rejection(readArrays({ file: casePath('object-labels.npz') }));
    expect(error).toMatchObject({ entry: 'y', problem: 'dtype' });
  });

  test('a wide picture, column by column', async () => {
    const { data } = await readArrays({ file: casePath('fortran-wide.npy') });
    expect(data.getRow(0).slice(0, 4)).toEqual([0, 7, 14, 21]);
    expect(data.sum()).toBe(8_223_295);
  });
});

describe('files', () => {
  test('that are given in each other’s place', async () => {
    const error = await rejection(read(golden.labels[0].file, images));
    expect(error).toMatchObject({ problem: 'swapped', source: 'x.npy' });
    expect((error as Error).message).toContain('y.npy');
  });

  test('with labels alone are no data', async () => {
    const error = await rejection(read(golden.labels[0].file));
    expect(error).toMatchObject({ problem: 'shape', received: 'a list of 12, as labels are' });
  });

  test('that are not there, folders, or no arrays', async () => {
    const file = await emptyFolder();
    expect(await rejection(readArrays({ file }))).toBeInstanceOf(FileError);
    expect(await rejection(readArrays({ file: `${file}/no.npy` }))).toMatchObject({ code: 'ENOENT' });
    const text = await fileWith('a,b\n1,2\n');
    expect(await rejection(readArrays({ file: text }))).toMatchObject({ problem: 'format', file: text });
    const images = casePath('qmnist-images-idx3-ubyte');
    expect(await rejection(readArrays({ file: images, labels: text }))).toMatchObject({ file: text });
  });

  test('that need more memory than they may take', async () => {
    const error = await rejection(read(golden.data[10].file, undefined, { maxBytes: 2879 }));
    expect(error).toMatchObject({ problem: 'too-large' });
    expect((error as Error).message).toContain('12 × 30 values of 8 bytes, 2880 bytes');
    expect((await read(golden.data[10].file, undefined, { maxBytes: 2880 })).data.rows).toBe(12);
  });

  test('are read no further when the signal says so', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    const file = casePath('medmnist.npz');
    expect(await rejection(readArrays({ file, signal }))).toBe(reason);
    const controller = new AbortController();
    const bytes = caseBytes('medmnist.npz');
    let readings = 0;
    const source = {
      size: bytes.length,
      read: (offset: number, length: number) => {
        if (++readings === 3) controller.abort(reason);
        return Promise.resolve(bytes.subarray(offset, offset + length));
      },
    };
    const stopped = datasetFromArrays({ data: { name: file, source } }, { signal: controller.signal });
    expect(await rejection(stopped)).toBe(reason);
    expect(readings).toBeLessThan(5);
  });

  test.each([
    [{ maxBytes: 0 }, 'maxBytes'],
    [{ transpose: 1 }, 'transpose'],
    [{ x: '' }, 'x'],
    [{ z: 'x' }, 'every option'],
  ])('with the options %j are refused', async (options, parameter) => {
    expect(await rejection(read(images, undefined, options as object))).toMatchObject({ parameter });
  });
});
