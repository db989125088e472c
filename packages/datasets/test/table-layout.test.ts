import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import { caseBytes } from '@tenfold/cases';
import fc from 'fast-check';

import { parseTable, readTableLayout, TableError } from '../src/index.js';

describe('the layout of a table', () => {
  test.each([
    ['a,b,c\n1,2,3', ',', ['a', 'b', 'c']],
    ['\ufeffa,"b ""x"", y",c\r\n1,2,3', ',', ['a', 'b "x", y', 'c']],
    ['"two\r\nlines",z\r1,2', ',', ['two\nlines', 'z']],
    ['a,,\n1,,', ',', ['a', '', '']],
    ['a,,c\n1,2,3', ',', ['a', 'Unnamed: 1', 'c']],
    ['a;b;"c;d"\n1,5;2;3', ';', ['a', 'b', 'c;d']],
    ['a\tb\n1\t2', '\t', ['a', 'b']],
    ['\n\na|b\n1|2', '|', ['a', 'b']],
    ['"","||"\n1,2', ',', ['Unnamed: 0', '||']],
    ['"",";;"', ',', ['', ';;']],
  ])('of %j: %j, %j', async (text, delimiter, columns) => {
    expect(await readTableLayout(text)).toEqual({ delimiter, columns });
    expect(await readTableLayout(new TextEncoder().encode(text))).toEqual({ delimiter, columns });
  });

  test.each(['good.csv.gz', 'semicolon.csv'])('of %s', async (name) => {
    const { columns } = await readTableLayout(caseBytes(name));
    expect(columns.slice(0, 3)).toEqual(['label', 'pixel0', 'pixel1']);
    expect(columns).toHaveLength(17);
  });

  test('of a table in two gzip members', async () => {
    const packed = Buffer.concat([gzipSync('a;b'), gzipSync(';c\n1;2;3\n')]);
    expect(await readTableLayout(packed)).toEqual({ delimiter: ';', columns: ['a', 'b', 'c'] });
  });

  test('needs no more than the first lines', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('a,b\n');
      for (;;) {
        taken++;
        yield await Promise.resolve(new TextEncoder().encode('1,2\n'.repeat(1000)));
      }
    }
    expect(await readTableLayout(endless())).toEqual({ delimiter: ',', columns: ['a', 'b'] });
    expect(taken).toBeLessThan(20);
  });

  test('without a header has numbers', async () => {
    expect((await readTableLayout('5;6\n1;2', { header: false })).columns).toEqual(['0', '1']);
    await expect(readTableLayout('5,7\n1,2')).rejects.toThrow(TableError);
    await expect(readTableLayout('')).rejects.toThrow('there is nothing in it');
  });

  const names = fc.uniqueArray(
    fc.string().map((name) => name.replaceAll('\r', '\n')),
    { minLength: 1, selector: (name) => name.trim() },
  );
  test('is what parseTable reads, whatever is written by RFC 4180', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom(',', ';', '\t', '|'), async (columns, delimiter) => {
        const header = columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(delimiter);
        const text = `${header}\n${columns.map((_, i) => i + 1).join(delimiter)}\n`;
        const expected = columns.map((name, i) => name.trim() || `Unnamed: ${i}`);
        fc.pre(columns.length > 1 || columns[0].trim() !== '');
        expect((await readTableLayout(text, { header: true })).columns).toEqual(expected);
        expect(parseTable(text, { header: true }).featureNames).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
