import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { caseBytes, casePath } from '@tenfold/cases';
import { parseTable } from '@tenfold/datasets';
import { LogisticRegression } from '@tenfold/linear-model';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { arrayPairs } from '../../src/host/files/array-pairs.js';
import { makeFolder } from './files.js';
import { serve } from './served.js';

const uri = (name: string): string => pathToFileURL(casePath(name)).toString();
const table = (name: string, target: string) => ({ kind: 'table', file: uri(name), target }) as const;

let served: ReturnType<typeof serve>;
let folder: string;
beforeAll(async () => {
  served = serve();
  folder = await makeFolder();
});
afterEach(() => {
  served.told.splice(0);
});
afterAll(() => {
  served.end();
  return rm(folder, { recursive: true });
});

describe('arrays as others write them', () => {
  test('labels in a column are labels', async () => {
    const file = uri('medmnist.npz');
    const { arrays } = await served.worker.arrays({ file });
    const [pair] = arrayPairs(arrays);
    expect(pair).toEqual({ images: 'train_images', labels: 'train_labels' });
    const facts = await served.worker.describe({ dataset: { kind: 'archive', file, ...pair } });
    expect(facts).toMatchObject({ imageShape: [4, 4], maximum: 255 });
    expect(facts.classes.every(Number.isInteger)).toBe(true);
  });

  test('objects are refused by the name of their array', async () => {
    const file = uri('object-labels.npz');
    const { arrays, broken } = await served.worker.arrays({ file });
    expect(arrayPairs(arrays)).toEqual([]);
    expect(broken).toHaveLength(1);
    expect(broken[0].reason).toContain(broken[0].name);
    const dataset = { kind: 'archive', file, images: arrays[0].name, labels: broken[0].name } as const;
    await expect(served.worker.describe({ dataset })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringMatching(new RegExp(`${broken[0].name}.*(object|pickle)`, 's')),
    });
  });

  test('of QMNIST’s eight columns the first holds the labels, and that is said', async () => {
    const dataset = {
      kind: 'images',
      file: uri('qmnist-images-idx3-ubyte'),
      labels: uri('qmnist-labels-idx2-int'),
    } as const;
    const { rows, classes } = await served.worker.describe({ dataset });
    expect({ rows, classes }).toMatchObject({ rows: 60 });
    expect(classes.every((label) => Number(label) >= 0 && Number(label) <= 9)).toBe(true);
    expect(served.told).toEqual([expect.stringMatching(/^qmnist-images-idx3-ubyte: .*first column/)]);
  });
});

describe('tables as others write them', () => {
  test.each([
    ['semicolon.csv', 'label'],
    ['index.csv', 'label'],
    ['good.csv.gz', 'label'],
    ['trailing-rows.csv', 'label'],
  ])('%s has three classes', async (name, target) => {
    const facts = await served.worker.describe({ dataset: table(name, target) });
    expect(facts).toMatchObject({ rows: 60, classes: [0, 1, 2] });
  });

  test('truth values are numbers', async () => {
    const facts = await served.worker.describe({ dataset: table('bools.csv', 'label') });
    expect(facts).toMatchObject({ rows: 40, columns: 3, maximum: 4 });
  });

  test('a column that numbers the rows is warned of once', async () => {
    const fresh = serve();
    const { worker, told } = fresh;
    await worker.describe({ dataset: table('index.csv', 'label') });
    await worker.labels({ dataset: table('index.csv', 'label') });
    expect(told).toEqual([expect.stringMatching(/^index\.csv: .*column/)]);
    fresh.end();
  });

  test('columns that are named are left out', async () => {
    const dataset = table('index.csv', 'label');
    const whole = await served.worker.describe({ dataset });
    const facts = await served.worker.describe({ dataset: { ...dataset, drop: ['Unnamed: 0'] } });
    expect(facts).toMatchObject({ rows: 60, columns: whole.columns - 1 });
    const wrong = served.worker.describe({ dataset: { ...dataset, drop: ['label'] } });
    await expect(wrong).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('left out'),
    });
  });

  test('a reading that nobody waits for stops, and whoever comes then has it read anew', async () => {
    const dataset = table('fruit.csv', 'state');
    const stop = new AbortController();
    const first = served.worker.describe({ dataset }, { signal: stop.signal });
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await served.worker.describe({ dataset })).classes).toEqual(['raw', 'ripe']);
  });
});

const logistic = (params = {}) => ({ name: 'logistic-regression', params });

describe('columns and labels of another table', () => {
  const all = { testSize: 0, randomState: 0 };
  const trained = async (name: string, target: string, split: object = all) => {
    const job = {
      dataset: table(name, target),
      split: { ...all, ...split },
      estimator: logistic({ C: 100 }),
    };
    return (await served.worker.train(job)).files['model.json'];
  };
  /** A model of one table, and another table. */
  const modelAndTable = async (
    header: string,
    lines: readonly string[],
    otherHeader: string,
    otherLines: readonly string[],
    target = 'label',
  ) => {
    const put = async (name: string, text: readonly string[]) => {
      const path = join(folder, name);
      await writeFile(path, text.join('\n'));
      return { kind: 'table', file: pathToFileURL(path).toString(), target } as const;
    };
    const dataset = await put('trained.csv', [header, ...lines]);
    const { files } = await served.worker.train({ dataset, split: all, estimator: logistic() });
    return { model: files['model.json'], dataset: await put('other.csv', [otherHeader, ...otherLines]) };
  };
  const shareOfRight = ({ actual, predicted }: { actual: Uint16Array; predicted: Uint16Array }): number =>
    actual.filter((code, row) => code === predicted[row]).length / actual.length;

  test('columns in another order are taken by name', async () => {
    const model = await trained('fruit.csv', 'state');
    const dataset = table('fruit-permuted.csv', 'state');
    expect(shareOfRight(await served.worker.evaluate({ model, dataset, split: all }))).toBe(1);
  });

  test('images are read as the evaluation read them, whatever text stands beside their pixels', async () => {
    const columns = Array.from({ length: 64 }, (_, i) => `p${i}`);
    const rows = Array.from({ length: 12 }, (_, row) => [row % 2, ...columns.map((_c, i) => (row * i) % 17)]);
    const { model, dataset } = await modelAndTable(
      ['label', ...columns].join(','),
      rows.map((row) => row.join(',')),
      ['note', ...columns, 'label'].join(','),
      rows.map(([label, ...pixels], i) => [`scan ${i}.png`, ...pixels, label].join(',')),
    );
    const { reading, facts, rows: numbers } = await served.worker.evaluate({ model, dataset, split: all });
    expect(facts.imageShape).toEqual([8, 8]);
    await expect(served.worker.images({ dataset, rows: numbers })).rejects.toThrow('expected a number');
    const page = await served.worker.images({ dataset, reading, rows: Uint32Array.of(1, 3) });
    expect(page.pixels).toHaveLength(128);
    expect(Array.from(page.pixels.subarray(0, 17))).toEqual(
      Array.from({ length: 17 }, (_, i) => Math.round((255 * (i % 17)) / 16)),
    );
    expect(await served.worker.describe({ dataset, reading })).toEqual(facts);
    expect(Array.from(await served.worker.labels({ dataset, reading })).slice(0, 4)).toEqual([0, 1, 0, 1]);
  });

  test('truth values are classes, and are read as such again', async () => {
    const line = (_: unknown, row: number): string => `${row % 2 === 0 ? 'True' : 'False'},${row % 2},${row}`;
    const { model, dataset } = await modelAndTable(
      'ok,a,b',
      Array.from({ length: 20 }, line),
      'ok,a,b',
      Array.from({ length: 6 }, line),
      'ok',
    );
    const said = await served.worker.evaluate({ model, dataset, split: all });
    expect(said.classes).toEqual([false, true]);
    expect(said.reading).toEqual({ columns: ['a', 'b'], labelType: 'boolean' });
    expect(shareOfRight(said)).toBe(1);
  });

  test('columns of other names are refused by name', async () => {
    const model = await trained('fruit.csv', 'state');
    await expect(
      served.worker.evaluate({ model, dataset: table('routes.csv', 'route'), split: all }),
    ).rejects.toMatchObject({
      name: 'TableColumnsError',
      kind: 'input',
      message: expect.stringMatching(/weight, sugar, firmness.*x, y/),
    });
  });

  test('the model’s kind of labels decides', async () => {
    const model = await trained('routes.csv', 'route');
    const dataset = table('routes-day2.csv', 'route');
    // Read as they are written, too: that kind is not taken over.
    expect((await served.worker.describe({ dataset })).classes).toEqual([2, 3]);
    const said = await served.worker.evaluate({ model, dataset, split: all });
    expect(said.classes).toEqual(['1A', '2', '3']);
    expect(shareOfRight(said)).toBe(1);
  });

  test('a missing label is no class', async () => {
    await expect(served.worker.describe({ dataset: table('label-NA.csv', 'label') })).rejects.toMatchObject({
      name: 'TableError',
      place: { cell: 1 },
    });
  });

  test('hundreds of classes are evaluated', async () => {
    const { data, target } = parseTable(caseBytes('c400.csv'), { target: 'label' });
    const model = await new LogisticRegression({ maxIter: 3, preconditioner: 'none' }).fit(data, target);
    const dataset = table('c400.csv', 'label');
    const said = await served.worker.evaluate({ model: JSON.stringify(model), dataset, split: all });
    expect(said.classes).toHaveLength(400);
    expect(Math.abs(shareOfRight(said) - model.score(data, target))).toBeLessThan(1e-12);
  });

  test('rows kept for testing in the proportions of the classes are found again', async () => {
    const split = { testSize: 0.25, randomState: 3, stratify: true };
    const dataset = table('good.csv.gz', 'label');
    const { result, files } = await served.worker.train({ dataset, split, estimator: logistic() });
    expect(result.split).toMatchObject(split);
    const said = await served.worker.evaluate({ model: files['model.json'], dataset, split, isOwn: true });
    expect(shareOfRight(said)).toBe(result.accuracy);
    const classes = [0, 1, 2].map((code) => said.actual.filter((other) => other === code).length);
    expect(classes).toEqual([5, 5, 5]);
  });
});
