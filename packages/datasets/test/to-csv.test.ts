import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';

import { toCsv } from '../src/index.js';

describe('toCsv', () => {
  test('quotes what needs it', () => {
    expect(
      toCsv([
        ['plain', 'with "quotes"', 'two\nlines', 'a,b', ' apart '],
        ['日本', '', true, 4, -0.5],
      ]),
    ).toBe('plain,"with ""quotes""","two\nlines","a,b"," apart "\n日本,,true,4,-0.5\n');
    expect(toCsv([['a', 1]], { newline: '\r\n' })).toBe('a,1\r\n');
    expect(toCsv([])).toBe('');
  });

  test.each([
    '=1+1',
    '=HYPERLINK("http://x")',
    '+1+1',
    '-2-3',
    '@SUM(A1)',
    '\tx',
    '\r=1',
    '=1\n2',
    '-1,5',
    '--1',
    '+e1',
    '-a',
  ])('lets %j become no formula', (text) => {
    const [[read]] = Papa.parse<string[]>(toCsv([[text]])).data;
    expect(read).toBe(`'${text}`);
  });

  test.each([
    '-1',
    '+1',
    '-1.5',
    '-.5',
    '-1.',
    '-1e-7',
    '+1E+30',
    '-Infinity',
    '-inf',
    '-',
    '+',
    '@',
    '=',
    '0',
    'a=1',
  ])('leaves %j as it is', (text) => {
    expect(toCsv([[text]])).toBe(`${text}\n`);
  });

  test('is read back as what was written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r]/.test(text)),
      fc.double(),
      fc.boolean(),
    );
    const rows = fc.integer({ min: 2, max: 4 }).chain((columns) => {
      return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1 });
    });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n' as const, '\r\n' as const), (written, newline) => {
        const { data } = Papa.parse<string[]>(toCsv(written, { newline }), { delimiter: ',', newline });
        expect(data.slice(0, -1)).toEqual(written.map((row) => row.map(String)));
      }),
    );
  });
});
