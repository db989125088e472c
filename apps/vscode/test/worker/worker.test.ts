import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { TrainingProgress } from '../../src/protocol/training.js';
import { WorkerModel } from '../../src/host/worker/worker-model.js';
import { NO_CLASS } from '../../src/worker/datasets/loaded-dataset.js';
import { makeFolder, simpleTable, writeIdx, writeNpy, writeNpz, writeTable } from './files.js';
import { type Served, serve } from './served.js';

/** Of work that nobody stops. */
const { signal } = new AbortController();

const digits = { kind: 'digits' } as const;
const split = { testSize: 0.25, randomState: 0 };
const estimator = (params: Record<string, unknown> = {}, name = 'logistic-regression') => ({ name, params });
const liblinear = estimator({ solver: 'liblinear' });
const ACCURACY = 0.9533333333333334;

let folder: string;
let served: ReturnType<typeof serve>;

beforeAll(async () => {
  folder = await makeFolder();
  served = serve();
});
afterAll(async () => {
  served.end();
  await rm(folder, { recursive: true });
});

describe('training', () => {
  test('gives the tutorial’s accuracy and the files of a run', async () => {
    const { result, files, name } = await served.worker.train({
      dataset: digits,
      split,
      estimator: liblinear,
    });
    expect(result.accuracy).toBe(ACCURACY);
    expect(result.split).toEqual({ ...split, nTrain: 1347, nTest: 450 });
    expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-digits-logistic-regression$/);
    expect(Object.keys(files).sort()).toEqual(['confusion.svg', 'metrics.json', 'model.json', 'report.html']);
    expect(JSON.parse(files['metrics.json'])).toMatchObject({
      accuracy: ACCURACY,
      datasetRef: digits,
      run: null,
    });
  });

  test('tells every iteration once, in order, between loading and scoring', async () => {
    const notices: TrainingProgress[] = [];
    const { result } = await served.worker.train(
      { dataset: digits, split, estimator: estimator({ multiClass: 'ovr' }) },
      { onNotice: (notice) => notices.push(notice) },
    );
    const phases = notices.map(({ phase }) => phase);
    expect(phases[0]).toBe('loading');
    expect(phases.at(-1)).toBe('scoring');
    expect(new Set(phases.slice(1, -1))).toEqual(new Set(['fitting']));
    const points = notices.flatMap((notice) => (notice.phase === 'fitting' ? notice.points : []));
    for (let problem = 0; problem < 10; problem++) {
      const iterations = points
        .filter((point) => point.problem === problem)
        .map(({ iteration }) => iteration);
      expect(iterations).toEqual(iterations.map((_, i) => i + 1));
    }
    expect(Math.max(...points.map(({ iteration }) => iteration))).toBe(result.nIter);
  });

  test('tells how a multinomial model does on held-out rows, at last as well as it will', async () => {
    const seen: number[] = [];
    const { result } = await served.worker.train(
      { dataset: digits, split, estimator: estimator({ preconditioner: 'none', tol: 0, maxIter: 3000 }) },
      {
        onNotice(notice) {
          if (notice.phase !== 'fitting') return;
          for (const { accuracy } of notice.points) if (accuracy !== undefined) seen.push(accuracy);
        },
      },
    );
    expect(seen.length).toBeGreaterThan(2);
    expect(seen[0]).toBeLessThan(result.accuracy);
    expect(Math.abs((seen.at(-1) ?? 0) - result.accuracy)).toBeLessThan(0.02);
  });

  test('refuses a wrong hyper-parameter before it loads anything', async () => {
    const missing = { kind: 'table', file: 'file:///nowhere/at/all.csv', target: 'x' } as const;
    await expect(
      served.worker.train({ dataset: missing, split, estimator: estimator({ C: -1 }) }),
    ).rejects.toMatchObject({
      name: 'ParameterError',
      kind: 'input',
    });
  });

  test('stops at once, and the worker goes on', async () => {
    const stop = new AbortController();
    const job = served.worker.train(
      {
        dataset: digits,
        split,
        estimator: estimator({ maxIter: 100_000, tol: 0, C: 1e6, preconditioner: 'none' }),
      },
      { signal: stop.signal, onNotice: ({ phase }) => phase === 'fitting' && stop.abort() },
    );
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    expect(await served.worker.prepare({})).toBeNull();
  });
});

describe('another classifier', () => {
  test('trains, and is evaluated and predicted with as it is', async () => {
    const notices: TrainingProgress[] = [];
    const { result, name, files } = await served.worker.train(
      { dataset: digits, split, estimator: estimator({ nNeighbors: 3 }, 'knn'), threads: 2 },
      { onNotice: (notice) => notices.push(notice) },
    );
    expect(result.model).toMatchObject({ name: 'KNeighborsClassifier', params: { nNeighbors: 3 } });
    expect(result).toMatchObject({ nIter: null, converged: null, objective: null, threads: 2 });
    expect(name).toMatch(/-digits-kneighbors-classifier$/);
    expect(notices.flatMap((notice) => (notice.phase === 'fitting' ? notice.points : []))).toEqual([]);
    const model = files['model.json'];
    const said = await served.worker.evaluate({ model, dataset: digits, split, isOwn: true });
    const right = said.actual.filter((code, i) => code === said.predicted[i]).length;
    expect(right / 450).toBe(result.accuracy);
    expect(result.accuracy).toBeGreaterThan(0.97);
    expect(said.probabilities?.subarray(0, 3).reduce((sum, share) => sum + share)).toBeCloseTo(1);
  });

  test.each([
    ['none of that name', estimator({}, 'knm'), 'did you mean knn?'],
    ['a hyper-parameter of another', estimator({ C: 1 }, 'knn'), 'C'],
  ])('is refused when it is %s', async (_, choice, words) => {
    const training = served.worker.train({ dataset: digits, split, estimator: choice });
    await expect(training).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining(words) });
  });

  test('that knows no penalty at all takes infinity as JSON writes it', async () => {
    const choice = estimator({ C: 'Infinity', maxIter: 5 });
    const { result } = await served.worker.train({ dataset: digits, split, estimator: choice });
    expect(result.model.params.C).toBe('Infinity');
  });
});

describe('data sets', () => {
  test('digits are described', async () => {
    expect(await served.worker.describe({ dataset: digits })).toEqual({
      name: 'digits',
      rows: 1797,
      columns: 64,
      imageShape: [8, 8],
      maximum: 16,
      classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    });
  });

  test.each(['idx', 'npy', 'npz'])('images and labels of %s files train as the digits do', async (form) => {
    const dataset =
      form === 'npz'
        ? ({ kind: 'archive', file: await writeNpz(folder), images: 'x_train', labels: 'y_train' } as const)
        : ({
            kind: 'images',
            ...(form === 'idx' ? await writeIdx(folder) : await writeNpy(folder)),
          } as const);
    const { imageShape, maximum } = await served.worker.describe({ dataset });
    expect({ imageShape, maximum }).toEqual({ imageShape: [8, 8], maximum: 16 });
    const { result } = await served.worker.train({ dataset, split, estimator: liblinear });
    expect(result.accuracy).toBe(ACCURACY);
  });

  test('an archive tells what is in it', async () => {
    expect(await served.worker.arrays({ file: await writeNpz(folder) })).toEqual({
      arrays: [
        { name: 'x_train', dtype: 'uint8', shape: [1797, 8, 8] },
        { name: 'y_train', dtype: 'uint8', shape: [1797] },
        { name: 'seed', dtype: 'int32', shape: [1] },
      ],
      broken: [],
    });
  });

  test('as many labels as images', async () => {
    const { file } = await writeIdx(folder);
    await expect(served.worker.describe({ dataset: { kind: 'images', file, labels: file } })).rejects.toThrow(
      'expected a list of labels, got an array of 1797 × 8 × 8',
    );
  });

  test('a table is read once, and again when it has changed', async () => {
    const file = await writeTable(folder, simpleTable());
    const dataset = { kind: 'table', file, target: 'kind' } as const;
    const facts = await served.worker.describe({ dataset });
    expect(facts).toMatchObject({ name: 'flowers é.csv', rows: 60, columns: 2, classes: ['even', 'odd'] });
    expect(facts.imageShape).toBeNull();
    const [, first] = [await served.worker.labels({ dataset }), served.reads.get('flowers é.csv')];
    expect(first).toBe(1);
    await writeFile(fileURLToPath(file), simpleTable(80).join('\n'));
    await utimes(fileURLToPath(file), 1, 1);
    expect((await served.worker.describe({ dataset })).rows).toBe(80);
  });

  test('a bad cell is told with its line and its place in it', async () => {
    const file = await writeTable(folder, ['a,b,kind', '1,2,x', '1,oops,y']);
    await expect(
      served.worker.describe({ dataset: { kind: 'table', file, target: 'kind' } }),
    ).rejects.toMatchObject({ name: 'TableError', kind: 'input', place: { line: 3, cell: 2 } });
  });
});

describe('images', () => {
  test('come as bytes from black to white, with their classes', async () => {
    const rows = Uint32Array.of(1796, 0);
    const { pixels, actual } = await served.worker.images({ dataset: digits, rows });
    expect(pixels).toHaveLength(128);
    expect(Math.max(...pixels)).toBe(255);
    expect([...pixels.slice(64, 72)]).toEqual(
      [0, 0, 5, 13, 9, 1, 0, 0].map((v) => Math.round((v * 255) / 16)),
    );
    const labels = await served.worker.labels({ dataset: digits });
    expect([...actual]).toEqual([labels[1796], labels[0]]);
  });

  test('of rows that are not there are refused', async () => {
    await expect(served.worker.images({ dataset: digits, rows: Uint32Array.of(1797) })).rejects.toMatchObject(
      { kind: 'input' },
    );
  });
});

describe('a model', () => {
  let model: string;
  beforeAll(async () => {
    const { files } = await served.worker.train({ dataset: digits, split, estimator: liblinear });
    model = files['model.json'];
  });

  test('is evaluated on the rows that it was not trained on', async () => {
    const { rows, actual, predicted, top, probabilities } = await served.worker.evaluate({
      model,
      dataset: digits,
      split,
    });
    expect(new Set(rows).size).toBe(450);
    expect(actual.filter((code, i) => code === predicted[i]).length / 450).toBe(ACCURACY);
    expect([...predicted]).toEqual([...predicted].map((_, i) => top[3 * i]));
    if (probabilities === null) throw new Error('there are no probabilities');
    for (let i = 0; i < 450; i++) {
      expect(probabilities[3 * i]).toBeGreaterThanOrEqual(probabilities[3 * i + 1]);
      expect(probabilities[3 * i + 1]).toBeGreaterThanOrEqual(probabilities[3 * i + 2]);
    }
  });

  test('is evaluated on its own data only, when that is asked for', async () => {
    const file = await writeTable(folder, simpleTable());
    const dataset = { kind: 'table', file, target: 'kind' } as const;
    const { files } = await served.worker.train({ dataset, split, estimator: estimator() });
    const task = { model: files['model.json'], dataset, split, isOwn: true };
    expect((await served.worker.evaluate(task)).top).toHaveLength(2 * 15);
    await writeTable(folder, simpleTable(80));
    await utimes(fileURLToPath(file), 2, 2);
    await expect(served.worker.evaluate(task)).rejects.toMatchObject({ name: 'ChangedDatasetError' });
    expect((await served.worker.evaluate({ ...task, isOwn: false })).rows).toHaveLength(20);
  });

  test('says which rows have a class that it does not know', async () => {
    const { files } = await served.worker.train({
      dataset: { kind: 'table', file: await writeTable(folder, simpleTable()), target: 'kind' },
      split,
      estimator: estimator(),
    });
    const file = await writeTable(folder, [...simpleTable(), '1,1,neither']);
    const dataset = { kind: 'table', file, target: 'kind' } as const;
    const { actual, rows } = await served.worker.evaluate({
      model: files['model.json'],
      dataset,
      split: { testSize: 0, randomState: 0 },
    });
    expect(rows[60]).toBe(60);
    expect(actual[60]).toBe(NO_CLASS);
  });

  test.each([
    ['doubles', (numbers: readonly number[]) => Float64Array.from(numbers)],
    ['bytes', (numbers: readonly number[]) => Uint8Array.from(numbers)],
  ])('predicts rows of %s as it evaluates them', async (_, toValues) => {
    const { rows, top, probabilities } = await served.worker.evaluate({ model, dataset: digits, split });
    const { pixels } = await served.worker.images({ dataset: digits, rows: rows.slice(0, 5) });
    const values = toValues(Array.from(pixels, (byte) => Math.round((byte * 16) / 255)));
    const workerModel = new WorkerModel({ worker: () => served.worker }, model);
    const answer = await workerModel.predict({ values, count: 5, most: 3 }, signal);
    expect(answer.classes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...answer.top]).toEqual([...top.subarray(0, 15)]);
    answer.probabilities?.forEach((share, i) => expect(share).toBeCloseTo(probabilities?.[i] ?? NaN, 6));
    const all = await workerModel.predict({ values, count: 5 }, signal);
    expect(all.top).toHaveLength(50);
    expect(new Set(all.top.subarray(0, 10)).size).toBe(10);
  });

  test.each([
    ['values of another number', { values: new Uint8Array(63), count: 1 }],
    ['no values', { values: new Float64Array(), count: 0 }],
  ])('refuses %s', async (_, rows) => {
    const workerModel = new WorkerModel({ worker: () => served.worker }, model);
    await expect(workerModel.predict(rows, signal)).rejects.toThrow('rows of 64 numbers');
  });

  test('is sent the text of a model once, and again when it has kept others since', async () => {
    let sent = 0;
    const worker: Served['worker'] = {
      ...served.worker,
      keepModel: (kept, options) => {
        sent++;
        return served.worker.keepModel(kept, options);
      },
    };
    const row = { values: new Float64Array(64), count: 1 };
    const first = new WorkerModel({ worker: () => worker }, model);
    for (let i = 0; i < 5; i++) await first.predict(row, signal);
    expect(sent).toBe(1);
    for (let i = 0; i < 3; i++)
      await new WorkerModel({ worker: () => served.worker }, model).predict(row, signal);
    await first.predict(row, signal);
    expect(sent).toBe(2);
  });

  test('refuses a model that is none', async () => {
    const workerModel = new WorkerModel({ worker: () => served.worker }, '{}');
    const predicting = workerModel.predict({ values: new Float64Array(64), count: 1 }, signal);
    await expect(predicting).rejects.toMatchObject({ name: 'ModelFormatError' });
  });

  test('of another width or none at all is refused', async () => {
    const file = await writeTable(folder, ['a,b,kind', '1,2,0', '2,1,1', '1,1,0', '2,2,1', '3,2,1']);
    const table = { kind: 'table', file, target: 'kind' } as const;
    await expect(served.worker.evaluate({ model, dataset: table, split })).rejects.toMatchObject({
      name: 'ShapeError',
    });
    await expect(served.worker.evaluate({ model: '{}', dataset: digits, split })).rejects.toMatchObject({
      kind: 'input',
    });
  });
});

afterEach(() => served.reads.clear());

describe('a pipeline', () => {
  const preprocess = [{ name: 'standard-scaler', params: {} }];
  const train = (choice: { name: string; params: Record<string, unknown> }) =>
    served.worker.train({ dataset: digits, split, estimator: { ...choice, preprocess } });

  test('is trained, tells what prepares its rows, and is evaluated as it was scored', async () => {
    const { result, files, name } = await train(liblinear);
    expect(result.model).toMatchObject({
      name: 'LogisticRegression',
      preprocess: [{ name: 'StandardScaler', params: { withMean: true, withStd: true } }],
    });
    expect(name).toMatch(/-digits-standard-scaler-logistic-regression$/);
    const { predicted, actual, trainRows, rows } = await served.worker.evaluate({
      ...{ model: files['model.json'], dataset: digits, split, isOwn: true },
    });
    const right = predicted.filter((label, i) => label === actual[i]).length;
    expect(right / rows.length).toBe(result.accuracy);
    expect(new Set([...rows, ...trainRows]).size).toBe(1797);
  });

  test('gives neighbours in the units of the data, with the distances that it goes by', async () => {
    const { files } = await train(estimator({ nNeighbors: 3 }, 'knn'));
    const { trainRows } = await served.worker.evaluate({
      model: files['model.json'],
      dataset: digits,
      split,
    });
    const model = new WorkerModel({ worker: () => served.worker }, files['model.json']);
    const { pixels } = await served.worker.images({ dataset: digits, rows: trainRows.slice(7, 8) });
    const values = Float64Array.from(pixels, (byte) => Math.round((byte * 16) / 255));
    const found = await model.neighbors(values, 2, signal);
    expect([found.total, found.indices.length, found.indices[0], found.distances[0]]).toEqual([3, 2, 7, 0]);
    expect(found.weights).toEqual(Float64Array.of(1, 1));
    found.features?.subarray(0, 64).forEach((value, j) => expect(value).toBeCloseTo(values[j], 9));
    const scaled = await model.transformRow(values, signal);
    expect(Math.abs(scaled.reduce((sum, value) => sum + value, 0))).toBeGreaterThan(0);
    expect(scaled).not.toEqual(values);
  });

  test('has no neighbours where its last step has none', async () => {
    const { files } = await train(liblinear);
    const model = new WorkerModel({ worker: () => served.worker }, files['model.json']);
    await expect(model.neighbors(new Float64Array(64), 5, signal)).rejects.toThrow('no rows that vote');
    await expect(model.neighbors(new Float64Array(3), 5, signal)).rejects.toThrow();
  });
});
