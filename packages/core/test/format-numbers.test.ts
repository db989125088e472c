import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  formatCount,
  formatDuration,
  formatMegabytes,
  formatQuantity,
  formatShare,
  formatShort,
} from '../src/index.js';

test('counts have commas between thousands', () => {
  expect([0, -0, 999, 1135, 60_000, 1_234_567].map(formatCount)).toEqual([
    '0',
    '0',
    '999',
    '1,135',
    '60,000',
    '1,234,567',
  ]);
});

test('quantities have one or several', () => {
  expect([0, 1, 2, 60_000].map((count) => formatQuantity(count, 'row'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '60,000 rows',
  ]);
  expect([1, 2].map((count) => formatQuantity(count, 'class', 'classes'))).toEqual(['1 class', '2 classes']);
});

describe('shares', () => {
  test('have decimals, and a dash where they are not known', () => {
    expect([0, 1, 0.5, 0.99996, 0.00002, 0.9533].map((share) => formatShare(share))).toEqual([
      '0%',
      '100%',
      '50.0%',
      '>99.9%',
      '<0.1%',
      '95.3%',
    ]);
    expect(formatShare(undefined)).toBe('–');
    expect(formatShare(0.95333, 2)).toBe('95.33%');
    expect(formatShare(0.99999, 2)).toBe('>99.99%');
  });

  test('are never 0% or 100% in between', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (share, digits) => {
          expect(formatShare(share, digits)).not.toMatch(/^(0(\.0*)?|100(\.0*)?)%$/);
        },
      ),
    );
  });
});

test('short forms have a few digits', () => {
  expect([2893.1, 52.86, 0.8604, 0.00001, 12, 123_456.7, -0.5].map((value) => formatShort(value))).toEqual([
    '2,893',
    '52.9',
    '0.86',
    '1.00e-5',
    '12',
    '123,457',
    '-0.5',
  ]);
  expect([0.000123, 3.14159265, 1.5e9, 2.5e15, NaN, -Infinity].map((value) => formatShort(value, 4))).toEqual(
    ['0.000123', '3.142', '1,500,000,000', '2.500e+15', 'NaN', '-Infinity'],
  );
});

test('sizes are in megabytes', () => {
  expect([0, 1_234_567, 9_999_999, 11_594_722, 2 ** 31].map(formatMegabytes)).toEqual([
    '0.0 MB',
    '1.2 MB',
    '10.0 MB',
    '12 MB',
    '2147 MB',
  ]);
});

test.each([
  [0, '0 s'],
  [0.0001, '1 ms'],
  [0.412, '412 ms'],
  [0.9994, '999 ms'],
  [0.9996, '1.0 s'],
  [1, '1 s'],
  [9.94, '9.9 s'],
  [52.86, '53 s'],
  [59.7, '1 min 0 s'],
  [60, '1 min 0 s'],
  [2893.1, '48 min 13 s'],
])('%f seconds are %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));
