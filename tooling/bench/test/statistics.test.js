import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { logLogSlope, summarize } from '../src/statistics.js';

describe('summarize', () => {
  test('gives the middle figure, or the mean of the two middle ones, and the range', () => {
    expect(summarize([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3, runs: 3 });
    expect(summarize([4, 1, 10, 2])).toEqual({ median: 3, low: 1, high: 10, runs: 4 });
    expect(summarize([7])).toEqual({ median: 7, low: 7, high: 7, runs: 1 });
  });

  test('sorts as numbers, and leaves what it was given as it was', () => {
    const values = [100, 9, 20];
    expect(summarize(values).median).toBe(20);
    expect(values).toEqual([100, 9, 20]);
  });

  test('has as many figures below the median as above it', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (all) => {
        const { median, low, high } = summarize(all);
        const [below, above] = [all.filter((v) => v < median).length, all.filter((v) => v > median).length];
        expect(Math.max(below, above)).toBeLessThanOrEqual(all.length / 2);
        expect(low <= median && median <= high).toBe(true);
      }),
    );
  });

  test('refuses no figures', () => {
    expect(() => summarize([])).toThrow(RangeError);
  });
});

describe('logLogSlope', () => {
  test('is the exponent of a power', () => {
    const exponents = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(exponents, (p) => {
        const points = [1e3, 1e4, 6e4].map((x) => [x, 5 * x ** p]);
        expect(logLogSlope(points)).toBeCloseTo(p, 9);
      }),
    );
  });
});
