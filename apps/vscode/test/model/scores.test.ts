import { describe, expect, test } from '@jest/globals';
import { LogisticRegression, type LogisticRegressionOptions } from '@tenfold/linear-model';
import { loadDigits } from 'tenfold';

import { modelForm, modelWeights } from '../../src/host/models/model-form.js';
import { contributions, isBinary, symmetricLimit, weightsOf } from '../../src/model/contributions.js';
import { pixelValues } from '../../src/model/pixel-values.js';
import { largestPlace, pickRankings, probabilitiesByClass, rankingOf } from '../../src/model/ranking.js';

const { data, target } = loadDigits();
const two = Array.from(target.keys()).filter((row) => target[row] === 1 || target[row] === 8);

/** A model of the digits, and rows to try it with. */
async function fitted(options: LogisticRegressionOptions, rows = Array.from({ length: 300 }, (_, i) => i)) {
  const samples = rows.map((row) => data.getRow(row));
  const model = await new LogisticRegression(options).fit(
    samples,
    rows.map((row) => target[row]),
  );
  const weights = modelWeights(model, modelForm(model, 'm'));
  if (weights === null) throw new Error('there are no weights');
  return { model, samples: samples.slice(0, 60), weights };
}

describe.each<[string, LogisticRegressionOptions, number[] | undefined]>([
  ['softmax', {}, undefined],
  ['one-vs-rest', { multiClass: 'ovr' }, undefined],
  ['liblinear', { solver: 'liblinear' }, undefined],
  ['two classes', { solver: 'liblinear' }, two],
])('the weights of %s', (_, options, rows) => {
  test('splits each class’s score into what its pixels add', async () => {
    const { model, samples, weights } = await fitted(options, rows);
    expect(isBinary(weights)).toBe(rows === two);
    for (const x of samples.slice(0, 10)) {
      const scores = model.decisionFunction([x]).getRow(0);
      weights.classes.forEach((_unused, k) => {
        const own = contributions(weights, k, x);
        const score = isBinary(weights) ? (k === 1 ? scores[0] : -scores[0]) : scores[k];
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

test('the first of equal values is the largest', () => {
  expect(largestPlace([1, 3, 3, 2])).toBe(1);
});

describe('what is said of rows', () => {
  const said = { top: Uint16Array.of(2, 0, 1, 2), probabilities: Float32Array.of(0.5, 0.25, 1, 0) };

  test('is taken apart by row', () => {
    expect(rankingOf(said, 2, 1)).toEqual({
      top: Uint16Array.of(1, 2),
      probabilities: Float32Array.of(1, 0),
    });
    expect(pickRankings(said, 2, [1, 0]).top).toEqual(Uint16Array.of(1, 2, 2, 0));
    expect(pickRankings({ top: new Uint16Array(), probabilities: null }, 0, []).top).toHaveLength(0);
  });

  test('has a probability for each class, or none at all', () => {
    expect(probabilitiesByClass(rankingOf(said, 2, 0), 4)).toEqual(Float32Array.of(0.25, 0, 0.5, 0));
    expect(probabilitiesByClass({ top: Uint16Array.of(1), probabilities: null }, 4)).toBeUndefined();
  });
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
