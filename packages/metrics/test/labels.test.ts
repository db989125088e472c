import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { uniqueLabels } from '../src/index.js';

describe('uniqueLabels', () => {
  test('numbers ascend, in arrays and typed arrays', () => {
    expect(uniqueLabels([10, 9, -1], Uint8Array.of(9, 200))).toEqual([-1, 9, 10, 200]);
    expect(uniqueLabels([0, -0])).toEqual([0]);
    expect(uniqueLabels()).toEqual([]);
  });

  test('false comes before true', () => {
    expect(uniqueLabels([true, false], [true])).toEqual([false, true]);
    expect(uniqueLabels(Uint8ClampedArray.of(3, 1, 3))).toEqual([1, 3]);
  });

  test('text is in the order of code points, where JavaScript has that of UTF-16 units', () => {
    const words = ['😀', '\uffee', 'b', 'B', 'é', 'ab', 'a', ''];
    expect(uniqueLabels(words, ['b'])).toEqual(['', 'B', 'a', 'ab', 'b', 'é', '\uffee', '😀']);
    expect([...words].sort().indexOf('😀')).toBeLessThan([...words].sort().indexOf('\uffee'));
  });

  test('any text sorts as its list of code points does', () => {
    const slow = (a: string, b: string) => {
      const [x, y] = [a, b].map((text) => Array.from(text, (each) => each.codePointAt(0) ?? 0));
      const at = x.findIndex((point, i) => point !== y[i]);
      return at < 0 ? x.length - y.length : x[at] - (y[at] ?? -1);
    };
    const text = fc.string({
      unit: fc.constantFrom('a', 'z', '\ue000', '\uffff', '😀', '😁', '𝔸'),
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(text), (words) => {
        expect(uniqueLabels(words)).toEqual([...new Set(words)].sort(slow));
      }),
    );
  });
});
