import { expect, test } from '@jest/globals';
import { BernoulliNB, GaussianNB, LogisticRegression, makePipeline, StandardScaler } from 'tenfold';
import * as v from 'valibot';

import { modelContent } from '../../src/host/editors/model/model-content.js';
import { classMeans, modelForm, modelWeights } from '../../src/host/models/model-form.js';
import { NeighborQueries } from '../../src/host/panels/neighbor-queries.js';
import { isShownView, VIEW_COMMANDS } from '../../src/model/views.js';
import { classMeans as classMeansSchema } from '../../src/protocol/webviews/class-means.js';
import { modelFileContent } from '../../src/protocol/webviews/model.js';
import type { AskedQuery } from '../../src/protocol/webviews/neighbors.js';
import { boundsOf, placeBetween, shortNumber } from '../../src/webviews/class-means/figure-view.js';
import { figure, neighborsIn } from '../../src/webviews/neighbors/neighbor-view.js';

const X = [
  [0, 4],
  [2, 8],
  [10, 0],
  [12, 2],
];
const y = ['low', 'low', 'high', 'high'];

test('means and variances, or probabilities, are those of the model, a row a class', async () => {
  const gaussian = await new GaussianNB({ varSmoothing: 0 }).fit(X, y);
  const means = v.parse(classMeansSchema, classMeans(gaussian, modelForm(gaussian, 'm')));
  expect(means.classes).toEqual(['high', 'low']);
  expect(means.figures.map(({ name, values, range }) => [name, [...values], range])).toEqual([
    ['mean', [11, 1, 1, 6], null],
    ['variance', [1, 1, 1, 4], null],
  ]);
  const bernoulli = await new BernoulliNB({ binarize: 3 }).fit(X, y);
  const [figureOn] = classMeans(bernoulli, modelForm(bernoulli, 'm'))?.figures ?? [];
  expect(figureOn.range).toEqual([0, 1]);
  expect(figureOn.values[0]).toBeCloseTo(0.75, 12);
  const linear = await new LogisticRegression().fit(X, y);
  expect(classMeans(linear, modelForm(linear, 'm'))).toBeNull();
});

test('a pipeline is looked at by its last step, and says what stands before', async () => {
  const pipeline = await makePipeline(new StandardScaler(), new LogisticRegression()).fit(X, y, {
    featureNames: ['width', 'height'],
  });
  const form = modelForm(pipeline, 'p');
  expect(form).toMatchObject({ views: ['linear-weights'], transformers: ['StandardScaler'] });
  const weights = modelWeights(pipeline, form);
  expect(weights?.coef).toHaveLength(2);
  expect(weights).toMatchObject({ featureNames: ['width', 'height'], transformers: ['StandardScaler'] });
  const text = JSON.stringify(pipeline.toJSON());
  const content = v.parse(modelFileContent, modelContent('p.tenfold.json', new TextEncoder().encode(text)));
  expect(content).toMatchObject({
    estimator: 'StandardScaler + LogisticRegression',
    fit: { converged: true },
  });
  if (content.kind === 'model')
    expect(content.params).toContainEqual({ name: 'standardscaler__withMean', value: 'true' });
});

test('each view that has a page has a command', () => {
  for (const view of Object.keys(VIEW_COMMANDS)) expect(isShownView(view)).toBe(true);
  expect(isShownView('constructor')).toBe(false);
});

test('a scale has 0 at an end or in its middle, and place for every value', () => {
  expect(boundsOf({ values: Float64Array.of(3, 5), range: null })).toEqual({
    ...{ lowest: 0, highest: 5, isDiverging: false },
  });
  expect(boundsOf({ values: Float64Array.of(-3, 1), range: null })).toEqual({
    ...{ lowest: -3, highest: 3, isDiverging: true },
  });
  expect(boundsOf({ values: Float64Array.of(0.2), range: [0, 1] })).toMatchObject({ highest: 1 });
  const constant = boundsOf({ values: new Float64Array(2), range: null });
  expect(placeBetween(constant)(0)).toBe(0);
  expect([0, -0.5, 123456.7, 1e-9].map(shortNumber)).toEqual(['0', '−0.5', '123500', '1.00e-9']);
});

test('shares of votes are of all votes; a row without any has none', () => {
  const neighbors = {
    indices: Uint32Array.of(4, 2),
    actual: Uint16Array.of(1, 0),
    distances: Float64Array.of(1, 3),
    weights: Float64Array.of(3, 1),
    features: Float64Array.of(1, 2, 3, 4),
    total: 2,
    classes: ['a', 'b'],
    top: Uint16Array.of(1, 0),
    probabilities: Float32Array.of(0.75, 0.25),
  };
  const vote = {
    features: Float64Array.of(0, 0),
    row: 9,
    actual: 'b',
    neighbors,
    rows: Uint32Array.of(40, 20),
  };
  expect(neighborsIn(vote)).toMatchObject([
    { row: 40, index: 4, label: 'b', share: 0.75, features: Float64Array.of(1, 2) },
    { row: 20, index: 2, label: 'a', share: 0.25, features: Float64Array.of(3, 4) },
  ]);
  const far = {
    ...vote,
    rows: null,
    neighbors: { ...neighbors, weights: new Float64Array(2), features: null },
  };
  expect(neighborsIn(far)).toMatchObject([{ row: null, share: 0, features: null }, { share: 0 }]);
  expect([figure(0), figure(Infinity), figure(1e-9), figure(28.8123)]).toEqual([
    '0',
    '∞',
    '1.00e-9',
    '28.81',
  ]);
});

test('a row that is asked about reaches the page of its model, once, also when that was hidden', async () => {
  const queries = new NeighborQueries();
  const told: AskedQuery[] = [];
  const end = new AbortController();
  const tell = (asked: AskedQuery): void => void told.push(asked);
  queries.ask({ run: 'a' }, { place: 1 });
  queries.ask({ run: 'a' }, { place: 2 });
  const listening = queries.listen({ run: 'a' }, 0, end.signal, tell);
  queries.ask({ run: 'b' }, { place: 3 });
  queries.ask({ run: 'a' }, { place: 4 });
  expect(told.map(({ query }) => query)).toEqual([{ place: 2 }, { place: 4 }]);
  end.abort();
  expect(await listening).toBeNull();
  queries.ask({ run: 'a' }, { place: 5 });
  expect(told).toHaveLength(2);
  const { signal } = new AbortController();
  void queries.listen({ run: 'a' }, told[1].number, signal, tell);
  expect(told.at(-1)?.query).toEqual({ place: 5 });
  void queries.listen({ run: 'a' }, told[2].number, signal, tell);
  expect(told).toHaveLength(3);
});
