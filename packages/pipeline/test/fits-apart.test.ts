import { expect, test } from '@jest/globals';
import { SingleClassError } from '@tenfold/base';
import { ByteMatrix } from '@tenfold/linalg';
import { LogisticRegression } from '@tenfold/linear-model';
import { MinMaxScaler, StandardScaler } from '@tenfold/preprocessing';

import { makePipeline } from '../src/index.js';
import { threeGroups } from './data.js';
import { seen, Sums } from './other-estimators.js';

const { X, y } = threeGroups();
const make = () => makePipeline(new StandardScaler(), new LogisticRegression());
const reason = new Error('enough');

test('two fits at once do not disturb each other', async () => {
  const pipeline = make();
  const [Y, labels] = [X.map((row) => row.slice(0, 2)), y.map((label) => label === 'a')];
  const fits = await Promise.allSettled([pipeline.fit(X, y), pipeline.fit(Y, labels)]);
  expect(fits.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  const [one, other] = [await make().fit(X, y), await make().fit(Y, labels)];
  expect([one.toJSON(), other.toJSON()]).toContainEqual(pipeline.toJSON());
});

test('a prediction uses the steps that were fitted when it began', async () => {
  const pipeline = await make().fit(X, y);
  const expected = pipeline.predictProba(X);
  const predicted = pipeline.predictProbaAsync(X);
  await pipeline.fit(X.map((row) => row.map((x) => -5 * x)), y); // prettier-ignore
  expect(await predicted).toEqual(expected);
  expect(pipeline.predictProba(X)).not.toEqual(expected);
});

test('a fit that fails or is cancelled leaves all steps as they were', async () => {
  const pipeline = await make().fit(X, y);
  const before = pipeline.toJSON();
  const others = X.map(([a]) => [2 * a]);
  await expect(pipeline.fit(others, y, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  await expect(pipeline.fit(others, y.map(() => 'a'))).rejects.toThrow(SingleClassError); // prettier-ignore
  await expect(pipeline.fit(others, y.slice(1))).rejects.toThrow('labels');
  await expect(pipeline.fit([...others.slice(1), [NaN]], y)).rejects.toThrow('row 59, column 0');
  const fails = makePipeline(new StandardScaler(), new MinMaxScaler(), new LogisticRegression());
  await fails.fit(X, y);
  const kept = fails.toJSON();
  fails.setParams({ minmaxscaler__featureRange: [-Number.MAX_VALUE, Number.MAX_VALUE] });
  await expect(fails.fit(others, y)).rejects.toThrow('MinMaxScaler: featureRange');
  expect([pipeline.toJSON(), fails.toJSON()]).toEqual([before, kept]);
});

test('a signal ends it between steps, and within them', async () => {
  const pipeline = await make().fit(X, y);
  const before = pipeline.toJSON();
  const early = new AbortController();
  const fit = pipeline.fit(X.map(([a]) => [a]), y, { signal: early.signal }); // prettier-ignore
  early.abort(reason);
  await expect(fit).rejects.toBe(reason);
  const late = new AbortController();
  const iterations = pipeline.fit(X.map(([a]) => [a]), y, { signal: late.signal, onIteration: () => late.abort(reason) }); // prettier-ignore
  await expect(iterations).rejects.toBe(reason);
  expect(pipeline.toJSON()).toEqual(before);

  seen.length = 0;
  const between = new AbortController();
  const steps = makePipeline(new StandardScaler(), new Sums());
  const large = steps.fit(new ByteMatrix(60_000, 100), { signal: between.signal });
  setImmediate(() => between.abort(reason));
  await expect(large).rejects.toBe(reason);
  expect([seen, steps.isFitted]).toEqual([[], false]);
  const predict = pipeline.predictAsync(X, { signal: AbortSignal.abort(reason) });
  await expect(predict).rejects.toBe(reason);
});
