import { describe, expect, test } from '@jest/globals';
import { type AnyEstimator, ModelFormatError, type ModelJson } from '@tenfold/base';
import { LogisticRegression } from '@tenfold/linear-model';
import { formatModel, modelFromJSON, type ModelClass } from '@tenfold/models';
import { MinMaxScaler, StandardScaler } from '@tenfold/preprocessing';
import fc from 'fast-check';

import { makePipeline, Pipeline } from '../src/index.js';
import { threeGroups } from './data.js';

const classes: readonly ModelClass<AnyEstimator>[] = [
  Pipeline,
  StandardScaler,
  MinMaxScaler,
  LogisticRegression,
];

/** The model of a value, which is one like another. */
function readAs<Model>(value: unknown, like: Model & object): Model {
  const model: unknown = modelFromJSON(value, classes);
  expect(model).toBeInstanceOf(like.constructor);
  return model as Model;
}

const read = (value: unknown): unknown => modelFromJSON(value, classes);
const { X, y } = threeGroups();
const featureNames = ['width', 'height', 'angle'];

test('a pipeline is read from its file to the bit', async () => {
  const cells = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const rows = fc.array(fc.array(cells, { minLength: 2, maxLength: 2 }), { minLength: 4, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, async (values) => {
      const labels = Uint8Array.from(values, (_, i) => i % 2);
      const pipeline = await makePipeline(new StandardScaler(), new LogisticRegression()).fit(values, labels);
      const again = readAs(formatModel(pipeline.toJSON()), pipeline);
      expect(again.toJSON()).toEqual(pipeline.toJSON());
      expect(again.predictProba(values)).toEqual(pipeline.predictProba(values));
      expect(again.predict(values)).toEqual(labels.map((_, i) => pipeline.predict(values)[i]));
    }),
    { numRuns: 15 },
  );
});

test('with names, provenance, parameters and steps within steps', async () => {
  const inner = makePipeline(
    new MinMaxScaler({ clip: true }),
    new LogisticRegression({ C: 3, classWeight: 'balanced' }),
  );
  const pipeline = makePipeline(new StandardScaler({ withStd: false }), inner);
  await pipeline.fit(X, y, { featureNames });
  pipeline.provenance = { data: 'groups' };
  const json = JSON.parse(JSON.stringify(pipeline)) as ModelJson;
  expect(json).toMatchObject({
    format: 'tenfold-model',
    estimator: {
      name: 'Pipeline',
      version: 1,
      params: {},
      steps: [{ name: 'standardscaler' }, { name: 'pipeline' }],
    },
    labels: { kind: 'array', classes: ['a', 'b', 'c'] },
    nFeatures: 3,
    featureNames,
  });
  const again = readAs(json, pipeline);
  expect(again).toBeInstanceOf(Pipeline);
  expect(again.provenance).toEqual({ data: 'groups' });
  expect(again.getParams()).toEqual(pipeline.getParams());
  expect(again.predictProba(X)).toEqual(pipeline.predictProba(X));
  const shown = again.predict(X.map(([a, b, c]) => [c, b, a]), { featureNames: ['angle', 'height', 'width'] }); // prettier-ignore
  expect(shown).toEqual(pipeline.predict(X));
  expect(JSON.stringify(again)).toBe(JSON.stringify(pipeline));
  await again.fit(X, y);
  expect(again.provenance).toBeUndefined();
});

test('a pipeline of transformers is stored too', async () => {
  const pipeline = await makePipeline(new StandardScaler(), new MinMaxScaler()).fit(X);
  const again = readAs(JSON.stringify(pipeline), pipeline);
  expect(again.transform(X)).toEqual(pipeline.transform(X));
  expect(again.toJSON()).toEqual(pipeline.toJSON());
});

describe('what is no pipeline is refused', () => {
  test('by what is wrong', async () => {
    const pipeline = await makePipeline(new StandardScaler(), new LogisticRegression()).fit(X, y);
    const json = pipeline.toJSON();
    const { estimator } = json;
    const [scaler, model] = estimator.steps!;
    const narrow = (await new StandardScaler().fit([[1, 2]])).toJSON();
    const refused = (change: Partial<ModelJson>, message: string): void => {
      expect(() => read({ ...json, ...change })).toThrow(ModelFormatError);
      expect(() => read({ ...json, ...change })).toThrow(message);
    };
    const withSteps = (steps: unknown): Partial<ModelJson> => ({
      estimator: { ...estimator, steps } as ModelJson['estimator'],
    });
    refused(withSteps([]), 'expected at least one, got none');
    refused(withSteps(undefined), 'steps');
    refused(withSteps([scaler, { name: 'a__b', model: model.model }]), 'without __');
    refused(withSteps([scaler, { ...model, name: scaler.name }]), 'another name');
    refused(withSteps([model, scaler]), 'a transformer, as all');
    refused(withSteps([{ ...scaler, model: narrow }, model]), 'step 0 to take 3 columns, got 2');
    refused(withSteps([scaler, { ...model, model: {} }]), 'not a Tenfold model');
    refused(withSteps([scaler]), 'the labels of the last step');
    refused({ featureNames }, 'the featureNames of the first step');
    refused({ labels: { kind: 'array', classes: ['a', 'b', 'd'] } }, 'the labels of the last step');
    refused({ nFeatures: 4 }, 'step 0 to take 4 columns, got 3');
    refused({ estimator: { ...estimator, version: 2 } }, 'reads up to 1');
    refused({ estimator: { ...estimator, params: { C: 1 } } }, 'estimator.params: expected none');
    expect(() => Pipeline.fromJSON(scaler.model, read)).toThrow(
      'expected a model of Pipeline, got one of "StandardScaler"',
    );
    expect(() => Pipeline.fromJSON(json, () => 'model')).toThrow(ModelFormatError);
    expect(() => Pipeline.fromJSON(json, undefined as never)).toThrow('readStep must be a function');
    expect(() => Pipeline.fromJSON(json, () => new StandardScaler())).toThrow('fit');
  });
});
