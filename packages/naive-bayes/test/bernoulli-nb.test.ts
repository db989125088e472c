import { expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';

import { BernoulliNB } from '../src/index.js';

const X = [
  [1, 0, 1],
  [1, 0, 0],
  [0, 1, 1],
  [0, 1, 0],
];
const y = ['left', 'left', 'right', 'right'];

test('probabilities are those counted by hand', async () => {
  const model = await new BernoulliNB().fit(X, y);
  expect(model.featureCount.to2DArray()).toEqual([
    [2, 0, 1],
    [0, 2, 1],
  ]);
  // Each of the first two features is on in a class with probability (2 + 1) / (2 + 2) or (0 + 1) / (2 + 2).
  const [row] = model.predictProba([[1, 0, 1]]).to2DArray();
  expect(row[0]).toBeCloseTo(0.9, 14);
  expect(row[1]).toBeCloseTo(0.1, 14);
});

test.each([
  ['fit', (model: BernoulliNB) => model.fit([[1, 0.5]], ['a'])],
  ['predict', async (model: BernoulliNB) => (await model.fit(X, y)).predict([[0, 1, 2]])],
  ['predictAsync', async (model: BernoulliNB) => (await model.fit(X, y)).predictAsync([[0, 1, -1]])],
] as const)('without a threshold %s refuses what is neither 0 nor 1', async (_, call) => {
  const error: unknown = await call(new BernoulliNB({ binarize: null })).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ParameterError);
  expect((error as Error).message).toMatch(
    /^BernoulliNB: binarize must be the value above which a feature is on, as row 0 has (0.5|2|-1) in column [12], not 0 or 1, got null$/,
  );
});

test('priors are refused that are not one for each class', async () => {
  await expect(new BernoulliNB({ classPrior: [1] }).fit(X, y)).rejects.toThrow(
    'one number for each of 2 classes',
  );
});

test('equal priors are those of classes of any size', async () => {
  const model = await new BernoulliNB({ fitPrior: false }).fit(X, ['a', 'a', 'a', 'b']);
  expect(Array.from(model.classLogPrior, Math.exp)).toEqual([0.5, 0.5]);
});

test('a class whose prior is 0 is never predicted, before and after a file', async () => {
  const model = await new BernoulliNB({ classPrior: [0, 1] }).fit(X, y);
  const read = BernoulliNB.fromJSON(JSON.parse(JSON.stringify(model)));
  for (const each of [model, read]) {
    expect(each.predict(X)).toEqual(['right', 'right', 'right', 'right']);
    expect(each.predictProba(X).getColumn(0)).toEqual([0, 0, 0, 0]);
    expect(each.classLogPrior[0]).toBe(-Infinity);
  }
});

test('a damaged file is refused', async () => {
  const json = (await new BernoulliNB().fit(X, y)).toJSON();
  const damaged = structuredClone(json);
  (damaged.tensors.featureCount.data as number[])[0] = 3;
  expect(() => BernoulliNB.fromJSON(damaged)).toThrow('counts of features from 0 to those of their classes');
  expect(BernoulliNB.fromJSON(json).predict(X)).toEqual(y);
});

test('the figures of the classes are the probabilities of being on', async () => {
  const model = await new BernoulliNB().fit(X, y);
  const [{ name, values, range }, ...others] = model.classFigures();
  expect([name, range, others]).toEqual(['probability', [0, 1], []]);
  const expected = [0.75, 0.25, 0.5, 0.25, 0.75, 0.5];
  values.to1DArray().forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at], 14);
  });
});
