import { expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { ByteMatrix } from '@tenfold/linalg';
import fc from 'fast-check';

import { MinMaxScaler } from '../src/index.js';
import { rowsOfBytes, rowsOfNumbers, someRows } from './data.js';

test('transformed rows reach from end to end of the range', async () => {
  const scaled = await new MinMaxScaler({ featureRange: [-1, 3] }).fitTransform(someRows());
  for (const [j, high] of [3, 3, 3, -1].entries()) {
    const column = scaled.getColumn(j);
    expect(Math.min(...column)).toBeCloseTo(-1, 12);
    expect(Math.max(...column)).toBeCloseTo(high, 12);
  }
});

test('inverseTransform turns back', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfNumbers, async (X) => {
      const scaler = await new MinMaxScaler({ featureRange: [-1, 1] }).fit(X);
      const back = scaler.inverseTransform(scaler.transform(X)).to1DArray();
      const size = Math.max(1, ...X.flat().map(Math.abs));
      back.forEach((value, at) => expect(Math.abs(value - X.flat()[at])).toBeLessThanOrEqual(1e-14 * size));
    }),
  );
});

test('the order of the rows does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfNumbers, async (X) => {
      const one = await new MinMaxScaler().fit(X);
      const other = await new MinMaxScaler().fit([...X].reverse());
      expect(other.toJSON()).toEqual(one.toJSON());
    }),
  );
});

test('bytes are scaled as doubles are, to the bit', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfBytes, async (rows) => {
      const doubles = rows.map((row) => Array.from(row));
      const bytes = new ByteMatrix(rows.length, rows[0].length, Uint8Array.from(doubles.flat()));
      const [one, other] = [await new MinMaxScaler().fit(bytes), await new MinMaxScaler().fit(doubles)];
      expect(one.toJSON()).toEqual(other.toJSON());
      expect(one.transform(bytes)).toEqual(other.transform(doubles));
    }),
  );
});

test('clip keeps other rows in the range', async () => {
  const scaler = await new MinMaxScaler({ clip: true, featureRange: [0, 10] }).fit([[0], [1]]);
  expect(scaler.transform([[-1], [0.5], [2], [Number.MAX_VALUE]]).to1DArray()).toEqual([0, 5, 10, 10]);
  const open = await new MinMaxScaler({ featureRange: [0, 10] }).fit([[0], [1]]);
  expect(open.transform([[-1], [2]]).to1DArray()).toEqual([-10, 20]);
});

test('columns may reach from the least to the largest double', async () => {
  const { MAX_VALUE } = Number;
  const scaler = await new MinMaxScaler().fit([[-MAX_VALUE], [MAX_VALUE]]);
  expect(scaler.dataRange).toEqual(Float64Array.of(Infinity));
  const scaled = scaler.transform([[-MAX_VALUE], [0], [MAX_VALUE]]).to1DArray();
  [0, 0.5, 1].forEach((value, i) => expect(scaled[i]).toBeCloseTo(value, 14));
  const again = MinMaxScaler.fromJSON(JSON.parse(JSON.stringify(scaler)));
  expect(again.transform([[0]]).to1DArray()).toEqual([scaled[1]]);
});

test('a range that a column cannot be brought into is refused', async () => {
  const wide = new MinMaxScaler({ featureRange: [-Number.MAX_VALUE, Number.MAX_VALUE] });
  await expect(wide.fit([[0], [1]])).rejects.toThrow(ParameterError);
  await expect(wide.fit([[0], [1]])).rejects.toThrow(
    'MinMaxScaler: featureRange must be such that the values of column 0',
  );
  expect(wide.isFitted).toBe(false);
  for (const featureRange of [[1, 0], [1, 1], [0, Infinity], [0], 'all'] as unknown as [number, number][]) {
    expect(() => new MinMaxScaler({ featureRange })).toThrow('MinMaxScaler: featureRange');
  }
});

test('rows have no weights', async () => {
  const fit = new MinMaxScaler().fit([[1]], { sampleWeight: [1] });
  await expect(fit).rejects.toThrow('MinMaxScaler.fit: sampleWeight must be left out');
});

test('a stored state that no fit can leave is refused', async () => {
  const model = (await new MinMaxScaler().fit([[0], [1]])).toJSON();
  const tensor = (value: number) => ({ dtype: 'float64', shape: [1], data: [value] });
  const refused = (value: unknown) => expect(() => MinMaxScaler.fromJSON(value));
  refused({ ...model, tensors: { ...model.tensors, dataMin: tensor(2) } }).toThrow(
    'dataMax of at least 2 in column 0, got 1',
  );
  refused({ ...model, facts: { nSamplesSeen: 1.5 } }).toThrow('nSamplesSeen to be a whole number');
  const params = { featureRange: [0, 1e300], clip: false };
  refused({
    ...model,
    estimator: { ...model.estimator, params },
    tensors: { dataMin: tensor(0), dataMax: tensor(1e-14) },
  }).toThrow('featureRange that every column can be brought into');
});
