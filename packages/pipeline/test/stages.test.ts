import { expect, test } from '@jest/globals';
import { isClassifier, isIterative } from '@tenfold/base';
import type { MatrixLike } from '@tenfold/linalg';
import { LogisticRegression } from '@tenfold/linear-model';
import { MinMaxScaler, StandardScaler } from '@tenfold/preprocessing';

import { makePipeline, stagesOf } from '../src/index.js';
import { threeGroups } from './data.js';

test('an estimator that is no pipeline stands alone', () => {
  const model = new LogisticRegression();
  expect(stagesOf(model)).toEqual({ transformers: [], last: model });
});

test('a pipeline is its fitted transformers, those of pipelines within too, and its last step', async () => {
  const { X, y } = threeGroups();
  const inner = makePipeline(new MinMaxScaler(), new StandardScaler({ withStd: false }));
  const pipeline = await makePipeline(
    inner,
    makePipeline(new StandardScaler(), new LogisticRegression()),
  ).fit(X, y);
  const { transformers, last } = stagesOf(pipeline);
  expect(transformers.map(({ definition }) => definition.name)).toEqual([
    'MinMaxScaler',
    'StandardScaler',
    'StandardScaler',
  ]);
  expect(transformers[1].getParams()).toMatchObject({ withStd: false });
  expect(isIterative(last)).toBe(true);
  const rows = transformers.reduce<MatrixLike>((matrix, transformer) => transformer.transform(matrix), X);
  expect(isClassifier(last) && last.predict(rows)).toEqual(pipeline.predict(X));
});
