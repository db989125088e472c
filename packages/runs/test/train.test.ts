import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { comeUpShort, isPatienceEnough, SHORTAGES } from '@tenfold/cases/disks';
import { hasProbabilities } from '@tenfold/base';
import { LogisticRegression } from '@tenfold/linear-model';
import { modelFromJSON } from '@tenfold/models';
import { ByteMatrix, Matrix } from '@tenfold/linalg';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  LabelMismatchError,
  listRuns,
  loadDataset,
  meanLogLoss,
  predictPart,
  readRun,
  type RunDataset,
  RunNotWrittenError,
  type RunOutcome,
  scorePart,
  trainOn,
  trainRun,
  writeRun,
} from '../src/index.js';

const tutorial = {
  dataset: { name: 'digits' },
  split: { testSize: 0.25, randomState: 0 },
  estimator: { name: 'LogisticRegression', params: { solver: 'liblinear' } },
} as const;

let folder = '';
let outcome: RunOutcome;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-train-'));
  outcome = await trainRun(tutorial);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('trainRun', () => {
  test('gives the figures of the tutorial', () => {
    const { result } = outcome;
    expect(result).toMatchObject({
      dataset: 'digits',
      split: { testSize: 0.25, randomState: 0, nTrain: 1347, nTest: 450 },
      model: { name: 'LogisticRegression', params: { solver: 'liblinear', C: 1 } },
      converged: true,
      accuracy: 0.9533333333333334,
      accuracyOn: 'test',
      run: null,
    });
    expect(result.confusionMatrix[1]).toEqual([0, 39, 0, 0, 0, 0, 2, 0, 2, 0]);
    for (const seconds of Object.values(result.seconds)) expect(seconds).toBeGreaterThan(0);
  });

  test('gives the mean log loss of the training rows, each by the definition', () => {
    const { model, split, result } = outcome;
    if (!hasProbabilities(model)) throw new TypeError('it has no probabilities');
    const proba = model.predictProba(split.train.data);
    let sum = 0;
    for (let i = 0; i < proba.rows; i++) sum -= Math.log(proba.get(i, Number(split.train.target[i])));
    expect(result.trainLogLoss).toBeCloseTo(sum / proba.rows, 12);
  });

  test('with no test rows gives the accuracy of the training rows, and says so', async () => {
    const { result, split } = await trainRun({ ...tutorial, split: { testSize: 0, randomState: 0 } });
    expect(split.test).toBeNull();
    expect(result).toMatchObject({ accuracyOn: 'train', split: { nTrain: 1797, nTest: 0 } });
    expect(result.accuracy).toBeGreaterThan(0.98);
  });

  test('checks hyper-parameters before it loads anything', async () => {
    const missing = { file: join(folder, 'none.csv'), target: 'y' };
    const job = {
      ...tutorial,
      dataset: missing,
      estimator: { name: 'logistic-regression', params: { C: -1 } },
    };
    await expect(trainRun(job)).rejects.toMatchObject({ name: 'ParameterError', parameter: 'C' });
  });

  test('rejects with the reason of its signal', async () => {
    const controller = new AbortController();
    const onIteration = () => {
      controller.abort(new Error('enough'));
    };
    await expect(trainRun(tutorial, { signal: controller.signal, onIteration })).rejects.toThrow('enough');
  });

  test('passes the rows with each iteration, and reports the end of the fit', async () => {
    const events: string[] = [];
    const { split } = await trainRun(tutorial, {
      onIteration: (_, { test: rows }) => events.push(`iteration with ${rows?.data.rows ?? 0} test rows`),
      onFitted: () => events.push('fitted'),
    });
    expect(new Set(events.slice(0, -1))).toEqual(
      new Set([`iteration with ${split.test?.data.rows ?? 0} test rows`]),
    );
    expect(events.at(-1)).toBe('fitted');
  });

  test('refuses an unknown data set', async () => {
    await expect(trainRun({ ...tutorial, dataset: { name: 'digitz' } })).rejects.toThrow(
      'did you mean digits?',
    );
  });
});

describe('writeRun', () => {
  test('leaves a folder that reads back as it was', async () => {
    const created = new Date('2026-03-05T14:02:09.000Z');
    const run = await writeRun(join(folder, 'runs'), outcome, created);
    expect(run).toBe(join(folder, 'runs', '2026-03-05T14-02-09Z-digits-logistic-regression'));
    expect((await readRun(run)).result).toEqual({ ...outcome.result, run });
    expect((await listRuns(join(folder, 'runs'))).runs).toHaveLength(1);

    const model = modelFromJSON<LogisticRegression>(await readFile(join(run, 'model.json'), 'utf8'), [
      LogisticRegression,
    ]);
    expect(model.toJSON().tensors).toEqual(outcome.model.toJSON().tensors);
    expect(model.provenance).toEqual({
      dataset: 'digits',
      checksum: outcome.dataset.checksum,
      split: { testSize: 0.25, randomState: 0 },
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    expect(await readFile(join(run, 'report.html'), 'utf8')).toContain('95.33%');
    expect(await readFile(join(run, 'confusion.svg'), 'utf8')).toMatch(/^<svg/);
  });

  test.each(SHORTAGES)('on a disk that keeps %s leaves the whole run or nothing', async (shortage) => {
    const parent = join(folder, `short ${shortage}`, 'runs');
    const end = await comeUpShort(shortage);
    const written = writeRun(parent, outcome).finally(end);
    if (isPatienceEnough(shortage)) {
      expect((await readRun(await written)).result.accuracy).toBe(outcome.result.accuracy);
    } else {
      const reason = shortage === 'full' ? 'the disk is full' : 'the disk kept less than was written';
      await expect(written).rejects.toMatchObject({ name: 'RunNotWrittenError', folder: parent, reason });
      expect(existsSync(join(folder, `short ${shortage}`))).toBe(false);
    }
  });

  test('says that the parent cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const parent = join(folder, 'file', 'runs');
    await expect(writeRun(parent, outcome)).rejects.toThrow(RunNotWrittenError);
    await expect(writeRun(parent, outcome)).rejects.toMatchObject({ kind: 'outside', folder: parent });
  });
});

describe('the split', () => {
  test('has the number of each row in the whole', () => {
    const { dataset, split } = outcome;
    const test = split.test!;
    expect([...split.train.rows, ...test.rows].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1797 }, (_, row) => row),
    );
    for (const at of [0, 7, 449]) {
      expect(test.data.getRow(at)).toEqual(dataset.data.getRow(test.rows[at]));
      expect(test.target[at]).toBe(dataset.target[test.rows[at]]);
    }
  });
});

describe('loadDataset', () => {
  test('reads a table and computes its checksum', async () => {
    const file = join(folder, 'points.csv');
    await writeFile(file, 'x,y,colour\n1,2,red\n3,4,blue\n');
    const table = await loadDataset({ file, target: 'colour' });
    expect(table).toMatchObject({ name: 'points', target: ['red', 'blue'], imageShape: null, maximum: 4 });
    expect(table.data.to2DArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    await writeFile(file, 'x,y,colour\n1,2,red\n3,5,blue\n');
    expect((await loadDataset({ file, target: 'colour' })).checksum).not.toBe(table.checksum);
  });
});

describe('loadDataset of MNIST', () => {
  const load = (choice: object) => loadDataset({ name: 'mnist', dataHome: folder, ...choice });

  test('takes an installed package unless an option says otherwise or names mirrors', async () => {
    expect((await load({})).data.rows).toBe(70_000);
    const mirrors: string[] = [];
    await expect(load({ mirrors })).rejects.toThrow('could not download');
    expect((await load({ mirrors, usePackage: true })).data.rows).toBe(70_000);
  });

  test('has two orders', async () => {
    await expect(load({ order: 'random' })).rejects.toMatchObject({ parameter: 'order' });
  });
});

describe('in blocks of rows', () => {
  // Two classes of bytes, more rows than one block holds.
  const rows = 9001;
  const data = new ByteMatrix(rows, 2);
  const target = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    target[i] = i % 2;
    data.set(i, 0, (i * 37) % 100);
    data.set(i, 1, 100 * (i % 2) + ((i * 11) % 110));
  }
  const dataset: RunDataset = { name: 'made', data, target, imageShape: null, maximum: 255, checksum: '' };

  async function trained() {
    const job = {
      split: { testSize: 0, randomState: 0 },
      estimator: { name: 'LogisticRegression', params: {} },
    };
    const { model, split } = await trainOn(dataset, job);
    if (!hasProbabilities(model)) throw new TypeError('it has no probabilities');
    return { model, split };
  }

  test('predictions and losses are those of the whole at once', async () => {
    const { model, split } = await trained();
    const part = split.train;
    expect(await predictPart(model, part)).toEqual(model.predict(data));
    const proba = model.predictProba(data);
    const losses = Array.from(target, (label, i) => -Math.log(proba.get(i, label)));
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / rows;
    expect(await meanLogLoss(model, part)).toBeCloseTo(mean, 12);
  });

  test('a label that is no class of the model makes the loss infinite', async () => {
    const { model } = await trained();
    const part = { data: new Matrix([[1, 2]]), target: [7], rows: Uint32Array.of(0) };
    expect(await meanLogLoss(model, part)).toBe(Infinity);
    expect((await scorePart(model, part)).classes).toEqual([0, 1, 7]);
  });

  test('labels of another kind than the classes are refused', async () => {
    const { model } = await trained();
    const part = { data: new Matrix([[1, 2]]), target: ['one'], rows: Uint32Array.of(0) };
    await expect(scorePart(model, part)).rejects.toThrow(LabelMismatchError);
    await expect(scorePart(model, part)).rejects.toThrow('the model tells 0, 1 apart');
  });
});
