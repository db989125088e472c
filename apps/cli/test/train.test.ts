import { afterAll, describe, expect, test } from '@jest/globals';
import type { TrainResult } from '@tenfold/runs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFromJSON } from 'tenfold';

import { temporaryFolder, tenfold, tenfoldJSON, writeFlowers } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);
const at = (name: string) => join(cwd, name);

const quick = ['--max-iter', '5'];

const published = [
  [37, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 39, 0, 0, 0, 0, 2, 0, 2, 0],
  [0, 0, 41, 3, 0, 0, 0, 0, 0, 0],
  [0, 0, 1, 43, 0, 0, 0, 0, 0, 1],
  [0, 0, 0, 0, 38, 0, 0, 0, 0, 0],
  [0, 1, 0, 0, 0, 47, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 52, 0, 0, 0],
  [0, 1, 0, 1, 1, 0, 0, 45, 0, 0],
  [0, 3, 1, 0, 0, 0, 0, 0, 43, 1],
  [0, 0, 0, 1, 0, 1, 0, 0, 1, 44],
];

describe('tenfold train digits', () => {
  const tutorial = 'train digits --solver liblinear --test-size 0.25 --random-state 0'.split(' ');

  test('--json prints exactly one object, with the published figures', async () => {
    const { code, stdout } = await tenfold([...tutorial, '--json'], { cwd });
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const result = JSON.parse(stdout) as TrainResult;
    expect(result).toMatchObject({
      dataset: 'digits',
      split: { testSize: 0.25, randomState: 0, nTrain: 1347, nTest: 450 },
      model: { name: 'LogisticRegression', params: { solver: 'liblinear', C: 1, maxIter: 100 } },
      converged: true,
      accuracy: 0.9533333333333334,
      confusionMatrix: published,
    });
    expect(Object.keys(result).sort()).toEqual([
      'accuracy',
      'accuracyOn',
      'classes',
      'confusionMatrix',
      'converged',
      'dataset',
      'model',
      'nIter',
      'objective',
      'run',
      'seconds',
      'split',
      'threads',
      'trainLogLoss',
    ]);
    expect(Object.keys(result.seconds).sort()).toEqual(['fit', 'load', 'predict']);
    expect(readdirSync(at(result.run ?? '')).sort()).toEqual([
      'confusion.svg',
      'metrics.json',
      'model.json',
      'report.html',
    ]);
  });

  test('prints plain lines in a pipe', async () => {
    const { code, stdout, stderr } = await tenfold([...tutorial, '--no-run'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).not.toContain('\u001b');
    expect(stdout.replace(/ in [\d.]+ m?s/, ' in … s')).toMatchSnapshot();
  });

  test('--quiet leaves out where files went', async () => {
    const { stdout } = await tenfold([...tutorial, '--save', 'quiet.json', '--quiet'], { cwd });
    expect(stdout).toContain('0.9533333333333334');
    expect(stdout).not.toContain('quiet.json');
    expect(existsSync(at('quiet.json'))).toBe(true);
  });
});

describe('the flags of train', () => {
  test('reach the model', async () => {
    const { model, threads } = await tenfoldJSON<TrainResult>(
      [
        ...'train digits --solver lbfgs --penalty none --C 0.5 --class-weight 1=2,3=0.5'.split(' '),
        ...'--no-fit-intercept --multi-class ovr --tol 0.01 --max-iter 3'.split(' '),
        ...'--preconditioner none --threads 2 --no-run'.split(' '),
      ],
      { cwd },
    );
    expect(model.params).toMatchObject({
      solver: 'lbfgs',
      penalty: null,
      C: 0.5,
      classWeight: { 1: 2, 3: 0.5 },
      fitIntercept: false,
      multiClass: 'ovr',
      tol: 0.01,
      maxIter: 3,
      preconditioner: 'none',
    });
    expect(threads).toBe(2);
  });

  test.each([
    ['1/7', 1 / 7, 257],
    ['0.25', 0.25, 450],
    ['100', 100, 100],
  ])('--test-size %s', async (typed, testSize, nTest) => {
    const result = await tenfoldJSON<TrainResult>(
      ['train', 'digits', '--test-size', typed, '--no-run', ...quick],
      { cwd },
    );
    expect(result.split).toEqual({ testSize, randomState: 0, nTrain: 1797 - nTest, nTest });
    expect(result.run).toBeNull();
  });

  test('--test-size 0 trains on everything, and says that the accuracy is of those rows', async () => {
    const args = ['train', 'digits', '--test-size', '0', '--no-run', ...quick];
    const result = await tenfoldJSON<TrainResult>(args, { cwd });
    expect(result).toMatchObject({ accuracyOn: 'train', split: { nTrain: 1797, nTest: 0 } });
    const { stdout } = await tenfold(args, { cwd });
    expect(stdout).toContain('training rows (none were kept for testing)');
  });

  test('--save leaves a model that reads back exactly', async () => {
    await tenfoldJSON(['train', 'digits', '--save', 'm.json', '--no-run', ...quick], { cwd });
    const text = readFileSync(at('m.json'), 'utf8');
    const model = modelFromJSON(text);
    expect(JSON.parse(JSON.stringify(model))).toEqual(JSON.parse(text));
    expect(model.provenance).toMatchObject({
      dataset: 'digits',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      split: { testSize: 0.25, randomState: 0 },
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as unknown,
    });
  });

  test.each(['tenfold', 'seaborn', 'matplotlib'])('--heatmap in the style of %s', async (style) => {
    const file = `${style}.svg`;
    await tenfoldJSON(['train', 'digits', '--heatmap', file, '--style', style, '--no-run', ...quick], {
      cwd,
    });
    expect(readFileSync(at(file), 'utf8')).toMatch(/^<svg[^]*<\/svg>\s*$/);
  });

  test('--run-dir keeps the runs elsewhere, and runs lists them newest first', async () => {
    const first = await tenfoldJSON<TrainResult>(
      ['train', 'digits', '--run-dir', 'kept', '--solver', 'liblinear', ...quick],
      { cwd },
    );
    await tenfoldJSON(['train', 'digits', '--run-dir', 'kept', ...quick], { cwd });
    const { runs } = await tenfoldJSON<{ runs: TrainResult[] }>(['runs', '--run-dir', 'kept'], { cwd });
    expect(runs).toHaveLength(2);
    expect(runs[1]).toMatchObject({ run: first.run, accuracy: first.accuracy });
    const { stdout } = await tenfold(['runs', '--run-dir', 'kept'], { cwd });
    expect(stdout.split('\n')[0]).toMatch(/^run\s+solver\s+accuracy\s+fit$/);
    expect(readdirSync(at('kept')).every((name) => !name.startsWith('.'))).toBe(true);
  });

  test('runs says when there are none', async () => {
    const { code, stdout } = await tenfold(['runs', '--run-dir', 'nowhere'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('No runs in nowhere.');
  });

  test('a solver that stops early is a warning, not a failure', async () => {
    const { code, stderr } = await tenfold(['train', 'digits', '--no-run', ...quick], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe(
      'warning: LogisticRegression had not converged after 5 iterations\nraise --max-iter, or scale the data\n',
    );
  });
});

describe('a table of your own', () => {
  const table = ['--data', 'flowers.csv', '--target', 'species'];

  test('with quoted fields and labels of text', async () => {
    writeFlowers(at('flowers.csv'));
    const result = await tenfoldJSON<TrainResult>(
      ['train', ...table, '--save', 'flowers.json', '--max-iter', '1000'],
      { cwd },
    );
    expect(result).toMatchObject({
      dataset: 'flowers',
      classes: ['daisy', 'rose', 'tulip'],
      accuracy: 1,
      split: { nTrain: 45, nTest: 15 },
    });
    const { predictions } = await tenfoldJSON<{ predictions: string[] }>(
      ['predict', ...table, '--model', 'flowers.json', '--rows', ':3'],
      { cwd },
    );
    expect(predictions).toEqual(['rose', 'tulip', 'daisy']);
  });
});
