import { describe, expect, test } from '@jest/globals';
import { shownText } from '@tenfold/core';
import fc from 'fast-check';

import { fitSize, fitText, measureText } from '../src/text/measure-text.js';
import { hostileTexts } from './support/samples.js';

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
