import { describe, expect, test } from '@jest/globals';
import { LogisticRegression, type LogisticRegressionOptions } from '@tenfold/estimators';
import fc from 'fast-check';
import { loadDigits } from 'tenfold';

import { modelWeights } from '../../src/host/editors/model/model-weights.js';
import {
  classProbabilities,
  classScores,
  largestPlace,
  scoresToProbabilities,
} from '../../src/model/class-scores.js';
import { contributions, symmetricLimit, weightsOf } from '../../src/model/contributions.js';
import { pixelValues } from '../../src/model/pixel-values.js';

const { data, target } = loadDigits();
const two = Array.from(target.keys()).filter((row) => target[row] === 1 || target[row] === 8);

/** A model of the digits, and rows to try it with. */
async function fitted(options: LogisticRegressionOptions, rows = Array.from({ length: 300 }, (_, i) => i)) {
  const samples = rows.map((row) => data.getRow(row));
  const model = await new LogisticRegression(options).fit(
    samples,
    rows.map((row) => target[row]),
  );
  return { model, samples: samples.slice(0, 60), weights: modelWeights(model, 'm') };
}

describe.each<[string, LogisticRegressionOptions, number[] | undefined]>([
  ['softmax', {}, undefined],
  ['one-vs-rest', { multiClass: 'ovr' }, undefined],
  ['liblinear', { solver: 'liblinear' }, undefined],
  ['two classes', { solver: 'liblinear' }, two],
])('a page’s own arithmetic with %s', (_, options, rows) => {
  test('gives the estimator’s probabilities', async () => {
    const { model, samples, weights } = await fitted(options, rows);
    const expected = model.predictProba(samples);
    samples.forEach((x, i) => {
      const found = classProbabilities(weights, x);
      expect(found).toHaveLength(weights.classes.length);
      found.forEach((p, k) => expect(p).toBeCloseTo(expected.get(i, k), 12));
      expect(weights.classes[largestPlace(found)]).toBe(model.predict([x])[0]);
    });
  });

  test('splits each class’s score into what its pixels add', async () => {
    const { samples, weights } = await fitted(options, rows);
    for (const x of samples.slice(0, 10)) {
      const scores = classScores(weights, x);
      weights.classes.forEach((_unused, k) => {
        const own = contributions(weights, k, x);
        const score = weights.link === 'binary' ? (k === 1 ? scores[0] : -scores[0]) : scores[k];
        expect(own.score).toBeCloseTo(score, 9);
        expect(own.pixels.reduce((sum, p) => sum + p, own.intercept)).toBeCloseTo(score, 9);
        expect(own.speaksFor).toBeGreaterThanOrEqual(0);
        expect(own.speaksAgainst).toBeLessThanOrEqual(0);
      });
    }
  });

  test('knows the images that the weights belong to', async () => {
    const { weights } = await fitted(options, rows);
    expect(weights.shape).toEqual([8, 8]);
    expect(weightsOf(weights, 0).weights).toHaveLength(64);
  });
});

describe('probabilities', () => {
  test('are finite and sum to 1, whatever the scores', () => {
    const scores = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(scores, fc.constantFrom('softmax' as const, 'ovr' as const), (values, link) => {
        const found = scoresToProbabilities(link, Float64Array.from(values));
        expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(found.every((p) => p >= 0 && p <= 1)).toBe(true);
      }),
    );
    expect([...scoresToProbabilities('binary', Float64Array.of(800))]).toEqual([0, 1]);
    expect([...scoresToProbabilities('binary', Float64Array.of(0))]).toEqual([0.5, 0.5]);
  });

  test('of one-vs-rest are shares even when every class is far from likely', () => {
    const found = scoresToProbabilities('ovr', Float64Array.of(-800, -801));
    expect(found[0] / found[1]).toBeCloseTo(Math.E, 9);
  });
});

test('the first of equal values is the largest', () => {
  expect(largestPlace([1, 3, 3, 2])).toBe(1);
});

test('the limit of a scale is the largest size, or 1', () => {
  expect(symmetricLimit([0.5, -2], [1])).toBe(2);
  expect(symmetricLimit([0, 0])).toBe(1);
  expect(symmetricLimit()).toBe(1);
});

test('whole values of pixels come back exactly from bytes', () => {
  for (const maximum of [16, 100, 255]) {
    const values = Array.from({ length: maximum + 1 }, (_, i) => i);
    const bytes = Uint8Array.from(values, (value) => Math.round((value * 255) / maximum));
    expect([...pixelValues(bytes, maximum)]).toEqual(values);
  }
  expect([...pixelValues(Uint8Array.of(0, 51, 255), 1)]).toEqual([0, 0.2, 1]);
});
