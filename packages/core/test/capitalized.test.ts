import { expect, test } from '@jest/globals';

import { capitalized } from '../src/index.js';

test.each([
  ['loss', 'Loss'],
  ['gradient norm', 'Gradient norm'],
  ['ärger', 'Ärger'],
  ['𐐨 is one letter', '𐐀 is one letter'],
  ['3 trees', '3 trees'],
  ['', ''],
])('%s', (text, expected) => {
  expect(capitalized(text)).toBe(expected);
});
