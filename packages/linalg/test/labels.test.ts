import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { compareLabels } from '../src/index.js';

test('numbers are ordered by value, text by code point', () => {
  expect([10, 9, -1].sort(compareLabels)).toEqual([-1, 9, 10]);
  expect(['b', 'a', 'ab', ''].sort(compareLabels)).toEqual(['', 'a', 'ab', 'b']);
  expect(['😀', '￿', 'é'].sort(compareLabels)).toEqual(['é', '￿', '😀']);
});

test('the order is that of the arrays of code points', () => {
  const slow = (a: string, b: string) => {
    const [left, right] = [a, b].map((text) => Array.from(text, (c) => c.codePointAt(0)!));
    const at = left.findIndex((code, i) => code !== right[i]);
    return at === -1 ? left.length - right.length : at >= right.length ? 1 : left[at] - right[at];
  };
  const text = fc.string({ unit: 'binary', maxLength: 4 });
  fc.assert(fc.property(text, text, (a, b) => Math.sign(compareLabels(a, b)) === Math.sign(slow(a, b))));
});
