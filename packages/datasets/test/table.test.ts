import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { FileError, parseTable, readTable, TableError } from '../src/index.js';
import { emptyFolder, fileWith, rejection, thrown } from './helpers/files.js';

const flowers = 'length,width,kind\n5.1,3.5,setosa\n6.3,2.5,virginica\n4.9,3,setosa\n';

describe('parseTable', () => {
  test('splits features from labels', () => {
    const table = parseTable(flowers, { target: 'kind', name: 'flowers' });
    expect(table.data.to2DArray()).toEqual([
      [5.1, 3.5],
      [6.3, 2.5],
      [4.9, 3],
    ]);
    expect(table).toMatchObject({
      name: 'flowers',
      target: ['setosa', 'virginica', 'setosa'],
      targetNames: ['setosa', 'virginica'],
      featureNames: ['length', 'width'],
    });
  });

  test('gives numbers when all labels are numbers, sorted by value in the names', () => {
    const table = parseTable('y,x\n10,1\n9.0,2\n-1,3\n', { target: 'y' });
    expect(table).toMatchObject({ target: [10, 9, -1], targetNames: ['-1', '9', '10'], featureNames: ['x'] });
    expect(parseTable('y,x\n10,1\nten,2\n', { target: 'y' }).target).toEqual(['10', 'ten']);
  });

  test('reads a table without labels', () => {
    const table = parseTable('a,b\n1,2\n');
    expect(table.data.to2DArray()).toEqual([[1, 2]]);
    expect('target' in table).toBe(false);
  });

  test('takes quotes, CR LF, mixed ends, a byte order mark, blank lines, blanks, UTF-8', () => {
    const text =
      '\uFEFF"länge, cm", "art"\r\n'.replace(' "art"', '"art"') +
      '\r\n" 1.5 ","a ""b"" c"\r\n2e0,"größe\nzwei"\n+.5,雪\r\n';
    const table = parseTable(text, { target: 'art' });
    expect(table.data.to1DArray()).toEqual([1.5, 2, 0.5]);
    expect(table.target).toEqual(['a "b" c', 'größe\nzwei', '雪']);
    expect(table.featureNames).toEqual(['länge, cm']);
  });

  test('takes another delimiter, and finds it', () => {
    expect(parseTable('a;y\n1;2\n', { target: 'y', delimiter: ';' }).target).toEqual([2]);
    expect(parseTable('a;y\n1;2\n', { target: 'y' }).target).toEqual([2]);
  });

  test('reads back any table that a plain writer wrote', () => {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const label = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !/[\r]/.test(text));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, label, number), { minLength: 1, maxLength: 20 }), (rows) => {
        const text = rows.map(([a, kind, b]) => `${a},${quote(kind)},${quote(String(b))}\n`).join('');
        const table = parseTable(`a,kind,b\n${text}`, { target: 'kind', labelType: 'text', missing: [''] });
        expect(table.data.to2DArray()).toEqual(rows.map(([a, , b]) => [a + 0, b + 0]));
        expect(table.target).toEqual(rows.map(([, kind]) => kind));
      }),
    );
  });

  test.each([
    ['an empty text', '', 'empty', {}],
    ['only blank lines', '\n\r\n', 'empty', {}],
    ['only a header', 'a,kind\n', 'no-rows', {}],
    ['a row too short', 'a,kind\n1,x\n2\n', 'ragged', { line: 3 }],
    ['a row too long', 'a,kind\n1,x,3\n', 'ragged', { line: 2 }],
    ['a column named twice', 'a,b,a,kind\n', 'duplicate-column', { line: 1, column: 3, columnName: 'a' }],
    ['no target', 'a,kinds\n1,2\n', 'missing-column', { columnName: 'kind' }],
    ['nothing but the target', 'kind\n1\n', 'no-features', {}],
    ['text', 'a,kind\n1,x\n\n"two",y\n', 'text', { line: 4, column: 1, columnName: 'a', value: 'two' }],
    ['a hexadecimal number', 'a,kind\n0x10,x\n', 'text', { line: 2, column: 1 }],
    [
      'an empty cell',
      'b,a,kind\n1,,x\n',
      'missing-value',
      { line: 2, column: 2, columnName: 'a', value: '' },
    ],
    ['a blank cell', 'a,kind\n  ,x\n', 'missing-value', { line: 2, column: 1 }],
    ['NA', 'a,kind\nNA,x\n', 'missing-value', { line: 2, column: 1, value: 'NA' }],
    ['NaN', 'a,kind\n1,x\nnan,y\n', 'missing-value', { line: 3, column: 1, value: 'nan' }],
    ['infinity', 'a,kind\n-Infinity,x\n', 'non-finite', { line: 2, column: 1 }],
    ['a number too large', 'a,kind\n1e999,x\n', 'non-finite', { line: 2, column: 1, value: '1e999' }],
    ['a missing label', 'a,kind\n1,x\n2,\n', 'missing-label', { line: 3, column: 2, columnName: 'kind' }],
    [
      'a cell after a quoted one of two lines',
      'kind,a\n"x\ny",1\nz,?\n',
      'missing-value',
      { line: 4, column: 2 },
    ],
    ['a quote without end', 'a,kind\n1,x\n2,"y\n3,z\n', 'quotes', { line: 3 }],
    ['a quote inside a cell', 'a,kind\n1,"x"y"\n', 'quotes', { line: 2 }],
  ])('refuses %s', (_, text, problem, place) => {
    const error = thrown(() => parseTable(text, { target: 'kind' }));
    expect(error).toBeInstanceOf(TableError);
    expect(error).toMatchObject({ problem, source: 'the table', kind: 'input', ...place });
  });

  test('says where, what and what else', () => {
    const message = (text: string) =>
      (thrown(() => parseTable(text, { target: 'kind', source: 'f.csv' })) as Error).message;
    expect(message('a,kind\nx,y\n')).toBe('f.csv, line 2, column 1 (a): expected a number, got "x"');
    expect(message('a,kinds\n1,2\n')).toBe(
      'f.csv: there is no column "kind" (did you mean kinds?); the columns are a, kinds',
    );
    expect(message('a,b,kind\n1,2\n')).toBe('f.csv, line 2: expected 3 cells as in the header, got 2');
  });
});

describe('readTable', () => {
  test('reads a file and takes its name', async () => {
    const path = await fileWith(`\uFEFF${flowers}`, 'flowers.csv');
    expect(await readTable(path, { target: 'kind' })).toEqual(
      parseTable(flowers, { target: 'kind', name: 'flowers' }),
    );
    expect((await readTable(await fileWith('a,b\n1,2\n'))).data.columns).toBe(2);
  });

  test('names the file in errors', async () => {
    const path = await fileWith('a,kind\n1\n');
    expect(await rejection(readTable(path, { target: 'kind' }))).toMatchObject({ source: path, line: 2 });
  });

  test.each([
    ['UTF-16', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), 'UTF-16'],
    ['Latin-1', Buffer.from('größe,b\n1,2\n', 'latin1'), 'not in UTF-8'],
  ])('refuses %s', async (_, bytes, message) => {
    const error = await rejection(readTable(await fileWith(bytes)));
    expect(error).toMatchObject({ problem: 'encoding' });
    expect((error as Error).message).toContain(message);
  });

  test('says that there is no such file, or that it is a folder', async () => {
    const folder = await emptyFolder();
    const none = await rejection(readTable(join(folder, 'none.csv'), { target: 'y' }));
    expect(none).toBeInstanceOf(FileError);
    expect(none).toMatchObject({ code: 'ENOENT' });
    expect(await rejection(readTable(folder, { target: 'y' }))).toMatchObject({ code: 'EISDIR' });
  });
});
