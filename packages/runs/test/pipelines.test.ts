import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  classifierFromJSON,
  makeClassifier,
  predictPart,
  readRun,
  type RunOutcome,
  trainRun,
  writeRun,
} from '../src/index.js';

const job = {
  dataset: { name: 'digits' },
  split: { testSize: 0.25, randomState: 0 },
  estimator: {
    name: 'logistic-regression',
    params: { C: 0.5 },
    preprocess: [
      { name: 'min-max-scaler', params: { clip: true } },
      { name: 'StandardScaler', params: {} },
    ],
  },
};

describe('a run of a pipeline', () => {
  let folder = '';
  let outcome: RunOutcome;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenfold-pipelines-'));
    outcome = await trainRun(job);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('has the figures of its last step, and names its transformers', () => {
    const { result } = outcome;
    expect(result.model).toMatchObject({
      name: 'LogisticRegression',
      params: { C: 0.5 },
      preprocess: [
        { name: 'MinMaxScaler', params: { featureRange: [0, 1], clip: true } },
        { name: 'StandardScaler', params: { withMean: true, withStd: true } },
      ],
    });
    expect(result.converged).toBe(true);
    expect(result.nIter).toBeGreaterThan(0);
    expect(result.accuracy).toBeGreaterThan(0.95);
  });

  test('is written to a folder whose name has its steps, and its model loads as any other', async () => {
    const run = await writeRun(folder, outcome, new Date(0));
    expect(run).toBe(
      join(folder, '1970-01-01T00-00-00Z-digits-min-max-scaler-standard-scaler-logistic-regression'),
    );
    expect((await readRun(run)).result.model).toEqual(outcome.result.model);
    expect(await readFile(join(run, 'report.html'), 'utf8')).toContain(
      '<h2>Preprocessing: MinMaxScaler</h2>',
    );
    const model = classifierFromJSON(await readFile(join(run, 'model.json'), 'utf8'));
    const { test: part } = outcome.split;
    expect(part && (await predictPart(model, part))).toEqual(outcome.scores.predictions);
    expect(model.definition.name).toBe('Pipeline');
  });

  test.each([
    ['standard-scalar', {}, 'did you mean standard-scaler?'],
    ['knn', {}, 'transformer must be one of'],
    ['standard-scaler', { withmean: true }, 'did you mean withMean?'],
    ['min-max-scaler', { featureRange: [1, 0] }, 'featureRange'],
  ])('of %s with %p is refused before anything is loaded', (name, params, message) => {
    const choice = { name: 'knn', params: {}, preprocess: [{ name, params }] };
    expect(() => makeClassifier(choice)).toThrow(message);
  });
});
