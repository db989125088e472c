import { describe, expect, test } from '@jest/globals';

import { table, texts } from '../contestants/node/generated-rows.js';

const sum = (values, of = (value) => value) =>
  Array.from(values).reduce((total, value, i) => total + of(value, i), 0);

// The sums are those of data.py, with NumPy 2.4.6: both contestants get the same rows.
describe('generated rows are the same in both languages', () => {
  test('texts', () => {
    const { X, y } = texts({ rows: 500, columns: 5000, classes: 20 });
    expect([X.nonzeros, sum(X.columnIndices), sum(y)]).toEqual([53_310, 88_780_747, 4876]);
    expect(sum(X.values)).toBeCloseTo(5015.200937626883, 6);
    expect(sum(X.values, (value, i) => value * X.columnIndices[i])).toBeCloseTo(9402283.878345162, 2);
    const first = X.rowRange(0, 1).values;
    expect(sum(first, (value) => value * value)).toBeCloseTo(1, 6);
  });

  test('tables', () => {
    const { X, y } = table({ rows: 500, columns: 50, classes: 5 });
    expect(sum(y)).toBe(1009);
    expect(sum(X.data)).toBeCloseTo(3455352.887324961, 3);
    expect(sum(X.data, (value, i) => value * (i % 97))).toBeCloseTo(167315879.9435078, 3);
  });
});
