import { expect, test } from '@jest/globals';

import type { Contributions } from '../../src/model/contributions.js';
import { nextMisclassified } from '../../src/webviews/shared/test-images.js';
import {
  decidingPixels,
  largestCoefficients,
  rivalOf,
  signed,
} from '../../src/webviews/weights/weights-view.js';

const test4 = {
  count: 5,
  actual: Uint16Array.of(1, 2, 3, 4, 5),
  predicted: Uint16Array.of(1, 0, 3, 0, 5),
  isHeldOut: true,
};

test('the next misclassified image is found both ways, going round', () => {
  expect(nextMisclassified(test4, 0)).toBe(1);
  expect(nextMisclassified(test4, 1)).toBe(3);
  expect(nextMisclassified(test4, 3)).toBe(1);
  expect(nextMisclassified(test4, 1, -1)).toBe(3);
  expect(nextMisclassified({ ...test4, predicted: test4.actual }, 2)).toBeUndefined();
  expect(nextMisclassified({ ...test4, count: 0 }, 0)).toBeUndefined();
});

test('a wrong answer is held against the right one, a right one against the next', () => {
  expect(rivalOf([1, 2, 0], 3, 0)).toBe(0);
  expect(rivalOf([1, 2, 0], 3, 1)).toBe(2);
  expect(rivalOf([1, 2, 0], 3, 65_535)).toBe(2);
  expect([rivalOf([0], 3, 0), rivalOf([2], 3, 2)]).toEqual([1, 0]);
});

test('the pixels that decide most come first', () => {
  const of = (...pixels: number[]): Contributions => ({
    classNumber: 0,
    pixels: Float64Array.from(pixels),
    speaksFor: 0,
    speaksAgainst: 0,
    intercept: 0,
    score: 0,
  });
  const found = decidingPixels(of(1, 0, -2, 5), of(1, 1, 2, 4), 10);
  expect(found.map(({ pixel, difference }) => [pixel, difference])).toEqual([
    [2, -4],
    [1, -1],
    [3, 1],
  ]);
  expect(decidingPixels(of(1, 2), of(0, 0), 1)).toHaveLength(1);
});

test('the largest coefficients are listed with their class and feature', () => {
  expect(largestCoefficients(Float64Array.of(1, -9, 3, 3, 0, 8), 3, 3)).toEqual([
    { row: 0, feature: 1, value: -9 },
    { row: 1, feature: 2, value: 8 },
    { row: 0, feature: 2, value: 3 },
  ]);
});

test.each([
  [0, '0'],
  [0.0123, '+0.0123'],
  [-12.345, '−12.3'],
  [123.456, '+123.5'],
  [-1.24e-7, '−1.2e-7'],
  [1e6, '+1.0e+6'],
])('%d is written %s', (value, text) => expect(signed(value)).toBe(text));
