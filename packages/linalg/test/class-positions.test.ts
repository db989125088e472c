import { expect, test } from '@jest/globals';

import { classPositions } from '../src/index.js';

test('labels of every kind have the positions of their classes, and -1 where they are none', () => {
  expect(classPositions([3, 1, 2, 1], [1, 3])).toEqual(Int32Array.of(1, 0, -1, 0));
  expect(classPositions(Uint8Array.of(3, 1), [1, 3])).toEqual(Int32Array.of(1, 0));
  expect(classPositions(['b', '1', 'constructor'], ['a', 'b'])).toEqual(Int32Array.of(1, -1, -1));
  expect(classPositions([true, false], [false, true])).toEqual(Int32Array.of(1, 0));
  expect(classPositions([], ['a'])).toEqual(new Int32Array(0));
});
