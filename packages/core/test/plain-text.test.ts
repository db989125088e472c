import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { plainText, shownText } from '../src/index.js';

const DANGEROUS =
  /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\u061c\ufff9-\ufffb\ufffe\uffff]|[\u{e0001}-\u{e007f}]|[\ud800-\udfff]/u;

const any = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('plainText', () => {
  test.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
    ['\u009b2J', '\\u009b2J'],
    ['\u202eabc', '\\u202eabc'],
    ['\u2066abc\u2069', '\\u2066abc\\u2069'],
    ['ze\u200bro', 'ze\\u200bro'],
    ['ze\u200dro', 'ze\\u200dro'],
    ['\ufeffa', '\\ufeffa'],
    ['a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
    ['a\ud800b', 'a\\ud800b'],
    ['a\udc00', 'a\\udc00'],
    ['a\u{e0041}', 'a\\udb40\\udc41'],
    ['a\ufe0fb', 'a\\ufe0fb'],
    ['\u3164', '\\u3164'],
    ['a\u0000', 'a\\u0000'],
  ])('%j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test.each([
    'Zoë',
    'かな',
    '😀',
    '👩\u200d👩\u200d👧',
    '❤️',
    '👍🏽',
    '1️⃣',
    'می\u200cخواهم',
    'क्\u200dष',
    '葛\u{e0100}',
    'שלום',
    '\\u001b',
  ])('leaves %s as it is', (text) => {
    expect(plainText(text)).toBe(text);
    expect(shownText(text)).toBe(text);
  });

  test('of any text nothing dangerous is left, and it is done at once', () => {
    fc.assert(
      fc.property(any, (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(DANGEROUS);
        expect(plainText(plain)).toBe(plain);
        expect(shownText(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
      }),
    );
  });

  test('JSON reads back the same', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(JSON.parse(plainText(JSON.stringify({ [text]: text })))).toEqual({ [text]: text });
      }),
    );
  });
});

test('shownText', () => {
  expect(shownText('a\r\nb\tc\u2028d')).toBe('a b c d');
  expect(shownText('\u001b[31m\u202e\u200b\ud800')).toBe('\ufffd[31m\ufffd\ufffd\ufffd');
});
