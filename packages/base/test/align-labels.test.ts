import { describe, expect, test } from '@jest/globals';
import { caseBytes } from '@tenfold/cases';
import type { Label, Labels } from '@tenfold/linalg';
import fc from 'fast-check';

import { alignLabels, LabelMismatchError } from '../src/index.js';

describe('alignLabels', () => {
  test.each<[string, Label[], Labels, Labels]>([
    ['text to numbers', [1, 2, 3], ['2', '3', '40', '-7'], [2, 3, 40, -7]],
    ['numbers to text', ['1A', '2', '3'], [2, 3, 4], ['2', '3', '4']],
    ['a typed array to text', ['1A', '2', '3'], Uint8Array.of(2, 3), ['2', '3']],
    ['spelt booleans to booleans', [false, true], ['true', 'False', 'TRUE'], [true, false, true]],
    ['booleans to the spelling of the classes', ['False', 'True'], [true, false], ['True', 'False']],
    ['booleans beside a third class', ['TRUE', 'unknown'], [false, true], ['FALSE', 'TRUE']],
  ])('%s', (_, classes, y, expected) => {
    expect(alignLabels(y, classes)).toEqual(expected);
  });

  test('gives labels of the same kind back as they are', () => {
    const sets: [Labels, Label[]][] = [
      [['a'], ['b', 'c']],
      [Uint8Array.of(1), [1, 2]],
      [[true], [false, true]],
      [[], [1, 2]],
    ];
    for (const [y, classes] of sets) expect(alignLabels(y, classes)).toBe(y);
  });

  test.each<[string, Label[], unknown[], unknown]>([
    ['words for numbers', [1, 2], ['2', 'two'], 'two'],
    ['numbers that are written otherwise', [1, 2], ['2.0'], '2.0'],
    ['leading zeros', [1, 2], ['02'], '02'],
    ['a blank', [1, 2], [' 2'], ' 2'],
    ['nothing', [0, 1], [''], ''],
    ['numbers that run together', [1, 2], ['9007199254740993'], '9007199254740993'],
    ['numbers for words', ['cat', 'dog'], [0, 1], 0],
    ['fractions for text', ['1', '2'], [1, 1.5], 1.5],
    ['booleans for numbers', [0, 1], [true], true],
    ['booleans for words', ['no', 'yes'], [true], true],
    ['numbers for booleans', [false, true], [1, 0], 1],
    ['another word for a boolean', [false, true], ['yes'], 'yes'],
    ['a hole', ['1', '2'], [1, undefined], undefined],
  ])('refuses %s', (_, classes, y, label) => {
    const align = (): Labels => alignLabels(y as unknown as Labels, classes);
    expect(align).toThrow(LabelMismatchError);
    expect(align).toThrow(expect.objectContaining({ classes, label, kind: 'input' }));
  });

  test('there and back again is where it began', () => {
    const numbers = fc.array(fc.maxSafeInteger(), { minLength: 1 });
    fc.assert(
      fc.property(numbers, (y) => {
        const text = alignLabels(y, ['1', 'x']);
        expect(alignLabels(text, [1, 2])).toEqual(y);
      }),
    );
  });
});

test('a day on which all routes were numbers is read as text', () => {
  const [header, ...lines] = new TextDecoder().decode(caseBytes('routes-day2.csv')).trim().split('\n');
  const at = header.split(',').indexOf('route');
  const routes = lines.map((line) => line.split(',')[at]);
  expect(new Set(routes)).toEqual(new Set(['2', '3']));
  expect(alignLabels(routes.map(Number), ['1A', '2', '3'])).toEqual(routes);
});
