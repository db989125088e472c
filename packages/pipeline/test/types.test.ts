import { expect, test } from '@jest/globals';
import type { AnyClassifier, AnyEstimator, AnyTransformer } from '@tenfold/base';
import type { Matrix } from '@tenfold/linalg';
import { LogisticRegression } from '@tenfold/linear-model';
import { MinMaxScaler, StandardScaler } from '@tenfold/preprocessing';

import { makePipeline, Pipeline } from '../src/index.js';

test('types follow from the steps', async () => {
  const X = [[1], [2], [3], [4]];
  const pipeline = new Pipeline({
    steps: [
      ['scaler', new StandardScaler()],
      ['model', new LogisticRegression()],
    ],
  });
  const classifier: AnyClassifier = pipeline;
  const fitted = await pipeline.fit(X, ['a', 'a', 'b', 'b']);
  const predicted: string[] = fitted.predict(X);
  const numbers: number[] = (await pipeline.fit(X, [0, 0, 1, 1])).predict(X);
  const coef: Matrix = pipeline.namedSteps.model.coef;
  const C: number = pipeline.getParams().model__C;
  const made = makePipeline(new StandardScaler(), new MinMaxScaler());
  const transformer: AnyTransformer = made;
  const estimators: AnyEstimator[] = [pipeline, made];
  const clip: boolean = made.steps[1][1].params.clip;
  expect([classifier, transformer, estimators, predicted, numbers, coef, C, clip]).toHaveLength(8);

  // @ts-expect-error -- no parameter of this name
  expect(() => pipeline.setParams({ model__c: 1 })).toThrow();
  type Steps = keyof typeof pipeline.namedSteps;
  // @ts-expect-error -- no step of this name
  const step: Steps = 'scalar';
  // @ts-expect-error -- a pipeline of transformers predicts nothing
  const predict: keyof typeof made = 'predict';
  // @ts-expect-error -- a pipeline that ends with a classifier transforms nothing
  const transform: keyof typeof pipeline = 'transform';
  expect([step in pipeline.namedSteps, predict in made, transform in pipeline]).toEqual([
    false,
    false,
    false,
  ]);
});
