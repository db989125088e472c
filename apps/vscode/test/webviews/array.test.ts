import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { ArrayEntryFacts, ArrayFileFacts } from '../../src/protocol/webviews/array.js';
import { columnText, shortText } from '../../src/webviews/array/cell-text.js';
import { entryText, fileText, sizeText } from '../../src/webviews/array/facts-text.js';
import { FIRST, keptState, showsImages } from '../../src/webviews/array/state.js';
import { BLOCK_COLUMNS, BLOCK_ROWS, TableBlocks } from '../../src/webviews/array/table-blocks.js';

const entry: ArrayEntryFacts = {
  name: 'x_train',
  dtype: 'uint8',
  shape: [60_000, 28, 28],
  kind: 'images',
  byteLength: 47_040_000,
  rows: 60_000,
  rowLength: 784,
  images: { count: 60_000, height: 28, width: 28, channels: 1 },
  labels: null,
};
const file: ArrayFileFacts = {
  format: 'npz',
  gzipped: false,
  size: 11_490_434,
  entries: [entry],
  broken: [],
};

describe('texts', () => {
  test('an array in a line', () => {
    expect(entryText(entry)).toBe('60,000 × 28 × 28, uint8, 47 MB');
    expect(entryText({ ...entry, shape: [], dtype: 'float64', byteLength: 8 })).toBe(
      'one number, float64, 8 bytes',
    );
  });

  test('a file in a line', () => {
    expect(fileText(file)).toBe('NPZ of 1 arrays, 11.5 MB');
    expect(fileText({ ...file, format: 'idx', gzipped: true, size: 999 })).toBe(
      'IDX, packed by gzip, 999 bytes',
    );
  });

  test.each([
    [0, '0 bytes'],
    [1000, '1 kB'],
    [6e9, '6 GB'],
    [3e15, '3000 TB'],
  ])('%d bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

  test('a column is named by its place in the dimensions behind the first', () => {
    expect([0, 27, 28, 783].map((column) => columnText(column, [28, 28]))).toEqual([
      '0, 0',
      '0, 27',
      '1, 0',
      '27, 27',
    ]);
    expect(columnText(5, [7])).toBe('5');
  });

  test('a long number is rounded and never cut', () => {
    const long = ['-1.2345678901234e-105', '9223372036854775807', '0.0000123456789', '1.7976931348623e+308'];
    expect(long.map(shortText)).toEqual(['-1.23e-105', '9.2234e+18', '1.23457e-5', '1.798e+308']);
    expect(['NaN', '-Infinity', '0.1'].map(shortText)).toEqual(['NaN', '-Infinity', '0.1']);
    expect(shortText(undefined)).toBeUndefined();
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), (value) => {
        const text = shortText(String(value)) ?? '';
        expect(text.length).toBeLessThanOrEqual(10);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 0.5);
      }),
    );
  });
});

describe('state', () => {
  test('what was kept is used when the file still has that array', () => {
    expect(keptState({ entry: 0, row: 5 }, file)).toEqual({ ...FIRST, row: 5 });
    expect(keptState({ entry: 1, row: 5 }, file)).toEqual(FIRST);
    expect(keptState(undefined, file)).toEqual(FIRST);
  });

  test('images are shown as images unless asked otherwise, and rows of a table when asked', () => {
    const table: ArrayEntryFacts = { ...entry, kind: 'table' };
    expect(showsImages(entry, FIRST)).toBe(true);
    expect(showsImages(entry, { ...FIRST, asImages: false })).toBe(false);
    expect(showsImages(table, FIRST)).toBe(false);
    expect(showsImages(table, { ...FIRST, asImages: true })).toBe(true);
    expect(showsImages({ ...table, images: null }, { ...FIRST, asImages: true })).toBe(false);
  });
});

describe('blocks of a table', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  function table(rows: number, columns: number) {
    const asked: unknown[] = [];
    const blocks = new TableBlocks({
      rows,
      columns,
      load: ([row, down], [column, across]) => {
        asked.push([row, down, column, across]);
        return Promise.resolve(
          Array.from(
            { length: down * across },
            (_, i) => `${row + Math.floor(i / across)}:${column + (i % across)}`,
          ),
        );
      },
      onChange: () => undefined,
    });
    return { blocks, asked };
  }

  test('every cell that is seen has its own text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        async (rows, columns) => {
          const { blocks } = table(rows, columns);
          const [first, left] = [Math.floor(rows / 2), Math.floor(columns / 2)];
          const [end, right] = [Math.min(rows, first + 30), Math.min(columns, left + 10)];
          blocks.want({ first, end }, { first: left, end: right });
          for (let turn = 0; turn < 20; turn++) await settled();
          for (let row = first; row < end; row++)
            for (let column = left; column < right; column++)
              expect(blocks.get(row, column)).toBe(`${row}:${column}`);
          blocks.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  test('asks only for what is seen, and at the edges for no more than there is', async () => {
    const { blocks, asked } = table(BLOCK_ROWS + 6, BLOCK_COLUMNS + 4);
    blocks.want({ first: BLOCK_ROWS, end: BLOCK_ROWS + 6 }, { first: BLOCK_COLUMNS, end: BLOCK_COLUMNS + 4 });
    await settled();
    expect(asked).toEqual([[BLOCK_ROWS, 6, BLOCK_COLUMNS, 4]]);
    expect(blocks.get(0, 0)).toBeUndefined();
  });
});
