import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { permuteRows } from '../src/mnist/permute-rows.js';

test('rows permuted in place are the rows taken in that order', () => {
  const permutations = fc
    .integer({ min: 1, max: 40 })
    .chain((rows) => fc.shuffledSubarray([...Array(rows).keys()], { minLength: rows, maxLength: rows }));
  fc.assert(
    fc.property(permutations, fc.integer({ min: 1, max: 5 }), (order, width) => {
      const data = Uint8Array.from({ length: order.length * width }, (_, i) => i);
      const expected = order.flatMap((row) => [...data.slice(row * width, (row + 1) * width)]);
      permuteRows(data, width, order);
      expect([...data]).toEqual(expected);
    }),
  );
});
