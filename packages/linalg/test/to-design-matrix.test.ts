import { describe, expect, test } from '@jest/globals';
import { describe as valueText, NonFiniteError, ShapeError } from '@tenfold/core';
import fc from 'fast-check';
import { MatrixTransposeView } from 'ml-matrix';

import {
  ByteMatrix,
  type DesignMatrix,
  Matrix,
  type MatrixLike,
  toDesignMatrix,
  toDesignMatrixAsync,
} from '../src/index.js';

const owner = 'fit';

/** What a design matrix holds, cell by cell. */
function toRows(design: DesignMatrix): number[][] {
  const rows = Array.from({ length: design.rows }, () => new Array<number>(design.columns).fill(0));
  for (let i = 0; i < design.rows; i++) {
    if (design.kind === 'dense') {
      for (let j = 0; j < design.columns; j++) rows[i][j] = design.data[i * design.columns + j];
    } else {
      for (let p = design.rowPointers[i]; p < design.rowPointers[i + 1]; p++) {
        rows[i][design.columnIndices[p]] = design.values[p];
      }
    }
  }
  return rows;
}

/** The bytes of a typed array: jest compares large arrays slowly. */
function bytesOf(array: Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 10 }))
  .chain(([rows, columns, filled]) =>
    fc.array(
      fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 255 }))
          .map(([dice, value]) => (dice < filled ? value : 0)),
        { minLength: columns, maxLength: columns },
      ),
      { minLength: rows, maxLength: rows },
    ),
  );

describe('toDesignMatrix', () => {
  test('keeps every cell, whatever comes in', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const forms: MatrixLike[] = [
          rows,
          new Matrix(rows),
          new MatrixTransposeView(new Matrix(rows).transpose()),
          rows.map((row) => Float32Array.from(row)),
          rows.map((row) => Uint8Array.from(row)),
          new ByteMatrix(rows.length, rows[0].length, Uint8Array.from(rows.flat())),
        ];
        for (const form of forms) {
          expect(toRows(toDesignMatrix(form, { owner }))).toEqual(rows);
          expect(toRows(toDesignMatrix(form, { owner, storage: 'dense' }))).toEqual(rows);
        }
      }),
    );
  });

  test('bytes stay bytes, other numbers become doubles', () => {
    const bytes = toDesignMatrix([Uint8Array.of(1, 2)], { owner });
    const doubles = toDesignMatrix([[1, 2.5]], { owner });
    expect(bytes).toEqual({ kind: 'dense', rows: 1, columns: 2, data: Uint8Array.of(1, 2) });
    expect(doubles).toEqual({ kind: 'dense', rows: 1, columns: 2, data: Float64Array.of(1, 2.5) });
  });

  test('is sparse up to a third of nonzero cells', () => {
    expect(toDesignMatrix([[0, 0, 7]], { owner })).toEqual({
      kind: 'csr',
      rows: 1,
      columns: 3,
      values: Float64Array.of(7),
      columnIndices: Uint16Array.of(2),
      rowPointers: Uint32Array.of(0, 1),
    });
    expect(toDesignMatrix([[0, 7, 7]], { owner }).kind).toBe('dense');
    expect(toDesignMatrix([[0, 0, 0]], { owner }).kind).toBe('csr');
  });

  test('a ByteMatrix taken as dense is not copied', () => {
    const images = new ByteMatrix(2, 3);
    const design = toDesignMatrix(images, { owner, storage: 'dense' });
    expect(design.kind === 'dense' && design.data).toBe(images.data);
  });

  test('column indices take 32 bits only where 16 do not suffice', () => {
    const wide = toDesignMatrix(new ByteMatrix(1, 65_537), { owner });
    const narrow = toDesignMatrix(new ByteMatrix(1, 65_536), { owner });
    expect(wide.kind === 'csr' && wide.columnIndices).toBeInstanceOf(Uint32Array);
    expect(narrow.kind === 'csr' && narrow.columnIndices).toBeInstanceOf(Uint16Array);
  });

  test('names the cell that is not finite', () => {
    expect.assertions(18);
    for (const bad of [NaN, Infinity, -Infinity, undefined, null, '1']) {
      const rows = [
        [1, 2, 3],
        [4, 5, bad as number],
      ];
      try {
        toDesignMatrix([rows[0], [...rows[1]]], { owner });
      } catch (error) {
        expect(error).toBeInstanceOf(NonFiniteError);
        expect(error).toMatchObject({ owner: 'fit', row: 1, column: 2, value: bad });
        expect(String(error)).toContain(`got ${valueText(bad)} in row 1, column 2`);
      }
    }
  });

  test.each([
    ['ragged rows', [[1, 2], [3]], 'rows of one length (2, as row 0), got 1 values in row 1'],
    ['no rows', [], 'got 0 × 0'],
    ['no columns', [[]], 'got 1 × 0'],
    ['one row only', [1, 2], 'got 1 as row 0'],
    ['a typed array', Float64Array.of(1), 'a matrix or an array of rows'],
    ['text', 'abc', 'a matrix or an array of rows'],
    ['nothing', undefined, 'a matrix or an array of rows'],
  ])('refuses %s', (_, value, message) => {
    const call = (): unknown => toDesignMatrix(value as unknown as MatrixLike, { owner });
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });
});

describe('toDesignMatrixAsync', () => {
  test('gives what the synchronous form gives, and lets other work run', async () => {
    const images = new ByteMatrix(20_000, 784);
    images.data.forEach((_, i, data) => (data[i] = i % 5 === 0 ? i % 251 : 0));
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const design = await toDesignMatrixAsync(images, { owner });
    clearInterval(timer);
    const synchronous = toDesignMatrix(images, { owner });
    for (const [name, value] of Object.entries(synchronous)) {
      const other: unknown = design[name as keyof DesignMatrix];
      if (!ArrayBuffer.isView(value)) expect(other).toBe(value);
      else expect(Buffer.compare(bytesOf(other as Uint8Array), bytesOf(value as Uint8Array))).toBe(0);
    }
    expect(turns).toBeGreaterThan(2);
  });

  test('is cancelled by its signal', async () => {
    const images = new ByteMatrix(20_000, 784);
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('enough')), 0);
    await expect(toDesignMatrixAsync(images, { owner, signal: abort.signal })).rejects.toThrow('enough');
  });
});
