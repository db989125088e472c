import { afterAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ParamTable } from '@tenfold/base';
import { classifiers } from '@tenfold/catalogue';
import type { TrainResult } from '@tenfold/runs';

import { flagOf } from '../src/options/flag-of.js';
import { temporaryFolder, tenfold, tenfoldJSON } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);

interface Listed {
  id: string;
  params: { name: string; flag: string; default: unknown; doc: string }[];
}

describe('tenfold estimators', () => {
  test('lists every classifier', async () => {
    const { estimators } = await tenfoldJSON<{ estimators: { id: string }[] }>(['estimators'], { cwd });
    expect(estimators.map(({ id }) => id)).toEqual(classifiers.map(({ definition }) => definition.id));
  });

  test.each(classifiers.map(({ definition }) => [definition.id, definition.params as object] as const))(
    '%s: every parameter that has a meaning there has a flag that train takes',
    async (id, params) => {
      const listed = await tenfoldJSON<Listed>(['estimators', id], { cwd });
      const flagged = Object.entries(params as ParamTable).filter(
        ([, { onlyInCode }]) => onlyInCode !== true,
      );
      expect(listed.params.map(({ name }) => name)).toEqual(flagged.map(([name]) => name));
      const { stdout } = await tenfold(['estimators', id], { cwd });
      for (const { flag } of listed.params) {
        expect(stdout).toContain(flag);
        const { stderr } = await tenfold(['train', '--data', 'none.csv', '-e', id, flag], { cwd });
        // A switch is taken, and the missing file told; any other flag lacks its value.
        expect(stderr).not.toContain('unknown option');
      }
    },
  );

  test('a parameter for programs alone has no flag', async () => {
    const { code, stderr } = await tenfold(['train', 'digits', '--warm-start', '--no-run'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('unknown option') });
  });

  test('suggests the nearest name', async () => {
    const { code, stderr } = await tenfold(['estimators', 'knm'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('did you mean knn?') });
  });
});

describe('tenfold train -e knn', () => {
  test('trains, keeps and predicts by id or class name', async () => {
    const flags = ['--n-neighbors', '3', '--weights', 'distance', '--no-run', '--save', 'knn.json'];
    const result = await tenfoldJSON<TrainResult>(['train', 'digits', '-e', 'knn', ...flags], { cwd });
    expect(result).toMatchObject({
      model: { name: 'KNeighborsClassifier', params: { nNeighbors: 3, weights: 'distance' } },
      nIter: null,
      converged: null,
      objective: null,
      trainLogLoss: null,
      accuracy: 445 / 450,
    });
    const again = await tenfoldJSON<TrainResult>(
      ['train', 'digits', '-e', 'KNeighborsClassifier', ...flags.slice(0, 5)],
      { cwd },
    );
    expect(again.confusionMatrix).toEqual(result.confusionMatrix);
    const evaluated = await tenfoldJSON<{ accuracy: number }>(['evaluate', 'digits', '--model', 'knn.json'], {
      cwd,
    });
    expect(evaluated.accuracy).toBe(result.accuracy);
    const predicted = await tenfoldJSON<{ predictions: number[]; probabilities: number[][] }>(
      ['predict', 'digits', '--model', 'knn.json', '--rows', '0:3', '--proba'],
      { cwd },
    );
    expect(predicted.predictions).toEqual([0, 1, 2]);
    expect(predicted.probabilities[0][0]).toBe(1);
    expect(JSON.parse(readFileSync(join(cwd, 'knn.json'), 'utf8'))).toMatchObject({
      formatVersion: 2,
      estimator: { name: 'KNeighborsClassifier' },
    });
  });

  test('keeps a run whose report leaves out what there is not', async () => {
    const { run } = await tenfoldJSON<TrainResult>(['train', 'digits', '-e', 'knn', '--run-dir', 'runs'], {
      cwd,
    });
    const report = readFileSync(join(cwd, run ?? '', 'report.html'), 'utf8');
    expect(report).toContain('KNeighborsClassifier on digits');
    expect(report).not.toMatch(/null|undefined|iterations|objective/);
    const { runs } = await tenfoldJSON<{ runs: { model: { name: string } }[] }>(
      ['runs', '--run-dir', 'runs'],
      { cwd },
    );
    expect(runs).toHaveLength(1);
  });

  test.each([
    [['-e', 'knn', '--C', '2'], '--C is no parameter of KNeighborsClassifier'],
    [['--n-neighbors', '2'], '--n-neighbors is no parameter of LogisticRegression'],
    [['-e', 'knn', '--n-neighbors', '0'], '--n-neighbors must be a whole number of at least 1, got 0'],
    [['-e', 'knn', '--weights', 'distant'], '--weights must be one of uniform, distance, got "distant"'],
    [['-e', 'knn', '--n-neighbors', '5000'], '--n-neighbors must be at most the rows of X (1347), got 5000'],
    [['-e', ''], '--estimator must be one of'],
  ])('%p is refused', async (flags, message) => {
    const { code, stderr } = await tenfold(['train', 'digits', '--no-run', ...flags], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

test('a seed of the estimator is not that of the split', async () => {
  const result = await tenfoldJSON<TrainResult>(
    [
      ...'train digits --solver liblinear --dual --estimator-random-state 7 --random-state 3 --no-run'.split(
        ' ',
      ),
    ],
    { cwd },
  );
  expect(result).toMatchObject({
    model: { params: { randomState: 7, dual: true } },
    split: { randomState: 3 },
  });
});

test('a flag is a parameter in lower case with dashes', () => {
  expect(flagOf('nNeighbors')).toBe('--n-neighbors');
});
