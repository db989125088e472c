import { describe, expect, test } from '@jest/globals';
import { hasProbabilities, isClassifier, isTransformer } from '@tenfold/base';
import { NonFiniteError, NotFittedError, ShapeError } from '@tenfold/core';
import { ByteMatrix, DoubleMatrix } from '@tenfold/linalg';
import { LogisticRegression } from '@tenfold/linear-model';
import { MinMaxScaler, StandardScaler } from '@tenfold/preprocessing';

import { makePipeline, Pipeline } from '../src/index.js';
import { threeGroups } from './data.js';
import { FirstClass, seen, Sums } from './other-estimators.js';

const { X, y } = threeGroups();
const scalerAndModel = () =>
  new Pipeline({
    steps: [
      ['scaler', new StandardScaler()],
      ['model', new LogisticRegression()],
    ],
  });

test('answers are those of the steps one after the other', async () => {
  const scaler = new StandardScaler();
  const model = await new LogisticRegression().fit(await scaler.fitTransform(X), y);
  const scaled = scaler.transform(X);
  const pipeline = await scalerAndModel().fit(X, y);
  expect(pipeline.predict(X)).toEqual(model.predict(scaled));
  expect(await pipeline.predictAsync(X)).toEqual(model.predict(scaled));
  expect(pipeline.predictProba(X)).toEqual(model.predictProba(scaled));
  expect(await pipeline.predictProbaAsync(X)).toEqual(model.predictProba(scaled));
  expect(pipeline.predictLogProba(X)).toEqual(model.predictLogProba(scaled));
  expect(pipeline.decisionFunction(X)).toEqual(model.decisionFunction(scaled));
  expect(pipeline.score(X, y)).toBe(model.score(scaled, y));
  const sampleWeight = y.map((_, i) => i % 4);
  expect(pipeline.score(X, y, { sampleWeight })).toBe(model.score(scaled, y, { sampleWeight }));
  expect(pipeline.namedSteps.model.coef).toEqual(model.coef);
  expect(pipeline.namedSteps.scaler.mean).toEqual(scaler.mean);
  expect(pipeline.classes).toEqual(['a', 'b', 'c']);
  expect(pipeline.nFeatures).toBe(3);
});

test('transformers alone transform, and turn back', async () => {
  const [one, other] = [new StandardScaler(), new MinMaxScaler({ featureRange: [-1, 1] })];
  const expected = await other.fitTransform(await one.fitTransform(X));
  const pipeline = makePipeline(new StandardScaler(), new MinMaxScaler({ featureRange: [-1, 1] }));
  expect(await pipeline.fitTransform(X)).toEqual(expected);
  expect(pipeline.transform(X)).toEqual(expected);
  expect(await pipeline.transformAsync(X)).toEqual(expected);
  const back = pipeline.inverseTransform(expected);
  expect(back).toEqual(one.inverseTransform(other.inverseTransform(expected)));
  expect(pipeline.getFeatureNamesOut()).toEqual(['x0', 'x1', 'x2']);
});

test('a pipeline is of the kind of its last step', () => {
  const kinds = (pipeline: object) => [
    isClassifier(pipeline),
    hasProbabilities(pipeline),
    isTransformer(pipeline),
    'decisionFunction' in pipeline,
    'inverseTransform' in pipeline,
    pipeline instanceof Pipeline,
  ];
  expect(kinds(scalerAndModel())).toEqual([true, true, false, true, false, true]);
  expect(kinds(makePipeline(new StandardScaler(), new FirstClass()))).toEqual([
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
  expect(kinds(makePipeline(new StandardScaler()))).toEqual([false, false, true, false, true, true]);
  expect(kinds(makePipeline(new StandardScaler(), new Sums()))).toEqual([
    false,
    false,
    true,
    false,
    false,
    true,
  ]);
  expect(new LogisticRegression()).not.toBeInstanceOf(Pipeline);
});

test('a pipeline is a step like any other', async () => {
  const scalers = makePipeline(new StandardScaler(), new MinMaxScaler());
  const inner = new Pipeline({ steps: [['scalers', scalers], ['model', new LogisticRegression()]] }); // prettier-ignore
  const outer = new Pipeline({ steps: [['first', new StandardScaler({ withStd: false })], ['rest', inner]] }); // prettier-ignore
  const flat = makePipeline(
    new StandardScaler({ withStd: false }),
    new StandardScaler(),
    new MinMaxScaler(),
    new LogisticRegression(),
  );
  await Promise.all([outer.fit(X, y), flat.fit(X, y)]);
  expect(outer.predictProba(X)).toEqual(flat.predictProba(X));
  expect(outer.decisionFunction(X)).toEqual(flat.decisionFunction(X));
  expect(outer.getParams()).toMatchObject({ rest__scalers__minmaxscaler__clip: false, rest__model__C: 1 });
  expect(outer.setParams({ rest__model__C: 4 }).namedSteps.rest.params).toMatchObject({ model__C: 4 });
  expect(outer.namedSteps.rest.namedSteps.model.coef).toEqual(flat.steps[3][1].coef);
});

describe('names of columns', () => {
  const featureNames = ['width', 'height', 'angle'];
  const turned = X.map(([width, height, angle]) => [angle, width, height]);

  test('put the columns of other rows in order, and go on from step to step', async () => {
    const pipeline = await scalerAndModel().fit(X, y, { featureNames });
    const others = { featureNames: ['angle', 'width', 'height'] };
    expect(pipeline.predictProba(turned, others)).toEqual(pipeline.predictProba(X));
    expect(pipeline.decisionFunction(turned, others)).toEqual(pipeline.decisionFunction(X));
    expect(pipeline.score(turned, y, others)).toBe(pipeline.score(X, y));
    expect(() => pipeline.predict(X, { featureNames: ['width', 'hight', 'angle'] })).toThrow(
      'missing "height"',
    );
    expect(pipeline.featureNamesIn).toEqual(featureNames);
    expect(pipeline.namedSteps.model.featureNamesIn).toEqual(featureNames);
  });

  test('are those that a step makes, for the steps behind it', async () => {
    const pipeline = await makePipeline(new Sums(), new StandardScaler()).fit(X, { featureNames });
    expect(pipeline.getFeatureNamesOut()).toEqual(['sum']);
    expect(pipeline.namedSteps.standardscaler.featureNamesIn).toEqual(['sum']);
    expect(pipeline.transform(X).columns).toBe(1);
    const unnamed = await makePipeline(new Sums(), new StandardScaler()).fit(X);
    expect(unnamed.getFeatureNamesOut()).toEqual(['sum']);
    expect(unnamed.namedSteps.standardscaler.featureNamesIn).toBeUndefined();
  });
});

describe('weights', () => {
  const weights = y.map((_, i) => 1 + (i % 3));

  test('go to the last step, and to others by their names', async () => {
    const scaler = new StandardScaler();
    const scaled = await scaler.fitTransform(X, { sampleWeight: weights });
    const model = await new LogisticRegression().fit(scaled, y, { sampleWeight: weights });
    for (const own of ['sampleWeight', 'model__sampleWeight'] as const) {
      const pipeline = await scalerAndModel().fit(X, y, { scaler__sampleWeight: weights, [own]: weights });
      expect(pipeline.namedSteps.model.coef).toEqual(model.coef);
      expect(pipeline.namedSteps.scaler.mean).toEqual(scaler.mean);
    }
    const plain = await scalerAndModel().fit(X, y, { sampleWeight: weights });
    expect(plain.namedSteps.scaler.mean).toEqual((await new StandardScaler().fit(X)).mean);
  });

  test('reach the steps of a step', async () => {
    const inner = makePipeline(new StandardScaler(), new MinMaxScaler());
    const outer = new Pipeline({ steps: [['inner', inner]] });
    await outer.fit(X, { inner__standardscaler__sampleWeight: weights } as object);
    const { mean } = await new StandardScaler().fit(X, { sampleWeight: weights });
    expect(outer.namedSteps.inner.steps[0][1].mean).toEqual(mean);
  });

  test('are refused where they do not fit', async () => {
    const refused = (options: object) => expect(scalerAndModel().fit(X, y, options)).rejects;
    await refused({ scalar__sampleWeight: weights }).toThrow('did you mean scaler__sampleWeight?');
    await refused({ scaler__sampleWeight: 3 }).toThrow('Pipeline.fit: scaler__sampleWeight must be an array');
    await refused({ scaler__sampleWeight: [1] }).toThrow(ShapeError);
    await refused({ scaler__sampleWeight: weights.map(() => -1) }).toThrow('sampleWeight of row 0');
    await refused({ sampleWeight: weights, model__sampleWeight: weights }).toThrow(
      'left out beside sampleWeight',
    );
    for (const options of [null, [1], 'weights']) {
      await refused(options as object).toThrow('Pipeline.fit: options must be an object');
    }
    await refused({ sampleWeights: weights }).toThrow('did you mean sampleWeight?');
    const range = makePipeline(new MinMaxScaler(), new LogisticRegression());
    await expect(range.fit(X, y, { minmaxscaler__sampleWeight: weights })).rejects.toThrow(
      'left out, as all rows count alike',
    );
    await expect(makePipeline(new MinMaxScaler()).fit(X, { sampleWeight: weights })).rejects.toThrow(
      'left out',
    );
  });
});

test('steps get what fit is given', async () => {
  seen.length = 0;
  const { signal } = new AbortController();
  await makePipeline(new Sums(), new FirstClass()).fit(X, y, { signal, threads: 1 });
  expect(seen.map((problem) => problem.signal)).toEqual([signal, signal]);
  expect(seen.map(({ columns }) => columns)).toEqual([3, 1]);
  const losses: number[] = [];
  await scalerAndModel().fit(X, y, { onIteration: ({ figures }) => losses.push(figures.loss) });
  expect(losses.length).toBeGreaterThan(2);
  const fit = makePipeline(new StandardScaler()).fit(X, { onIteration: () => undefined });
  await expect(fit).rejects.toThrow('onIteration must be left out');
});

test('warnings are those of the last step', async () => {
  const pipeline = scalerAndModel().setParams({ model__maxIter: 1, model__preconditioner: 'none' });
  await pipeline.fit(X, y);
  expect(pipeline.warnings).toHaveLength(1);
  expect(pipeline.namedSteps.model.converged).toBe(false);
});

test('the first step gets bytes as bytes', async () => {
  const bytes = new ByteMatrix(
    60,
    3,
    Uint8Array.from({ length: 180 }, (_, at) => (at * 7919) % 256),
  );
  const kept = bytes.data.slice();
  const pipeline = await scalerAndModel().fit(bytes, y);
  const doubles = await scalerAndModel().fit(bytes.to2DArray(), y);
  expect(pipeline.predictProba(bytes)).toEqual(doubles.predictProba(bytes.to2DArray()));
  expect(bytes.data).toEqual(kept);
});

test('what is given is read at the call', async () => {
  const rows = new DoubleMatrix(60, 3, Float64Array.from(X.flat()));
  const labels = [...y];
  const scalerWeight = y.map(() => 2);
  const expected = await scalerAndModel().fit(X, y, { scaler__sampleWeight: scalerWeight });
  const pipeline = scalerAndModel();
  const fit = pipeline.fit(rows, labels, { scaler__sampleWeight: scalerWeight });
  const predicted = expected.predictProbaAsync(rows);
  rows.data.fill(0);
  labels.fill('a');
  scalerWeight.fill(0);
  await fit;
  expect(pipeline.toJSON()).toEqual(expected.toJSON());
  expect(await predicted).toEqual(expected.predictProba(X));
});

test('rows that overflow between steps are refused', async () => {
  const pipeline = await makePipeline(new MinMaxScaler(), new LogisticRegression()).fit(
    [[0], [1e-3]],
    ['a', 'b'],
  );
  expect(() => pipeline.predict([[0], [1e308]])).toThrow(NonFiniteError);
  expect(() => pipeline.predict([[0], [1e308]])).toThrow('Pipeline, after its step minmaxscaler');
  expect(() => pipeline.predict([[0, 1]])).toThrow(ShapeError);
});

test('it needs a fit', () => {
  const pipeline = scalerAndModel();
  expect(pipeline.isFitted).toBe(false);
  for (const use of [
    () => pipeline.predict(X),
    () => pipeline.decisionFunction(X),
    () => pipeline.score(X, y),
    () => pipeline.toJSON(),
    () => pipeline.classes,
    () => makePipeline(new StandardScaler()).transform(X),
    () => makePipeline(new StandardScaler()).inverseTransform(X),
    () => makePipeline(new StandardScaler()).getFeatureNamesOut(),
  ]) {
    expect(use).toThrow(NotFittedError);
  }
});

test('the last step begins from its coefficients where it is told to, in a pipeline within a pipeline too', async () => {
  const { X, y } = threeGroups();
  const fitTwice = async (fit: () => Promise<unknown>, last: () => LogisticRegression): Promise<void> => {
    await fit();
    expect(last().nIter[0]).toBeGreaterThan(5);
    const { coef } = last();
    await fit();
    expect(last().nIter).toEqual([0]);
    expect(last().coef).toEqual(coef);
  };
  const model = () => new LogisticRegression({ warmStart: true, preconditioner: 'none' });
  const plain = makePipeline(new StandardScaler(), model());
  await fitTwice(
    () => plain.fit(X, y),
    () => plain.steps[1][1],
  );
  const nested = makePipeline(new MinMaxScaler(), makePipeline(new StandardScaler(), model()));
  await fitTwice(
    () => nested.fit(X, y),
    () => nested.steps[1][1].steps[1][1],
  );
});
