import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';

import { numberGrid } from '../src/index.js';

const rates = numberGrid({ above: 0, infinite: true, default: 10, doc: 'Rates.' });
const shares = numberGrid({ min: 0, max: 1, default: [0, 0.5], doc: 'Shares.' });

describe('a grid of numbers', () => {
  test.each([1, 7, [0.5], [3, 1, Infinity]])('takes %p, also from JSON', (value) => {
    const checked = rates.check('Here', 'rates', value);
    expect(checked).toEqual(value);
    const json: unknown = JSON.parse(JSON.stringify(rates.toJson(checked)));
    expect(rates.check('Here', 'rates', rates.fromJson(json))).toEqual(value);
  });

  test.each<[unknown, string]>([
    [0, 'rates must be a whole number of at least 1, or a list of one number or more above 0, or Infinity'],
    [2.5, 'got 2.5'],
    [[], 'got an array of 0'],
    ['3', 'got "3"'],
    [null, 'got null'],
    [[1, 0], 'rates[1] must be a number above 0'],
    [[1, '2'], 'rates[1] must be'],
    [[NaN], 'rates[0] must be'],
  ])('refuses %p', (value, words) => {
    expect(() => rates.check('Here', 'rates', value)).toThrow(ParameterError);
    expect(() => rates.check('Here', 'rates', value)).toThrow(words);
  });

  test('says what it takes, and keeps its own list', () => {
    const given = [0.25, 1];
    const checked = shares.check('Here', 'shares', given);
    given[0] = 9;
    expect(checked).toEqual([0.25, 1]);
    for (const value of [...rates.bounds.accepted]) rates.check('Here', 'rates', value);
    for (const value of shares.bounds.refused) expect(() => shares.check('Here', 'shares', value)).toThrow();
  });
});
