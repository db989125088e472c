import { expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { type Labels, Matrix } from '@tenfold/linalg';

import * as metrics from '../src/index.js';
import { getScorer, type Judged, SCORER_NAMES, type ScorerName } from '../src/index.js';

const two: Judged = {
  yTrue: ['no', 'yes', 'yes', 'no', 'yes'],
  yPred: ['no', 'yes', 'no', 'yes', 'yes'],
  yProba: new Matrix([0.1, 0.8, 0.4, 0.7, 0.9].map((p) => [1 - p, p])),
  yScore: Float64Array.of(-2, 1.5, -0.4, 0.8, 2),
  classes: ['no', 'yes'],
  sampleWeight: Float64Array.of(1, 2, 3, 1, 1),
};

const three: Judged = {
  yTrue: Int32Array.of(0, 1, 2, 0, 2),
  yPred: Int32Array.of(0, 2, 2, 1, 2),
  yProba: new Matrix([
    [0.7, 0.2, 0.1],
    [0.1, 0.4, 0.5],
    [0.2, 0.2, 0.6],
    [0.3, 0.5, 0.2],
    [0.1, 0.2, 0.7],
  ]),
  yScore: Matrix.zeros(5, 3),
  classes: [0, 1, 2],
  sampleWeight: undefined,
};

test.each<[ScorerName, (judged: Judged) => number]>([
  [
    'accuracy',
    ({ yTrue, yPred, sampleWeight = [] }) => metrics.accuracyScore(yTrue, yPred, { sampleWeight }),
  ],
  [
    'f1',
    ({ yTrue, yPred, sampleWeight = [] }) => metrics.f1Score(yTrue, yPred, { posLabel: 'yes', sampleWeight }),
  ],
  [
    'precision',
    ({ yTrue, yPred, sampleWeight = [] }) =>
      metrics.precisionScore(yTrue, yPred, { posLabel: 'yes', sampleWeight }),
  ],
  [
    'neg_log_loss',
    ({ yTrue, yProba, sampleWeight = [] }) => -metrics.logLoss(yTrue, yProba, { sampleWeight }),
  ],
  ['roc_auc', ({ yTrue, yScore, sampleWeight = [] }) => metrics.rocAucScore(yTrue, yScore, { sampleWeight })],
])('%s is the score of that name, of the second of two classes and with weights', (name, expected) => {
  expect(getScorer(name)(two)).toBe(expected(two));
});

test('every score has a number for three classes, or needs two', () => {
  const binary = ['f1', 'precision', 'recall', 'roc_auc'];
  for (const name of SCORER_NAMES) {
    if (binary.includes(name)) expect(() => getScorer(name)(three)).toThrow(ParameterError);
    else expect(Number.isFinite(getScorer(name)(three))).toBe(true);
  }
});

test('a class that the rows lack counts as one of which nothing is right', () => {
  const rows = {
    ...three,
    classes: [0, 1, 2, 3],
    yProba: new Matrix(three.yProba.to2DArray().map((p) => [...p, 0])),
  };
  expect(getScorer('f1_macro')(rows)).toBeCloseTo((getScorer('f1_macro')(three) * 3) / 4, 12);
  expect(getScorer('neg_log_loss')(rows)).toBeCloseTo(getScorer('neg_log_loss')(three), 12);
});

test('what is better is larger', () => {
  const right: Judged = {
    ...three,
    yPred: three.yTrue,
    yProba: new Matrix(
      Array.from(three.yTrue as ArrayLike<number>, (k) => [0, 1, 2].map((j) => (j === k ? 1 : 0))),
    ),
  };
  for (const name of ['accuracy', 'balanced_accuracy', 'f1_micro', 'neg_log_loss', 'roc_auc_ovo'] as const)
    expect(getScorer(name)(right)).toBeGreaterThan(getScorer(name)(three));
});

test('names that are none are refused', () => {
  expect(() => getScorer('acuracy' as ScorerName)).toThrow('did you mean accuracy?');
  expect(() => getScorer(undefined as unknown as ScorerName)).toThrow('name must be one of accuracy');
});

test('labels are scored as class numbers are', () => {
  const numbers = (labels: Labels): Int32Array =>
    Int32Array.from(labels as string[], (label) => (label === 'yes' ? 1 : 0));
  const coded = { ...two, yTrue: numbers(two.yTrue), yPred: numbers(two.yPred), classes: [0, 1] };
  for (const name of SCORER_NAMES) expect(getScorer(name)(coded)).toBe(getScorer(name)(two));
});
