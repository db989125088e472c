import { describe, expect, test } from '@jest/globals';
import { caseBytes, casePath } from '@tenfold/cases';

import { parseTableAsync, readTable, TableError, type TableOptions } from '../src/index.js';
import { rejection } from './helpers/files.js';

const read = (name: string, options: TableOptions) => readTable(casePath(name), options);

/** How often each label comes. */
function counts(labels: readonly unknown[] = []): Record<string, number> {
  const found: Record<string, number> = {};
  for (const label of labels)
    found[`${typeof label} ${String(label)}`] = (found[`${typeof label} ${String(label)}`] ?? 0) + 1;
  return found;
}

describe('tables as others write them', () => {
  test.each([
    ['semicolons', 'semicolon.csv', {}],
    ['rows of nothing at the end', 'trailing-rows.csv', {}],
    ['gzip', 'good.csv.gz', {}],
  ])('%s: 60 × 16 with three classes', async (_, file, options) => {
    const table = await read(file, { target: 'label', ...options });
    expect([table.data.rows, table.data.columns]).toEqual([60, 16]);
    expect(table).toMatchObject({ targetNames: ['0', '1', '2'], warnings: [], header: true });
    expect(counts(table.target)).toEqual({ 'number 0': 20, 'number 1': 20, 'number 2': 20 });
    expect(table.data.get(0, 0)).toBe(254);
    expect((await parseTableAsync(caseBytes(file), { target: 'label' })).data).toEqual(table.data);
  });

  test('no header: the target by number, or an error that says so', async () => {
    const table = await read('noheader.csv', { target: 0, header: false });
    expect([table.data.rows, table.data.columns]).toEqual([60, 16]);
    expect(table).toMatchObject({ header: false, targetNames: ['0', '1', '2'] });
    expect(table.featureNames.slice(0, 2)).toEqual(['x0', 'x1']);
    expect((await read('noheader.csv', { target: -1, header: false })).data.columns).toBe(16);
    const error = await rejection(read('noheader.csv', { target: 'label' }));
    expect(error).toMatchObject({ problem: 'no-header', line: 1 });
    expect((error as Error).message).toContain('looks like no header: 0, 254, 253');
  });

  test('the index of pandas: a warning that names the column, which may be dropped', async () => {
    const table = await read('index.csv', { target: 'label' });
    expect(table.featureNames[0]).toBe('Unnamed: 0');
    expect(table.warnings).toHaveLength(1);
    expect(table.warnings[0]).toContain(
      'column 1 is read as a feature, but has no name of its own ("Unnamed: 0")',
    );
    for (const drop of [[0], ['Unnamed: 0'], [-18]]) {
      const dropped = await read('index.csv', { target: 'label', drop });
      expect([dropped.data.rows, dropped.data.columns, dropped.warnings]).toEqual([60, 16, []]);
    }
  });

  test('True and False are 1 and 0', async () => {
    const table = await read('bools.csv', { target: 'label' });
    expect(table.data.subMatrix(0, 1, 0, 2).to2DArray()).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    expect(table.data).toHaveProperty('data', expect.any(Uint8Array));
  });

  test('a missing label is an error, whatever it is called', async () => {
    const error = await rejection(read('label-NA.csv', { target: 'label' }));
    expect(error).toBeInstanceOf(TableError);
    expect(error).toMatchObject({ problem: 'missing-label', column: 1, columnName: 'label', value: 'NA' });
    const kept = await read('label-NA.csv', { target: 'label', missing: [''] });
    expect(kept.targetNames).toContain('NA');
    const blank = { source: 'x.csv', target: 'y', missing: [] };
    expect(await rejection(parseTableAsync('x,y\n1,a\n2,\n', blank))).toMatchObject({
      problem: 'missing-label',
      line: 3,
    });
  });

  test('labels beyond 2^53 are three classes of ten', async () => {
    const table = await read('ids.csv', { target: 'seller' });
    expect(counts(table.target)).toEqual({
      'string 208310224003697457': 10,
      'string 208310224003697461': 10,
      'string 208310224003697685': 10,
    });
    const error = await rejection(read('ids.csv', { target: 'seller', labelType: 'number' }));
    expect(error).toMatchObject({ problem: 'label-type', line: 2, column: 2 });
  });

  test('measured values are no classes', async () => {
    const error = await rejection(read('float-target.csv', { target: 'price' }));
    expect(error).toMatchObject({
      problem: 'continuous',
      source: casePath('float-target.csv'),
      line: 3,
      column: 1,
      columnName: 'price',
      value: '0.1429',
    });
    expect((error as Error).message).toContain('a classifier needs classes');
  });

  test('names of classes are in the order of code points', async () => {
    expect((await read('emoji.csv', { target: 'y' })).targetNames).toEqual(['Ａ', '😀']);
  });

  test('columns are taken by name, in the order wanted', async () => {
    const columns = ['weight', 'sugar', 'firmness'];
    const fruit = await read('fruit.csv', { target: 'state', columns });
    const permuted = await read('fruit-permuted.csv', { target: 'state', columns });
    expect(permuted.data.to2DArray()).toEqual(fruit.data.to2DArray());
    expect(permuted.target).toEqual(fruit.target);
    const unlabelled = await read('fruit-unlabelled.csv', { target: 'state', targetOptional: true, columns });
    expect(unlabelled.data.to2DArray()).toEqual(fruit.data.to2DArray());
    expect(unlabelled.target).toBeUndefined();
    expect(await rejection(read('fruit-unlabelled.csv', { target: 'state' }))).toMatchObject({
      problem: 'missing-column',
    });
  });

  test('a label type that is asked for holds for every file', async () => {
    expect((await read('routes.csv', { target: 'route' })).targetNames).toEqual(['1A', '2', '3']);
    expect((await read('routes-day2.csv', { target: 'route' })).targetNames).toEqual(['2', '3']);
    const text = await read('routes-day2.csv', { target: 'route', labelType: 'text' });
    expect(new Set<unknown>(text.target)).toEqual(new Set(['2', '3']));
    expect(await rejection(read('routes.csv', { target: 'route', labelType: 'number' }))).toMatchObject({
      problem: 'label-type',
      value: '1A',
    });
  });

  test.each([
    ['negative.csv', 'label', 20, 4],
    ['usps.csv', 'label', 12, 256],
    ['evil.csv', 'label', 60, 16],
    ['kana.csv', 'label', 60, 16],
    ['c400.csv', 'label', 1200, 4],
    ['sentinel.csv', 'rain', 40, 2],
  ])('%s', async (file, target, rows, columns) => {
    const { data } = await read(file, { target });
    expect([data.rows, data.columns]).toEqual([rows, columns]);
  });
});
