import { expect, test } from '@jest/globals';

import { GaussianNB } from '../src/index.js';

const X = [
  [1, 5],
  [2, 6],
  [8, 1],
  [9, 2],
];
const y = ['low', 'low', 'high', 'high'];

test.each([
  [[0.5], 'one number for each of 2 classes'],
  [[0.5, 0.6], 'numbers that sum to 1'],
])('priors %p are refused', async (priors, message) => {
  await expect(new GaussianNB({ priors }).fit(X, y)).rejects.toThrow(message);
});

test('priors outside of 0 to 1 are refused at once', () => {
  expect(() => new GaussianNB({ priors: [1.5, -0.5] })).toThrow('priors[0] must be a number from 0 to 1');
});

test('rows that are all the same are refused, as is a class without weight', async () => {
  await expect(new GaussianNB().fit([[1], [1]], ['a', 'b'])).rejects.toThrow('no feature varies');
  await expect(new GaussianNB().fit(X, y, { sampleWeight: [1, 1, 0, 0] })).rejects.toThrow(
    'above 0 for at least one row of each class',
  );
  await expect(new GaussianNB().fit([[1e300], [-1e300]], ['a', 'b'])).rejects.toThrow('scale X');
});

test('a feature that is constant within a class is smoothed', async () => {
  const model = await new GaussianNB().fit(
    [
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ],
    y,
  );
  expect(model.var.get(0, 0)).toBe(model.epsilon);
  expect(
    model.predict([
      [1, 0.5],
      [2, 0.5],
    ]),
  ).toEqual(['low', 'high']);
});

test('a class that another one is before has a prior of 0', async () => {
  const model = await new GaussianNB({ priors: [0, 1] }).fit(X, y);
  expect(model.predict(X)).toEqual(['low', 'low', 'low', 'low']);
  expect(model.predictProba(X).getColumn(0)).toEqual([0, 0, 0, 0]);
});

test('the figures of the classes are their means and variances', async () => {
  const model = await new GaussianNB({ varSmoothing: 0 }).fit([[1], [3], [4], [8]], ['a', 'a', 'b', 'b']);
  expect(model.classFigures().map(({ name, values }) => [name, values.to1DArray()])).toEqual([
    ['mean', [2, 6]],
    ['variance', [1, 4]],
  ]);
});
