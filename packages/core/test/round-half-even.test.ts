import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { toExponentialEven, toFixedEven } from '../src/index.js';

// As Python 3.12 writes them: format(value, f'.{digits}f').
test.each([
  [0, 3, '0.000'],
  [37, 3, '37.000'],
  [0.0625, 3, '0.062'],
  [0.1875, 3, '0.188'],
  [-0.0625, 3, '-0.062'],
  [1.0005, 3, '1.000'],
  [2.5, 0, '2'],
  [3.5, 0, '4'],
  [0.15, 1, '0.1'],
  [0.35, 1, '0.3'],
  [0.45, 1, '0.5'],
  [2.675, 2, '2.67'],
  [0.9767441860465116, 3, '0.977'],
  [60000, 3, '60000.000'],
])('%p with %p decimals is %p, as Python writes it', (value, digits, text) => {
  expect(toFixedEven(value, digits)).toBe(text);
});

test.each([
  [1250, 1, '1.2e+3'],
  [1350, 1, '1.4e+3'],
  [0.000125, 1, '1.3e-4'],
])('%p with %p decimals of the mantissa is %p', (value, digits, text) => {
  expect(toExponentialEven(value, digits)).toBe(text);
});

test('differs from toFixed at ties alone', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 6 }),
      (value, digits) => {
        const isTie = Number.isInteger(value * 2 ** (digits + 1)) && !Number.isInteger(value * 2 ** digits);
        if (!isTie) expect(toFixedEven(value, digits)).toBe(value.toFixed(digits));
      },
    ),
  );
});
