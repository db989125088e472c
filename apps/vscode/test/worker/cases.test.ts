import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { casePath } from '@tenfold/cases';
import { pathToFileURL } from 'node:url';

import { arrayPairs } from '../../src/host/files/array-pairs.js';
import { serve } from './served.js';

const uri = (name: string): string => pathToFileURL(casePath(name)).toString();
const table = (name: string, target: string) => ({ kind: 'table', file: uri(name), target }) as const;

let served: ReturnType<typeof serve>;
beforeAll(() => {
  served = serve();
});
afterEach(() => {
  served.told.splice(0);
});
afterAll(() => served.end());

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

  test('a reading that nobody waits for stops, and whoever comes then has it read anew', async () => {
    const dataset = table('fruit.csv', 'state');
    const stop = new AbortController();
    const first = served.worker.describe({ dataset }, { signal: stop.signal });
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await served.worker.describe({ dataset })).classes).toEqual(['raw', 'ripe']);
  });
});
