import { loadDigits } from '@tenfold/datasets';
import { ByteMatrix } from '@tenfold/linalg';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { KNeighborsClassifier } from '../src/index.js';
import { Nearest } from '../src/nearest.js';

describe('ties', () => {
  test('rows at the same distance are all neighbours, and the first of equal classes wins', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 2 }).fit(
      [[1], [3], [1], [3]],
      ['b', 'a', 'c', 'd'],
    );
    expect(model.kneighbors([[2]], { nNeighbors: 4 }).indices).toEqual([Int32Array.of(0, 1, 2, 3)]);
    expect(model.kneighbors([[2]]).indices).toEqual([Int32Array.of(0, 1)]);
    // One vote each: the first class in order.
    expect(model.predict([[2]])).toEqual(['a']);
  });

  test('by distance, rows that are equal to the one in question vote alone', async () => {
    const model = new KNeighborsClassifier({ nNeighbors: 3, weights: 'distance' });
    await model.fit([[0], [1], [1.1]], ['zero', 'one', 'one']);
    expect(model.predict([[0]])).toEqual(['zero']);
    expect(model.predictProba([[0]]).to1DArray()).toEqual([0, 1]);
    expect(model.predictProba([[2]]).getRow(0)[0]).toBeCloseTo((1 + 1 / 0.9) / (1 + 1 / 0.9 + 1 / 2), 12);
  });
});

describe('voters', () => {
  test('are the nearest rows with their classes, distances and weights', async () => {
    const model = new KNeighborsClassifier({ nNeighbors: 2, weights: 'distance' });
    await model.fit([[0], [1], [5.5]], ['zero', 'one', 'five']);
    expect(await model.voters([[4.5], [1]])).toEqual([
      [
        { index: 2, code: 0, distance: 1, weight: 1, features: Float64Array.of(5.5) },
        { index: 1, code: 1, distance: 3.5, weight: 1 / 3.5, features: Float64Array.of(1) },
      ],
      [
        { index: 1, code: 1, distance: 0, weight: 1, features: Float64Array.of(1) },
        { index: 0, code: 2, distance: 1, weight: 0, features: Float64Array.of(0) },
      ],
    ]);
    await expect(model.voters([[1, 2]])).rejects.toThrow('X with 1 columns');
  });

  test('of bytes are exact, and stop when aborted', async () => {
    const { data, target } = loadDigits();
    const model = await new KNeighborsClassifier().fit(data, target);
    const [voters] = await model.voters([data.getRow(3)]);
    const { indices, distances } = model.kneighbors([data.getRow(3)]);
    expect(voters.map(({ index }) => index)).toEqual([...indices[0]]);
    expect(voters.map(({ distance }) => distance)).toEqual(distances.getRow(0));
    expect(voters.map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 1]);
    expect(Array.from(voters[1].features)).toEqual(data.getRow(voters[1].index));
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(model.voters([data.getRow(3)], { signal })).rejects.toThrow('enough');
  });
});

test('Nearest keeps the nearest rows, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), fc.nat(), (ranks, seed) => {
      const k = 1 + (seed % ranks.length);
      const nearest = new Nearest(1, k);
      ranks.forEach((rank, index) => {
        nearest.offer(0, index, rank);
      });
      nearest.sort();
      const sorted = [...ranks].sort((a, b) => a - b);
      expect(Array.from(nearest.ranks)).toEqual(sorted.slice(0, k));
      expect(Array.from(nearest.indices, (index) => ranks[index])).toEqual(sorted.slice(0, k));
      expect(new Set(nearest.indices).size).toBe(k);
    }),
  );
});

test('more neighbours than rows are refused', async () => {
  await expect(new KNeighborsClassifier().fit([[1], [2]], [0, 1])).rejects.toThrow(
    'KNeighborsClassifier: nNeighbors must be at most the rows of X (2), got 5',
  );
  const model = await new KNeighborsClassifier({ nNeighbors: 1 }).fit([[1], [2]], [0, 1]);
  expect(() => model.kneighbors([[1]], { nNeighbors: 3 })).toThrow(
    'nNeighbors must be a whole number from 1 to 2',
  );
});

test('a distance that overflows is farther than every other', async () => {
  const model = await new KNeighborsClassifier({ nNeighbors: 1 }).fit(
    [[1e300], [-1e300], [5]],
    ['a', 'b', 'c'],
  );
  expect(model.predict([[0]])).toEqual(['c']);
  expect(model.predict([[1e300]])).toEqual(['a']);
});

test('many rows of bytes are compared in blocks, on any number of threads', async () => {
  const { data, target } = loadDigits();
  const times = 4;
  const bytes = new ByteMatrix(data.rows * times, data.columns);
  for (let i = 0; i < bytes.rows; i++)
    for (let j = 0; j < data.columns; j++) bytes.set(i, j, data.get(i % data.rows, j));
  const y = Array.from({ length: bytes.rows }, (_, i) => target[i % data.rows]);
  const model = await new KNeighborsClassifier({ nNeighbors: times }).fit(bytes, y);
  const predicted = await model.predictAsync(bytes);
  // The nearest rows of a row are its own copies.
  expect(predicted).toEqual(y);
  expect(await model.predictAsync(bytes, { threads: 1 })).toEqual(predicted);
});

test('a signal stops it between blocks', async () => {
  const { data, target } = loadDigits();
  const model = await new KNeighborsClassifier().fit(data, target);
  const abort = new AbortController();
  const predicting = model.predictAsync(data, { signal: abort.signal });
  abort.abort(new Error('enough'));
  await expect(predicting).rejects.toThrow('enough');
});

describe('a stored model', () => {
  test('keeps bytes as bytes, and whole numbers that could be', async () => {
    const bytes = new ByteMatrix(2, 1, Uint8Array.of(1, 9));
    const model = await new KNeighborsClassifier({ nNeighbors: 1 }).fit(bytes, ['low', 'high']);
    const json = model.toJSON();
    expect(json.tensors.X.dtype).toBe('uint8');
    const doubles = await new KNeighborsClassifier({ nNeighbors: 1 }).fit([[1], [9]], ['low', 'high']);
    expect(doubles.toJSON()).toEqual(json);
    expect(KNeighborsClassifier.fromJSON(JSON.parse(JSON.stringify(json))).toJSON()).toEqual(json);
  });

  test.each([
    [
      'a class that there is not',
      { codes: { dtype: 'int32', shape: [2], data: [0, 2] } },
      'class numbers below 2',
    ],
    [
      'another number of codes',
      { codes: { dtype: 'int32', shape: [3], data: [0, 1, 1] } },
      'codes: expected 2',
    ],
    ['a class number below 0', { codes: { dtype: 'int32', shape: [2], data: [0, -1] } }, 'at least 0'],
    ['other columns', { X: { dtype: 'float64', shape: [1, 2], data: [1, 2] } }, 'X: expected any × 1'],
    [
      'bytes where doubles are said to be',
      { X: { dtype: 'uint8', shape: [2, 1], data: [1, 2] } },
      'elements of float64',
    ],
  ])('with %s is refused', async (_, tensors, message) => {
    const model = await new KNeighborsClassifier({ nNeighbors: 1 }).fit([[1.5], [2]], ['a', 'b']);
    const json = model.toJSON();
    const spoilt = { ...json, tensors: { ...json.tensors, ...tensors } };
    expect(() => KNeighborsClassifier.fromJSON(spoilt)).toThrow(message);
  });
});
