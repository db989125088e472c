import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ShapeError } from '@tenfold/core';
import { type ByteMatrix, CsrMatrix, type Matrix, referenceBackend } from '@tenfold/linalg';
import fc from 'fast-check';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';
import { wideProblem } from './scaled-problems.js';

/** Every way in which a fit computes. */
const ways: readonly [string, LogisticRegressionOptions][] = [
  ['lbfgs', {}],
  ['lbfgs, plain', { preconditioner: 'none' }],
  ['lbfgs, preconditioned', { preconditioner: 'gram' }],
  ['one-vs-rest', { multiClass: 'ovr' }],
  ['liblinear', { solver: 'liblinear' }],
  ['liblinear, preconditioned', { solver: 'liblinear', preconditioner: 'gram' }],
  ['liblinear, dual', { solver: 'liblinear', dual: true }],
];

/** The values of a matrix in each kind of array that a sparse matrix may have. */
const kinds = [Float64Array, Float32Array, Uint8Array] as const;

interface Sparse {
  readonly sparse: CsrMatrix;
  readonly dense: Matrix | ByteMatrix;
  readonly y: number[];
}

/** Rows of which a share of the cells is not 0: whole numbers, so that all kinds of values hold them. */
function sparseRows(
  [rows, columns, classes]: readonly [number, number, number],
  {
    density = 0.1,
    seed = 1,
    Values = Float64Array,
  }: { density?: number; seed?: number; Values?: (typeof kinds)[number] },
): Sparse {
  let state = seed;
  const random = (): number => {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const y = Array.from({ length: rows }, (_, i) => i % classes);
  const cells = y.map((label) => {
    const own = new Map<number, number>();
    for (let j = 0; j < columns; j++)
      if (random() < density * (j % classes === label ? 1.6 : 0.7)) own.set(j, 1 + Math.floor(9 * random()));
    return own;
  });
  const doubles = CsrMatrix.fromRows(cells, columns);
  const sparse = new CsrMatrix(rows, columns, {
    values: Values.from(doubles.values),
    columnIndices: doubles.columnIndices,
    rowPointers: doubles.rowPointers,
  });
  return { sparse, dense: doubles.toDense(), y };
}

const large = sparseRows([6000, 500, 3], { Values: Float32Array });

describe.each(ways)('%s', (_, options) => {
  test.each([2, 3])('gives the bits of dense rows that are as sparse, %d classes', async (classes) => {
    for (const Values of kinds) {
      const { sparse, dense, y } = sparseRows([80, 30, classes], { Values });
      const model = await new LogisticRegression(options).fit(sparse, y);
      const expected = await new LogisticRegression(options).fit(
        Values === Uint8Array ? sparse.toDense() : dense,
        y,
      );
      // Dense rows are scored dense, and add their zeros in another order.
      expect([model.coef, model.intercept, model.nIter]).toEqual([
        expected.coef,
        expected.intercept,
        expected.nIter,
      ]);
      expect(model.predict(sparse)).toEqual(expected.predict(dense));
      expect(model.score(sparse, y)).toBe(expected.score(dense, y));
      const [own, other] = [model.decisionFunction(sparse), expected.decisionFunction(dense)];
      own.to1DArray().forEach((score, i) => expect(score).toBeCloseTo(other.to1DArray()[i], 10));
    }
  });

  test('ends near what dense rows give, however many cells are stored', async () => {
    const tight = { ...options, tol: 1e-9, maxIter: 5000 };
    const shape = fc.record({
      density: fc.constantFrom(0.02, 0.2, 0.5, 0.9),
      seed: fc.nat(1000),
      columns: fc.integer({ min: 1, max: 12 }),
      classes: fc.constantFrom(2, 3),
      Values: fc.constantFrom(...kinds),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ columns, classes, ...how }) => {
        const { sparse, dense, y } = sparseRows([40, columns, classes], how);
        const model = await new LogisticRegression(tight).fit(sparse, y);
        const expected = await new LogisticRegression(tight).fit(dense, y);
        expect(Math.abs(model.objective - expected.objective)).toBeLessThan(1e-6 * expected.objective);
        const [own, other] = [model.predictProba(sparse), expected.predictProba(dense)];
        own.to1DArray().forEach((share, i) => expect(share).toBeCloseTo(other.to1DArray()[i], 3));
      }),
      { numRuns: 15 },
    );
  });

  test('gives the same bits on any number of threads', async () => {
    const { sparse, y } = large;
    // Passes of less than a million multiply-adds, four for each cell, wake no thread.
    expect(4 * sparse.nonzeros).toBeGreaterThan(1_000_000);
    const fits = [];
    for (const threads of [1, 2, 3, 5, 16]) {
      const model = await new LogisticRegression({ ...options, maxIter: 3 }).fit(sparse, y, { threads });
      const proba = await model.predictProbaAsync(sparse, { threads });
      fits.push(JSON.stringify([model.coef, model.intercept, model.objective, proba]));
    }
    expect(new Set(fits).size).toBe(1);
  });

  test('agrees with the backend in plain TypeScript', async () => {
    const { sparse, y } = sparseRows([60, 20, 3], { Values: Float32Array });
    const tight = { ...options, tol: 1e-8, maxIter: 2000 };
    const fast = await new LogisticRegression(tight).fit(sparse, y);
    const slow = await new LogisticRegression(tight).fit(sparse, y, { backend: referenceBackend });
    fast.coef.to1DArray().forEach((value, i) => expect(value).toBeCloseTo(slow.coef.to1DArray()[i], 4));
    const proba = await fast.predictProbaAsync(sparse, { backend: referenceBackend });
    proba
      .to1DArray()
      .forEach((value, i) => expect(value).toBeCloseTo(fast.predictProba(sparse).to1DArray()[i], 12));
  });
});

test.each<[string, LogisticRegressionOptions]>([
  ['lbfgs', { tol: 1e-8 }],
  ['liblinear', { solver: 'liblinear' }],
  ['liblinear, dual', { solver: 'liblinear', dual: true }],
])('a matrix that no array could hold with its zeros is fitted by %s', async (_, options) => {
  const [rows, columns] = [60_000, 200_000];
  // The most elements of a typed array are 2^33 - 1.
  expect(rows * columns).toBeGreaterThan(2 ** 33);
  const columnIndices = Array.from({ length: rows }, (_, i) => (i * 7919) % columns);
  const X = new CsrMatrix(rows, columns, {
    values: new Float32Array(rows).fill(1),
    columnIndices,
    rowPointers: Uint32Array.from({ length: rows + 1 }, (_, i) => i),
  });
  const y = columnIndices.map((column) => column % 2);
  const model = await new LogisticRegression({ ...options, maxIter: 3 }).fit(X, y);
  expect(model.score(X, y)).toBe(1);
  expect(await model.predictAsync(X)).toEqual(model.predict(X));
});

test('rows are read at the call', async () => {
  const { sparse, y } = sparseRows([80, 30, 3], {});
  const before = await new LogisticRegression().fit(sparse, y);
  const expected = before.predict(sparse);
  const fitting = new LogisticRegression().fit(sparse, y);
  const predicting = before.predictAsync(sparse);
  sparse.values.fill(0);
  sparse.columnIndices.fill(0);
  sparse.rowPointers.fill(0);
  expect((await fitting).coef).toEqual(before.coef);
  expect(await predicting).toEqual(expected);
});

test('what cannot be fitted is refused, with its row and column, and the model stays', async () => {
  const { sparse, y } = sparseRows([30, 8, 2], { density: 0.5 });
  const model = await new LogisticRegression().fit(sparse, y);
  const { coef } = model;
  const spoilt = new CsrMatrix(2, 8, { values: [1, NaN], columnIndices: [0, 5], rowPointers: [0, 1, 2] });
  const place = { owner: 'LogisticRegression', row: 1, column: 5 };
  await expect(model.fit(spoilt, [0, 1])).rejects.toMatchObject(place);
  await expect(model.predictAsync(spoilt)).rejects.toBeInstanceOf(NonFiniteError);
  for (const method of ['predict', 'predictProba', 'predictLogProba', 'decisionFunction'] as const)
    expect(() => model[method](spoilt)).toThrow(NonFiniteError);
  const wide = new CsrMatrix(1, 9, { values: [1], columnIndices: [0], rowPointers: [0, 1] });
  expect(() => model.predict(wide)).toThrow('expected X with 8 columns, as in fit, got 9');
  await expect(model.fit(sparse, y.slice(1))).rejects.toBeInstanceOf(ShapeError);
  const empty = new CsrMatrix(0, 8, { values: [], columnIndices: [], rowPointers: [0] });
  await expect(model.fit(empty, [])).rejects.toBeInstanceOf(ShapeError);
  expect(model.coef).toEqual(coef);
});

test('columns are put in order by name, and rows weigh', async () => {
  const { sparse, dense, y } = sparseRows([60, 5, 3], { density: 0.3 });
  const featureNames = ['a', 'b', 'c', 'd', 'e'];
  const sampleWeight = y.map((_, i) => 1 + (i % 3));
  const model = await new LogisticRegression().fit(sparse, y, { featureNames, sampleWeight });
  expect(model.coef).toEqual((await new LogisticRegression().fit(dense, y, { sampleWeight })).coef);
  const turned = sparse.takeColumns([4, 3, 2, 1, 0]);
  const named = { featureNames: [...featureNames].reverse() };
  expect(model.predictProba(turned, named)).toEqual(model.predictProba(sparse));
  expect(await model.predictAsync(turned, named)).toEqual(model.predict(sparse));
});

test('rare words do not hold texts up: the diagonal comes to the same objective in two thirds of the steps', async () => {
  const { X, y } = wideProblem(4);
  const { columnIndices, rowPointers } = X;
  const frequency = new Float64Array(X.columns);
  for (const column of columnIndices) frequency[column]++;
  const values = Float64Array.from(columnIndices, (column) => 1 + Math.log(X.rows / frequency[column]));
  for (let i = 0; i < X.rows; i++) {
    const own = values.subarray(rowPointers[i], rowPointers[i + 1]);
    const length = Math.hypot(...own);
    for (let p = 0; p < own.length; p++) own[p] /= length;
  }
  const texts = new CsrMatrix(X.rows, X.columns, { values, columnIndices, rowPointers });
  const plain = await new LogisticRegression({ C: 10, preconditioner: 'none' }).fit(texts, y);
  const ours = await new LogisticRegression({ C: 10, tol: 1e-9 }).fit(texts, y, {
    onIteration: ({ figures }) => figures.loss * 10 * X.rows > plain.objective,
  });
  expect(ours.nIter[0]).toBeLessThan((2 / 3) * plain.nIter[0]);
});
