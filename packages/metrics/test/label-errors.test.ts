import { describe, expect, test } from '@jest/globals';
import { ParameterError, ShapeError } from '@tenfold/core';

import { logLoss, rocAucScore, rocCurve } from '../src/index.js';
import { scoresOfLabels } from './scores-of-labels.js';
import { type Score, thrownBy } from './thrown-by.js';

const ofScores: Record<string, Score> = { logLoss, rocAucScore, rocCurve };

describe.each(Object.entries(scoresOfLabels))('%s', (name, score) => {
  test.each([
    ['no samples', [], [], ShapeError, 'at least one sample'],
    ['fewer predictions', [0, 1], [0], ShapeError, 'as many predicted values as true labels (2), got 1'],
    ['more predictions', ['a'], ['a', 'b'], ShapeError, 'got 2'],
    ['text against numbers', [0, 1], ['0', '1'], ParameterError, 'yPred[0] must be a number'],
    ['text among numbers', [0, '1'], [0, 1], ParameterError, 'yTrue[1] must be a number'],
    ['numbers among text', ['a', 'b'], ['a', 1], ParameterError, 'yPred[1] must be text'],
    [
      'NaN',
      [0, 1],
      [0, NaN],
      ParameterError,
      'yPred[1] must be a whole number, or in all rows text or a boolean',
    ],
    [
      'booleans against numbers',
      [0, 1],
      [false, true],
      ParameterError,
      'yPred[0] must be a number, like the',
    ],
    ['numbers among booleans', [true, false], [true, 0], ParameterError, 'yPred[1] must be true or false'],
    ['2^53', [0, 2 ** 53], [0, 1], ParameterError, 'yTrue[1] must be a whole number below 2^53'],
    [
      'a BigInt',
      [0, 1],
      [0, 1n],
      ParameterError,
      'yPred[1] must be a number, text or a boolean (turn BigInt',
    ],
    [
      'BigInts',
      BigUint64Array.of(1n),
      [1],
      ParameterError,
      'into numbers with Number where all are below 2^53',
    ],
    ['a score in place of a label', [0, 1], Float64Array.of(0.2, 1), ParameterError, 'got 0.2'],
    ['a hole', [0, undefined], [0, 1], ParameterError, 'got undefined'],
    ['no array', 'abc', [0], ParameterError, 'yTrue must be an array of labels'],
    ['nothing', undefined, [0], ParameterError, 'yTrue must be an array of labels'],
  ])('%s', (_, yTrue, yPred, kind, message) => {
    const error = thrownBy(score, yTrue, yPred);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toContain(message);
    expect(error).toHaveProperty('owner', name);
  });
});

describe.each(
  Object.entries({ ...scoresOfLabels, ...ofScores }).filter(([name]) => name !== 'misclassified'),
)('weights of %s', (name, score) => {
  const second = name in ofScores ? [0.2, 0.8] : [0, 1];

  test.each([
    ['negative', [1, -1], ParameterError, 'sampleWeight[1] must be a finite number of at least 0, got -1'],
    ['NaN', [NaN, 1], ParameterError, 'sampleWeight[0]'],
    ['infinite', [1, Infinity], ParameterError, 'sampleWeight[1]'],
    ['text', ['1', 1], ParameterError, 'sampleWeight[0]'],
    ['all zero', [0, 0], ParameterError, 'above 0 for at least one sample'],
    ['too few', [1], ShapeError, '2 sample weights, got 1'],
    ['one number', 2, ParameterError, 'sampleWeight must be an array'],
  ])('%s', (_, sampleWeight, kind, message) => {
    const error = thrownBy(score, [0, 1], second, { sampleWeight });
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toContain(message);
  });
});
