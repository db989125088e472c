import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { largest, smallest } from '../src/index.js';

describe('largest and smallest', () => {
  test('are what Math.max and Math.min say of a few', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 20 }), fc.double({ noNaN: true }), (values, bound) => {
        expect(largest(values)).toBe(Math.max(...values));
        expect(smallest(values)).toBe(Math.min(...values));
        expect(largest(Float64Array.from(values), bound)).toBe(Math.max(bound, ...values));
        expect(smallest(values.values(), bound)).toBe(Math.min(bound, ...values));
      }),
    );
  });

  test('take more values than a call has room for', () => {
    const many = Float64Array.from({ length: 2_000_000 }, (_, i) => i);
    expect(largest(many)).toBe(1_999_999);
    expect(smallest(many.values())).toBe(0);
  });
});
