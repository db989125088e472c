import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, NotFittedError, ParameterError, ShapeError } from '@tenfold/core';
import { ByteMatrix, DoubleMatrix, Matrix } from '@tenfold/linalg';
import fc from 'fast-check';

import { StandardScaler } from '../src/index.js';
import { rowsOfBytes, rowsOfNumbers, someRows } from './data.js';

const largestError = (actual: Matrix, expected: number[][]): number =>
  Math.max(...actual.to1DArray().map((value, at) => Math.abs(value - expected.flat()[at])));

test('transformed rows have mean 0 and variance 1', async () => {
  const scaled = await new StandardScaler().fitTransform(someRows());
  const again = await new StandardScaler().fit(scaled);
  for (const mean of again.mean!) expect(Math.abs(mean)).toBeLessThan(1e-12);
  for (const [j, value] of again.var!.entries()) expect(value).toBeCloseTo(j === 3 ? 0 : 1, 12);
});

test('inverseTransform turns back', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfNumbers, fc.boolean(), fc.boolean(), async (X, withMean, withStd) => {
      const scaler = await new StandardScaler({ withMean, withStd }).fit(X);
      const back = scaler.inverseTransform(scaler.transform(X));
      const size = Math.max(1, ...X.flat().map(Math.abs));
      expect(largestError(back, X)).toBeLessThanOrEqual(1e-14 * size);
    }),
  );
});

test('bytes are scaled as doubles are, to the bit', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfBytes, async (rows) => {
      const doubles = rows.map((row) => Array.from(row));
      const bytes = new ByteMatrix(rows.length, rows[0].length, Uint8Array.from(doubles.flat()));
      const scalers = await Promise.all([rows, doubles, bytes].map((X) => new StandardScaler().fit(X)));
      const expected = scalers[1].toJSON();
      for (const scaler of scalers) expect(scaler.toJSON()).toEqual(expected);
      for (const X of [rows, bytes]) expect(scalers[0].transform(X)).toEqual(scalers[1].transform(doubles));
    }),
  );
});

test('whole numbers have exact sums, in whatever order the rows come', async () => {
  const years = [[2019], [2020], [2021], [2024]];
  const scaler = await new StandardScaler().fit(years);
  expect(scaler.mean).toEqual(Float64Array.of(2021));
  expect(scaler.var).toEqual(Float64Array.of(3.5));
  const dates = Array.from({ length: 1000 }, (_, i) => [94_906_265 - (i % 2)]);
  expect((await new StandardScaler().fit(dates)).var![0]).toBe(0.25);
  await fc.assert(
    fc.asyncProperty(rowsOfBytes, async (rows) => {
      const [one, other] = [new StandardScaler(), new StandardScaler()];
      await Promise.all([one.fit(rows), other.fit([...rows].reverse())]);
      expect(one.toJSON()).toEqual(other.toJSON());
    }),
  );
});

describe('weights', () => {
  test('of 0 are as good as no row, and of 2 as good as two', async () => {
    const X = someRows(12);
    const sampleWeight = X.map((_, i) => i % 3);
    const weighted = await new StandardScaler().fit(X, { sampleWeight });
    const twice = await new StandardScaler().fit(
      X.flatMap((row, i) => Array.from({ length: i % 3 }, () => row)),
    );
    for (const [j, mean] of weighted.mean!.entries()) expect(mean).toBeCloseTo(twice.mean![j], 12);
    for (const [j, scale] of weighted.scale!.entries()) expect(scale).toBeCloseTo(twice.scale![j], 12);
    expect(weighted.nSamplesSeen).toBe(12);
    const without = X.filter((_, i) => i % 3 > 0);
    const same = await new StandardScaler().fit(without, { sampleWeight: sampleWeight.filter((w) => w > 0) });
    expect(weighted.toJSON()).toEqual(same.toJSON());
  });

  test.each([2 ** -1070, 2 ** -500, 2 ** 900])('of size %d count by their proportions', async (unit) => {
    const X = someRows(9);
    const sampleWeight = X.map((_, i) => 1 + (i % 2));
    const plain = await new StandardScaler().fit(X, { sampleWeight });
    const scaled = await new StandardScaler().fit(X, { sampleWeight: sampleWeight.map((w) => w * unit) });
    expect([...scaled.mean!].map((mean) => Number(mean.toPrecision(14)))).toEqual(
      [...plain.mean!].map((mean) => Number(mean.toPrecision(14))),
    );
    expect(scaled.scale![0]).toBeCloseTo(plain.scale![0], 12);
  });

  test('whose sum is beyond the largest double are refused', async () => {
    const fit = new StandardScaler().fit([[1], [2], [3]], { sampleWeight: [1e308, 1e308, 1e308] });
    await expect(fit).rejects.toThrow('StandardScaler: the sum of sampleWeight must be a finite number');
    await expect(new StandardScaler().fit([[1]], { sampleWeight: [0] })).rejects.toThrow(ParameterError);
    await expect(new StandardScaler().fit([[1]], { sampleWeight: [1, 1] })).rejects.toThrow(ShapeError);
  });
});

describe('values of extreme size', () => {
  const { MAX_VALUE } = Number;

  test('have the scores of the same values of ordinary size', async () => {
    const expected = await new StandardScaler().fitTransform([[1.25], [2.5], [-4], [5.5]]);
    for (const power of [400, 511, 512, 700, 1020]) {
      const X = [[1.25], [2.5], [-4], [5.5]].map(([x]) => [x * 2 ** power]);
      const scaler = await new StandardScaler().fit(X);
      const scores = scaler.transform(X);
      scores.to1DArray().forEach((score, i) => expect(score).toBeCloseTo(expected.get(i, 0), 14));
      expect(scaler.inverseTransform(scores).to1DArray()).toEqual(
        X.map(([x]) => expect.closeTo(x, -Math.floor(Math.log10(2 ** power)) + 10)),
      );
      const again = StandardScaler.fromJSON(JSON.parse(JSON.stringify(scaler)));
      expect(again.transform(X)).toEqual(scores);
      expect(again.var).toEqual(scaler.var);
    }
  });

  test('reach to the largest double', async () => {
    const scaler = await new StandardScaler().fit([[MAX_VALUE], [-MAX_VALUE]]);
    expect(scaler.mean).toEqual(Float64Array.of(0));
    expect(scaler.scale).toEqual(Float64Array.of(MAX_VALUE));
    expect(scaler.var).toEqual(Float64Array.of(Infinity));
    expect(scaler.transform([[MAX_VALUE], [-MAX_VALUE]]).to1DArray()).toEqual([1, -1]);
    const same = await new StandardScaler().fit([[MAX_VALUE], [MAX_VALUE], [MAX_VALUE]]);
    expect(same.transform([[MAX_VALUE]]).to1DArray()).toEqual([0]);
    expect(same.scale).toEqual(Float64Array.of(1));
  });

  test('that are tiny count as constant, as in scikit-learn', async () => {
    const scaler = await new StandardScaler().fit([[5e-324], [1e-323], [-1e-300]]);
    expect(scaler.scale).toEqual(Float64Array.of(1));
    expect(scaler.transform([[0]]).get(0, 0)).toBeLessThan(1e-299);
  });

  test('stay apart from -0', async () => {
    const scaler = await new StandardScaler().fit([[-0], [-0]]);
    expect(Object.is(scaler.mean![0], 0)).toBe(true);
  });
});

test('a constant column is its own mean, whatever its weights', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 }),
      async (value, weights) => {
        const sampleWeight = [1, ...weights];
        const X = sampleWeight.map(() => [value]);
        const scaler = await new StandardScaler().fit(X, { sampleWeight });
        expect([...scaler.mean!, ...scaler.var!, ...scaler.scale!]).toEqual([value + 0, 0, 1]);
      },
    ),
  );
});

test('without mean and deviation nothing changes, and bad rows are refused all the same', async () => {
  const scaler = new StandardScaler({ withMean: false, withStd: false });
  await scaler.fit([[1, 2]]);
  expect([scaler.mean, scaler.var, scaler.scale]).toEqual([null, null, null]);
  expect(scaler.transform([[3, -4]]).to1DArray()).toEqual([3, -4]);
  await expect(scaler.fit([[1], [NaN]])).rejects.toThrow(NonFiniteError);
  expect(scaler.nFeatures).toBe(2);
});

test('a stored state that no fit can leave is refused', async () => {
  const model = (await new StandardScaler().fit(someRows())).toJSON();
  const withTensor = (name: string, data: number[], dtype: 'float64' | 'int32' = 'float64'): unknown => ({
    ...model,
    tensors: { ...model.tensors, [name]: { dtype, shape: [data.length], data } },
  });
  const refused = (value: unknown) => expect(() => StandardScaler.fromJSON(value));
  refused(withTensor('var', [1, 1, -1, 1])).toThrow('variances of at least 0, got -1');
  refused(withTensor('mean', [1, 1])).toThrow('mean');
  refused(withTensor('exponent', [0, 0, 0, 7], 'int32')).toThrow('exponents of 0 or 600, got 7');
  refused({ ...model, facts: { nSamplesSeen: 0 } }).toThrow('nSamplesSeen above 0, got 0');
  refused({
    ...model,
    tensors: {
      ...model.tensors,
      var: { dtype: 'float64', shape: [4], data: [1e300, 1, 1, 1] },
      exponent: { dtype: 'int32', shape: [4], data: [600, 0, 0, 0] },
    },
  }).toThrow('a standard deviation that a double can hold');
});

test('it needs a fit, and rows of its width', async () => {
  const scaler = new StandardScaler();
  expect(() => scaler.transform([[1]])).toThrow(NotFittedError);
  expect(() => scaler.inverseTransform([[1]])).toThrow(NotFittedError);
  expect(() => scaler.scale).toThrow(NotFittedError);
  await scaler.fit(new DoubleMatrix(2, 1, Float64Array.of(1, 2)));
  expect(() => scaler.transform([[1, 2]])).toThrow(ShapeError);
  expect(() => scaler.inverseTransform([[1, 2]])).toThrow(ShapeError);
  expect(scaler.transform(new Matrix([[1.5]])).to1DArray()).toEqual([0]);
});
