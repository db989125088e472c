import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DATASET_NAMES } from 'tenfold';

import { temporaryFolder, tenfold, tenfoldJSON } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);
const at = (name: string) => join(cwd, name);
const model = ['--model', 'model.json'];

beforeAll(async () => {
  await tenfoldJSON(['train', 'digits', '--solver', 'liblinear', '--save', 'model.json', '--no-run'], {
    cwd,
  });
});

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('datasets', () => {
  test('lists what there is', async () => {
    const { datasets } = await tenfoldJSON<{ datasets: object[] }>(['datasets'], { cwd });
    expect(datasets).toMatchObject([
      { name: 'digits', rows: 1797, columns: 64, place: { kind: 'embedded' } },
      { name: 'mnist', rows: 70000, columns: 784, place: { kind: 'installed' } },
      ...DATASET_NAMES.slice(2).map((name) => ({ name, columns: 784, imageShape: [28, 28] })),
    ]);
    expect((await tenfold(['datasets'], { cwd })).stdout).toMatchSnapshot();
  });

  test('describes the digits', async () => {
    const { stdout } = await tenfold(['datasets', 'digits'], { cwd });
    expect(stdout).toContain('(1797, 64)');
    expect(stdout).toContain('(1797,)');
    expect(stdout).toMatchSnapshot();
  });

  test('describes MNIST', async () => {
    const mnist = await tenfoldJSON<object>(['datasets', 'mnist'], { cwd });
    expect(mnist).toMatchObject({ shape: [70000, 784], imageShape: [28, 28] });
  });
});

describe('show', () => {
  test.each(['svg', 'png', 'html'])('writes five images as .%s', async (ending) => {
    const file = `five.${ending}`;
    const shown = await tenfoldJSON(['show', 'digits', '--count', '5', '-o', file], { cwd });
    expect(shown).toEqual({ dataset: 'digits', rows: [0, 1, 2, 3, 4], labels: [0, 1, 2, 3, 4], file });
    const bytes = readFileSync(at(file));
    if (ending === 'png') expect(bytes.subarray(0, 4)).toEqual(png);
    else expect(bytes.toString()).toContain('Training: 4');
  });

  test('draws with plain characters in a pipe', async () => {
    const { stdout } = await tenfold(['show', 'digits', '--rows', '0:2'], { cwd });
    expect(stdout).toContain('Training: 1');
    expect(stdout).not.toContain('\u001b');
  });

  test('takes rows as Python slices them', async () => {
    const shown = (rows: string) =>
      tenfoldJSON<{ rows: number[] }>(['show', 'digits', '--rows', rows, '-o', 'rows.svg'], { cwd });
    expect((await shown('3')).rows).toEqual([3]);
    expect((await shown('1795:')).rows).toEqual([1795, 1796]);
    expect((await shown('1796:9999')).rows).toEqual([1796]);
  });
});

describe('predict', () => {
  test('one, ten, all', async () => {
    const predict = (...rows: string[]) =>
      tenfoldJSON<{ predictions: number[]; actual: number[] }>(['predict', ...model, 'digits', ...rows], {
        cwd,
      });
    expect((await predict('--rows', '0')).predictions).toEqual([0]);
    expect((await predict('--rows', '0:10')).predictions).toEqual([0, 1, 2, 3, 4, 1, 6, 7, 8, 9]);
    expect((await predict()).actual).toHaveLength(1797);
  });

  test('the rows kept for testing, in their order', async () => {
    const args = ['predict', ...model, 'digits', '--part', 'test', '--rows', '0:10'];
    const { predictions, part } = await tenfoldJSON<{ predictions: number[]; part: string }>(args, { cwd });
    expect(part).toBe('test');
    expect(predictions).toEqual([2, 8, 2, 6, 6, 7, 1, 9, 8, 5]);
  });

  test('trains first when there is no model', async () => {
    const args = ['predict', 'digits', '--solver', 'liblinear', '--rows', '0:10'];
    const { predictions } = await tenfoldJSON<{ predictions: number[] }>(args, { cwd });
    expect(predictions).toEqual([2, 8, 2, 6, 6, 7, 1, 9, 8, 5]);
  });

  test('--proba gives a row of probabilities each', async () => {
    const args = ['predict', ...model, 'digits', '--rows', '0:2', '--proba'];
    const { probabilities, classes } = await tenfoldJSON<{ probabilities: number[][]; classes: number[] }>(
      args,
      { cwd },
    );
    expect(classes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const row of probabilities) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    const { stdout } = await tenfold(args, { cwd });
    expect(stdout.split('\n')[1]).toMatch(/^ +0 +0 +0 +0\.9\d+( +0\.\d{4}){9}$/);
  });
});

describe('evaluate', () => {
  test('a model on the rows that it did not see', async () => {
    const args = ['evaluate', ...model, 'digits', '--report', '--roc', 'roc.svg', '--heatmap', 'cm.png'];
    const result = await tenfoldJSON(args, { cwd });
    expect(result).toMatchObject({
      dataset: 'digits',
      part: 'test',
      n: 450,
      accuracy: 0.9533333333333334,
      report: { 'weighted avg': { support: 450 } },
      rocAuc: { macro: expect.closeTo(0.9977, 3) as unknown },
      files: ['cm.png', 'roc.svg'],
    });
    expect(readFileSync(at('roc.svg'), 'utf8')).toContain('AUC');
    expect(readFileSync(at('cm.png')).subarray(0, 4)).toEqual(png);
    expect((await tenfold(args, { cwd })).stdout).toMatchSnapshot();
  });

  test.each([
    ['all', 1797],
    ['train', 1347],
  ])('--part %s', async (part, n) => {
    expect(await tenfoldJSON(['evaluate', ...model, 'digits', '--part', part], { cwd })).toMatchObject({
      part,
      n,
    });
  });

  test('another split than the one in the file', async () => {
    const args = ['evaluate', ...model, 'digits', '--test-size', '10', '--random-state', '3'];
    expect(await tenfoldJSON(args, { cwd })).toMatchObject({ part: 'test', n: 10 });
  });
});

describe('misclassified', () => {
  test('tells row, prediction and label of each miss, and draws them', async () => {
    const args = ['misclassified', 'digits', ...model, '--count', '3', '-o', 'miss.svg'];
    const result = await tenfoldJSON<{ misclassified: { row: number }[] }>(args, { cwd });
    expect(result).toMatchObject({
      total: 21,
      n: 450,
      file: 'miss.svg',
      misclassified: [
        { row: 745, predicted: 8, actual: 1 },
        { row: 191, predicted: 4, actual: 7 },
        { row: 1595, predicted: 1, actual: 7 },
      ],
    });
    expect(readFileSync(at('miss.svg'), 'utf8')).toContain('Predicted: 8, Actual: 1');
    for (const { row } of result.misclassified) {
      const { predictions } = await tenfoldJSON<{ predictions: number[] }>(
        ['predict', ...model, 'digits', '--rows', String(row)],
        { cwd },
      );
      expect(predictions).toEqual(
        [result.misclassified.find((miss) => miss.row === row)].map(
          (miss) => (miss as unknown as { predicted: number }).predicted,
        ),
      );
    }
  });

  test('with nothing wrong writes no picture', async () => {
    const args = [
      'misclassified',
      ...model,
      'digits',
      '--part',
      'test',
      '--test-size',
      '1',
      '-o',
      'none.svg',
    ];
    expect(await tenfoldJSON(args, { cwd })).toMatchObject({ total: 0, misclassified: [], file: null });
    expect(existsSync(at('none.svg'))).toBe(false);
  });
});

describe('compare', () => {
  test('each solver on the same split, with a picture', async () => {
    const args = [
      'compare',
      'digits',
      '--solvers',
      'liblinear,lbfgs:ovr',
      '--max-iter',
      '20',
      '-o',
      'solvers.svg',
    ];
    const result = await tenfoldJSON<{ results: { seconds: { fit: number } }[] }>(args, { cwd });
    expect(result).toMatchObject({
      split: { nTest: 450 },
      results: [
        { solver: 'liblinear', accuracy: 0.9533333333333334 },
        { solver: 'lbfgs:ovr', model: { params: { multiClass: 'ovr' } }, converged: false },
      ],
      file: 'solvers.svg',
    });
    for (const { seconds } of result.results) expect(seconds.fit).toBeGreaterThan(0);
    expect(readFileSync(at('solvers.svg'), 'utf8')).toContain('lbfgs:ovr');
  });
});
