import { describe, expect, test } from '@jest/globals';
import { shownText } from '@tenfold/core';
import fc from 'fast-check';

import { formatCount, formatFixed, formatPercent, formatShort } from '../src/text/format-number.js';
import { fitSize, fitText, measureText } from '../src/text/measure-text.js';
import { hostileTexts } from './support/samples.js';

describe('numbers', () => {
  test.each([
    [0, 3, '0.000'],
    [37, 3, '37.000'],
    [0.0625, 3, '0.062'],
    [0.1875, 3, '0.188'],
    [-0.0625, 3, '-0.062'],
    [1.0005, 3, '1.000'],
    [2.5, 0, '2'],
    [3.5, 0, '4'],
    [0.9767441860465116, 3, '0.977'],
    [60000, 3, '60000.000'],
  ])('%p with %p decimals is %p, as Python writes it', (value, decimals, text) => {
    expect(formatFixed(value, decimals)).toBe(text);
  });

  test('counts, shares and short forms', () => {
    expect([0, 999, 1135, 60000, 1234567].map(formatCount)).toEqual([
      '0',
      '999',
      '1,135',
      '60,000',
      '1,234,567',
    ]);
    expect([0, 1, 0.5, 0.99996, 0.00002, 0.9533].map(formatPercent)).toEqual([
      '0%',
      '100%',
      '50.0%',
      '>99.9%',
      '<0.1%',
      '95.3%',
    ]);
    expect([2893.1, 52.86, 0.8604, 0.00001, 12, 123456.7].map((value) => formatShort(value))).toEqual([
      '2,893',
      '52.9',
      '0.86',
      '1.00e-5',
      '12',
      '123,457',
    ]);
  });
});

describe('text', () => {
  test('is measured as Inter draws it', () => {
    expect(measureText('0', 1000)).toBe(631);
    expect(measureText('00', 10)).toBeCloseTo(12.62);
    expect(measureText('日本', 10)).toBe(20);
  });

  test('fits after fitting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 12, max: 300 }), (text, width) => {
        expect(measureText(fitText(text, 12, width), 12)).toBeLessThanOrEqual(Math.max(width, 12));
      }),
    );
    expect(fitText('intermediate', 14, 60)).toBe('interm…');
    expect(fitText('short', 14, 60)).toBe('short');
    expect(fitSize('60000.000', 14, 50, 9)).toBeLessThan(14);
    expect(fitSize('60000.000', 14, 10, 9)).toBe(9);
  });

  test('loses what a terminal might obey and what XML forbids', () => {
    for (const text of hostileTexts) {
      // eslint-disable-next-line no-control-regex -- control characters must be gone
      expect(shownText(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
      expect(shownText(text)).not.toMatch(/[\ud800-\udfff]/u);
    }
    expect(shownText('Ziffer „9“ 🎯')).toBe('Ziffer „9“ 🎯');
  });
});
