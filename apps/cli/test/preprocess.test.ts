import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TrainResult } from '@tenfold/runs';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { planCompare } from '../src/commands/compare/plan.js';
import { loadDefinitions } from '../src/options/definitions.js';
import { chooseEstimator } from '../src/shared/choose-estimator.js';
import { planFitted } from '../src/shared/plan-fitted.js';
import { temporaryFolder, tenfold, tenfoldJSON } from './harness.js';

const folder = temporaryFolder();
const cwd = folder.path;
beforeAll(loadDefinitions);
afterAll(() => folder.remove());

describe('a pipeline from flags', () => {
  test('is trained, saved as one model, and does elsewhere what it did', async () => {
    const trained = await tenfoldJSON<TrainResult>(
      [
        ...'train digits -e knn --preprocess MinMaxScaler --min-max-scaler__feature-range -1:1'.split(' '),
        ...'--preprocess standard-scaler --no-standard-scaler__with-std --save m.json'.split(' '),
      ],
      { cwd },
    );
    expect(trained.model).toMatchObject({
      name: 'KNeighborsClassifier',
      preprocess: [
        { name: 'MinMaxScaler', params: { featureRange: [-1, 1], clip: false } },
        { name: 'StandardScaler', params: { withMean: true, withStd: false } },
      ],
    });
    expect(trained.run).toMatch(/-digits-min-max-scaler-standard-scaler-kneighbors-classifier$/);
    expect(existsSync(join(cwd, trained.run ?? ''))).toBe(true);
    expect(JSON.parse(readFileSync(join(cwd, 'm.json'), 'utf8'))).toMatchObject({
      estimator: { name: 'Pipeline', steps: [{}, {}, {}] },
    });
    const again = await tenfoldJSON<TrainResult>(['evaluate', 'digits', '--model', 'm.json'], { cwd });
    expect(again.accuracy).toBe(trained.accuracy);
    const { stdout } = await tenfold(['evaluate', 'digits', '--model', 'm.json'], { cwd });
    expect(stdout).toContain(
      'MinMaxScaler, featureRange -1:1; StandardScaler, withStd false; KNeighborsClassifier, nNeighbors 5',
    );
  });

  test('counts the iterations of its last step, and warns of them', async () => {
    const args = 'train digits --preprocess standard-scaler --max-iter 2 --no-run'.split(' ');
    const { code, stdout, stderr } = await tenfold(args, { cwd });
    expect([code, stdout.includes('2 iterations')]).toEqual([0, true]);
    expect(stderr).toContain('LogisticRegression had not converged after 2 iterations');
  });

  test.each([
    [
      '--preprocess standard-scalar',
      '--preprocess must be one of standard-scaler, min-max-scaler',
      'did you mean standard-scaler?',
    ],
    ['--preprocess knn', '--preprocess must be one of', ''],
    ['--preprocess ,', '--preprocess must be a list', ''],
    ['--min-max-scaler__clip', 'which does not prepare the rows', 'add --preprocess min-max-scaler'],
    [
      '--preprocess min-max-scaler --min-max-scaler__feature-range 1:0',
      '--min-max-scaler__feature-range must be',
      '',
    ],
    [
      '--preprocess standard-scaler --standard-scaler__with-meen',
      'unknown option',
      'did you mean --standard-scaler__with-mean?',
    ],
  ])('%s is refused', async (flags, message, hint) => {
    const args = ['train', 'digits', '--no-run', ...flags.split(' ')];
    const { code, stderr } = await tenfold(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

test('flags of the library’s own names are found', () => {
  const flags = {
    estimator: 'gaussian-nb',
    preprocess: ['standard-scaler'],
    standardScaler__withMean: false,
  };
  expect(chooseEstimator(flags)).toEqual({
    name: 'GaussianNB',
    params: {},
    preprocess: [{ name: 'StandardScaler', params: { withMean: false } }],
  });
  expect(chooseEstimator({})).not.toHaveProperty('preprocess');
});

test('a model of a file brings its own preparation', () => {
  const of = (flags: object) => () => planFitted('digits', { model: 'm.json', ...flags });
  expect(of({ preprocess: ['standard-scaler'] })).toThrow('got --preprocess as well');
  expect(of({ minMaxScaler__clip: true })).toThrow('got --min-max-scaler__clip as well');
});

describe('a comparison', () => {
  const common = { progress: true, color: true };

  test('prepares the rows of all, or of those before which it is written', () => {
    const { comparedModels } = planCompare('digits', {
      ...common,
      estimator: ['lbfgs', 'min-max-scaler+knn'],
      preprocess: ['standard-scaler'],
    });
    expect(comparedModels.map(({ name, estimator }) => [name, estimator.preprocess])).toEqual([
      ['standard-scaler+lbfgs', [{ name: 'StandardScaler', params: {} }]],
      ['min-max-scaler+knn', [{ name: 'MinMaxScaler', params: {} }]],
    ]);
  });

  test('refuses what prepares nothing', () => {
    const flags = { ...common, estimator: ['knn', 'standard-scaler+knn'], minMaxScaler__clip: true };
    expect(() => planCompare('digits', flags as never)).toThrow('--min-max-scaler__clip is a parameter of');
    expect(() => planCompare('digits', { ...common, estimator: ['knm+knn'] })).toThrow('transformer must be');
  });
});

test('the shells complete names and flags', async () => {
  const { stdout } = await tenfold(['complete', '--', 'train', '--preprocess', 's'], { cwd });
  expect(stdout.trim()).toBe('standard-scaler');
  const flags = await tenfold(['complete', '--', 'evaluate', '--standard'], { cwd });
  expect(flags.stdout).toMatch(/^--standard-scaler__with-mean\t/);
});
