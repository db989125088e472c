import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';

import { bluesReversed, BLUES, continuousMap, pastel1, redBlueBytes } from '../src/colors/color-map.js';
import { contrast, readableInk, seabornInk } from '../src/colors/contrast.js';
import { seriesStyle } from '../src/colors/palette.js';

interface Golden {
  maps: Record<string, { colors: string[]; whiteText: number[] }>;
}
const golden = JSON.parse(readFileSync(new URL('./golden/colors.json', import.meta.url), 'utf8')) as Golden;

describe('colour maps', () => {
  test.each([
    ['Blues', continuousMap(BLUES)],
    ['Blues_r', bluesReversed],
    ['Pastel1', pastel1],
    ['gray', continuousMap(['#000000', '#ffffff'])],
  ])("%s has matplotlib's colours at every thousandth", (name, map) => {
    expect(golden.maps[name].colors.map((_, step) => map(step / 1000))).toEqual(golden.maps[name].colors);
  });

  test('keep to their ends outside 0 to 1', () => {
    expect([bluesReversed(-1), bluesReversed(2), pastel1(NaN)]).toEqual(['#08306b', '#f7fbff', '#fbb4ae']);
    expect([...redBlueBytes(0.5)]).toEqual([247, 247, 247]);
    expect([...redBlueBytes(-1), ...redBlueBytes(2)]).toEqual([103, 0, 31, 5, 48, 97]);
  });
});

describe('inks', () => {
  test.each(Object.keys(golden.maps))('on %s are those that seaborn chooses', (name) => {
    const { colors, whiteText } = golden.maps[name];
    expect(colors.map((color) => Number(seabornInk(color) === '#ffffff'))).toEqual(whiteText);
  });

  test('of our own are readable on every colour', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel), (rgb) => {
        const fill = `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        expect(contrast(fill, readableInk(fill))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('of series are readable on paper, and thirty series all differ', () => {
    const styles = Array.from({ length: 30 }, (_, index) => seriesStyle(index));
    for (const { color } of styles) expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(new Set(styles.map((style) => JSON.stringify(style))).size).toBe(30);
  });
});
