import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';

import { type RunResult, trainResult } from '../../src/protocol/training.js';
import { parameterFacts, runFacts } from '../../src/webviews/report/facts.js';
import { matrixData } from '../../src/webviews/shared/matrix/matrix-data.js';

const result: RunResult = {
  dataset: 'day1.csv',
  split: { testSize: 0.25, randomState: 7, nTrain: 1347, nTest: 450 },
  model: {
    name: 'LogisticRegression',
    params: { C: 1, solver: 'lbfgs', classWeight: null, warmStart: false },
  },
  classes: [false, true],
  nIter: 12,
  converged: true,
  objective: 0.25,
  trainLogLoss: 0.125,
  accuracy: 0.9,
  accuracyOn: 'test',
  confusionMatrix: [
    [5, 1],
    [0, 4],
  ],
  seconds: { load: 0.012, fit: 1.5, predict: 0.0001 },
  run: null,
};
const facts = (split: Partial<RunResult['split']> = {}, other: Partial<RunResult> = {}) =>
  new Map(runFacts({ ...result, ...other, split: { ...result.split, ...split } }));

describe('the lines of a report', () => {
  test('describe the split of the rows and the training', () => {
    expect([...facts()]).toEqual([
      ['Data set', 'day1.csv'],
      ['Rows trained on', '1,347'],
      ['Rows kept for testing', '450'],
      ['Random state', '7'],
      ['Iterations', '12'],
      ['Objective', '0.25'],
      ['Training log loss', '0.125'],
      ['Time to read', '12 ms'],
      ['Time to train', '1.5 s'],
      ['Time to predict', '1 ms'],
    ]);
  });

  test('name a test data set of its own, in characters that can be shown', () => {
    expect(facts().has('Tested on')).toBe(false);
    expect(facts({ testDataset: 'day2.csv' }).get('Tested on')).toBe('day2.csv');
    expect(facts({ testDataset: '\u202Egnp.csv' }).get('Tested on')).not.toContain('\u202E');
  });

  test('say when rows were stratified, and when there are none for testing', () => {
    expect(facts().has('Stratified')).toBe(false);
    expect(facts({ stratify: false }).has('Stratified')).toBe(false);
    expect(facts({ stratify: true }).get('Stratified')).toBe('yes');
    expect(facts({ testSize: 0, nTest: 0 }).get('Rows kept for testing')).toBe('none');
  });

  test('say when the solver did not converge', () => {
    expect(facts({}, { converged: false }).get('Iterations')).toBe('12 (not converged)');
  });

  test('leave out what a classifier does not have', () => {
    const nothing = { nIter: null, converged: null, objective: null, trainLogLoss: null };
    const names = [...facts({}, nothing).keys()];
    expect(names).not.toEqual(expect.arrayContaining(['Iterations']));
    expect(names).toHaveLength(7);
    const model = { name: 'KNeighborsClassifier', params: {} };
    const parsed = v.parse(trainResult, JSON.parse(JSON.stringify({ ...result, ...nothing, model })));
    expect(parsed).toMatchObject(nothing);
  });

  test('list hyper-parameters as scikit-learn writes them', () => {
    expect(parameterFacts(result.model)).toEqual([
      ['C', '1'],
      ['solver', 'lbfgs'],
      ['classWeight', 'none'],
      ['warmStart', 'false'],
    ]);
  });
});

test('figures of truth values, of a test data set of its own and of stratified rows are figures of a run', () => {
  const split = { ...result.split, stratify: true, testDataset: 'day2.csv' };
  const parsed = v.parse(trainResult, JSON.parse(JSON.stringify({ ...result, split })));
  expect(parsed.split).toEqual(split);
  expect(parsed.classes).toEqual([false, true]);
  expect(matrixData(parsed.confusionMatrix, parsed.classes).labels).toEqual(['false', 'true']);
});
