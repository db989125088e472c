import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { log1pExp, logSumExp, sigmoid } from '../src/index.js';

/** Values from 40-digit arithmetic. */
const EXACT = [
  { x: -745, log1pExp: 5e-324, sigmoid: 5e-324 },
  { x: -40, log1pExp: 4.248354255291589e-18, sigmoid: 4.248354255291589e-18 },
  { x: -1, log1pExp: 0.3132616875182228, sigmoid: 0.2689414213699951 },
  { x: 0, log1pExp: Math.LN2, sigmoid: 0.5 },
  { x: 1, log1pExp: 1.3132616875182228, sigmoid: 0.7310585786300049 },
  { x: 33.2, log1pExp: 33.20000000000001, sigmoid: 0.9999999999999962 },
  { x: 34, log1pExp: 34, sigmoid: 0.9999999999999983 },
  { x: 800, log1pExp: 800, sigmoid: 1 },
];

describe('log1pExp and sigmoid', () => {
  test.each(EXACT)('at $x', (exact) => {
    const bound = 4 * Number.EPSILON;
    expect(Math.abs(log1pExp(exact.x) - exact.log1pExp)).toBeLessThanOrEqual(bound * exact.log1pExp + 5e-324);
    expect(Math.abs(sigmoid(exact.x) - exact.sigmoid)).toBeLessThanOrEqual(bound * exact.sigmoid + 5e-324);
  });

  test('identities', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(sigmoid(x) + sigmoid(-x)).toBeCloseTo(1, 15);
        expect(log1pExp(x) - log1pExp(-x)).toBeCloseTo(x, 10);
        expect(log1pExp(x)).toBeGreaterThanOrEqual(Math.max(x, 0));
      }),
    );
  });

  test('infinite arguments', () => {
    expect([log1pExp(-Infinity), log1pExp(Infinity)]).toEqual([0, Infinity]);
    expect([sigmoid(-Infinity), sigmoid(Infinity)]).toEqual([0, 1]);
  });
});

describe('logSumExp', () => {
  test('is the logarithm of the sum, and moves along when everything is shifted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(0, 1000, -1000),
        (values, shift) => {
          const naive = Math.log(values.reduce((sum, x) => sum + Math.exp(x), 0));
          const shifted = Float64Array.from(values, (x) => x + shift);
          expect(logSumExp(shifted) - shift).toBeCloseTo(naive, 10);
        },
      ),
    );
  });

  test('takes a range', () => {
    expect(logSumExp(Float64Array.of(1000, 0, 0, 1000), 1, 3)).toBeCloseTo(Math.LN2, 15);
  });
});
