import { describe, expect, test } from '@jest/globals';
import type { AnyEstimator } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import { LogisticRegression } from '@tenfold/linear-model';
import { MinMaxScaler, StandardScaler } from '@tenfold/preprocessing';

import { makePipeline, Pipeline } from '../src/index.js';
import { threeGroups } from './data.js';

const scaler = new StandardScaler();
const model = new LogisticRegression();

test.each<[string, unknown, string]>([
  ['no options', undefined, 'options must be an object'],
  ['a misspelt option', { step: [] }, 'did you mean steps?'],
  ['no array', { steps: new Map() }, 'steps must be an array of at least one [name, estimator]'],
  ['no steps', { steps: [] }, 'steps must be an array of at least one [name, estimator]'],
  ['no pair', { steps: [['scaler']] }, 'steps[0] must be [name, estimator]'],
  ['a hole', { steps: new Array(1) }, 'steps[0] must be [name, estimator], got undefined'],
  ['an empty name', { steps: [['', scaler]] }, 'steps[0][0] must be a name, not empty and without __'],
  ['a name with __', { steps: [['a__b', scaler]] }, 'steps[0][0] must be a name, not empty and without __'],
  ['a number as name', { steps: [[1, scaler]] }, 'steps[0][0] must be a name'],
  [
    'a name twice',
    {
      steps: [
        ['a', scaler],
        ['a', model],
      ],
    },
    'steps[1][0] must be another name',
  ],
  ['a class', { steps: [['a', StandardScaler]] }, 'such as new StandardScaler(), got a function'],
  ['no estimator', { steps: [['a', {}]] }, 'steps[0][1] (a) must be a transformer or a classifier'],
  ['null', { steps: [['a', null]] }, 'steps[0][1] (a) must be a transformer or a classifier'],
  ['passthrough', { steps: [['a', 'passthrough']] }, 'got "passthrough"'],
  [
    'a classifier in the middle',
    {
      steps: [
        ['a', model],
        ['b', model],
      ],
    },
    'steps[0][1] must be a transformer, as all',
  ],
])('%s is refused', (_, options, message) => {
  const make = (): unknown => new Pipeline(options as never);
  expect(make).toThrow(ParameterError);
  expect(make).toThrow(message);
});

test('names follow from the classes', () => {
  const names = makePipeline(scaler, new MinMaxScaler(), new StandardScaler(), model).steps.map(
    ([name]) => name,
  );
  expect(names).toEqual(['standardscaler-1', 'minmaxscaler', 'standardscaler-2', 'logisticregression']);
  expect(() => makePipeline()).toThrow(ParameterError);
  expect(() => makePipeline(undefined as unknown as AnyEstimator)).toThrow(ParameterError);
  expect(() => makePipeline(model, model)).toThrow(ParameterError);
});

test('one estimator may be two steps', async () => {
  const pipeline = await makePipeline(scaler, scaler).fit([[1], [3], [8]]);
  expect(pipeline.steps[0][1].mean).toEqual(Float64Array.of(4));
  expect(pipeline.steps[1][1].mean![0]).toBeCloseTo(0, 15);
  expect(scaler.isFitted).toBe(false);
});

describe('hyper-parameters', () => {
  const make = () => new Pipeline({ steps: [['scaler', new StandardScaler()], ['model', new LogisticRegression({ C: 2 })]] }); // prettier-ignore

  test('have the names of their steps', () => {
    const pipeline = make();
    expect(pipeline.getParams()).toMatchObject({
      scaler__withMean: true,
      model__C: 2,
      model__solver: 'lbfgs',
    });
    expect(pipeline.setParams({ scaler__withMean: false, model__C: 5 })).toBe(pipeline);
    expect(pipeline.namedSteps.scaler.params.withMean).toBe(false);
    expect(pipeline.namedSteps.model.params).toEqual(new LogisticRegression({ C: 5 }).params);
  });

  test('are checked, all of them before any is set', () => {
    const pipeline = make();
    const set = (options: object) => expect(() => pipeline.setParams(options));
    set({ model__c: 1 }).toThrow('did you mean model__C?');
    set({ modle__C: 1 }).toThrow('did you mean model__C?');
    set({ C: 1 }).toThrow('Pipeline: every option must be one of scaler__withMean');
    set({ model: new LogisticRegression() }).toThrow(ParameterError);
    set({ scaler__withMean: false, model__C: -1 }).toThrow('Pipeline: model__C must be a number above 0');
    set({ model__dual: true }).toThrow('Pipeline: model__dual must be false with the solver lbfgs');
    expect(pipeline.params).toEqual(make().params);
  });

  test('are copied by clone, and what is fitted is not', async () => {
    const { X, y } = threeGroups();
    const pipeline = await make().setParams({ model__C: 7 }).fit(X, y);
    const copy = pipeline.clone();
    expect(copy.getParams()).toEqual(pipeline.getParams());
    expect(copy.isFitted).toBe(false);
    copy.setParams({ model__C: 1 });
    expect(pipeline.getParams()).toMatchObject({ model__C: 7 });
  });

  test('of the next fit leave what is fitted as it is', async () => {
    const { X, y } = threeGroups();
    const pipeline = await make().fit(X, y);
    const before = [pipeline.predictProba(X), pipeline.toJSON()];
    pipeline.setParams({ scaler__withMean: false, model__C: 0.001 });
    expect([pipeline.predictProba(X), pipeline.toJSON()]).toEqual(before);
    expect(pipeline.namedSteps.model.params.C).toBe(0.001);
    pipeline.namedSteps.model.setParams({ C: 9 });
    await pipeline.namedSteps.scaler.fit([[1]]);
    expect([pipeline.predictProba(X), pipeline.toJSON()]).toEqual(before);
  });
});
