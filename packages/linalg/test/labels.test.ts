import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { compareLabels, findLabelFault } from '../src/index.js';

test('numbers are ordered by value, text by code point', () => {
  expect([10, 9, -1].sort(compareLabels)).toEqual([-1, 9, 10]);
  expect(['b', 'a', 'ab', ''].sort(compareLabels)).toEqual(['', 'a', 'ab', 'b']);
  expect(['😀', '￿', 'é'].sort(compareLabels)).toEqual(['é', '￿', '😀']);
});

test('false is before true', () => {
  expect([true, false, true].sort(compareLabels)).toEqual([false, true, true]);
});

test('labels are whole numbers below 2^53, text or booleans, all of one kind', () => {
  const most = Number.MAX_SAFE_INTEGER;
  for (const labels of [[], [0, -1, most, -most], ['1', ''], [true, false], Uint8ClampedArray.of(1)]) {
    expect(findLabelFault(labels)).toBeUndefined();
  }
  const others = [0.5, NaN, Infinity, most + 1, 2 ** 70, null, undefined, 1n, {}, Symbol('a'), 'text', true];
  for (const label of others) expect(findLabelFault([1, label, 0])).toMatchObject({ index: 1, label });
  expect(findLabelFault([1, 2], { type: 'string' })).toMatchObject({ index: 0, label: 1 });
  expect(findLabelFault([0.5, -1.5], { fractions: true })).toBeUndefined();
  expect(findLabelFault([0.5, 2 ** 53], { fractions: true })).toMatchObject({ index: 1 });
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
