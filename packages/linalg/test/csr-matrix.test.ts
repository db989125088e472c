import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import fc from 'fast-check';

import {
  ByteMatrix,
  ColumnIndexError,
  CsrMatrix,
  type CsrParts,
  DoubleMatrix,
  isCsrMatrix,
  kernelBackend,
  Matrix,
  referenceBackend,
  takeColumns,
  toDesignMatrix,
  toDesignMatrixAsync,
} from '../src/index.js';

const owner = 'the test';

/** [[0, 0, 1], [2, 3, 0]] */
const parts = { values: [1, 2, 3], columnIndices: [2, 0, 1], rowPointers: [0, 1, 3] };
const small = (more: Partial<CsrParts> = {}): CsrMatrix => new CsrMatrix(2, 3, { ...parts, ...more });

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

const ROWS = 5;
const COLUMNS = 7;

/** Cells in any order, several in the same place. Whole numbers, so that sums are exact. */
const cells = fc.array(
  fc.record({
    row: fc.nat(ROWS - 1),
    column: fc.nat(COLUMNS - 1),
    value: fc.integer({ min: -9, max: 40 }),
  }),
  { maxLength: 40 },
);

function dense(given: readonly Cell[]): number[][] {
  const rows = Array.from({ length: ROWS }, () => new Array<number>(COLUMNS).fill(0));
  for (const { row, column, value } of given) rows[row][column] += value;
  return rows;
}

function fromCells(given: readonly Cell[], Values = Float64Array): CsrMatrix {
  return CsrMatrix.fromTriplets(ROWS, COLUMNS, {
    rowIndices: given.map(({ row }) => row),
    columnIndices: given.map(({ column }) => column),
    values: Values.from(given, ({ value }) => value),
  });
}

describe('a sparse matrix', () => {
  test('takes arrays as they are, without a copy, when they are sorted', () => {
    const own = {
      values: Float32Array.of(1, 2, 3),
      columnIndices: Uint32Array.of(2, 0, 1),
      rowPointers: Uint32Array.of(0, 1, 3),
    };
    const matrix = new CsrMatrix(2, 3, own);
    expect(matrix.values).toBe(own.values);
    expect(matrix.columnIndices).toBe(own.columnIndices);
    expect(matrix.rowPointers).toBe(own.rowPointers);
    expect(matrix.nonzeros).toBe(3);
    expect(isCsrMatrix(matrix) && !isCsrMatrix(new Matrix(1, 1)) && !isCsrMatrix(own)).toBe(true);
  });

  test('has its cells', () => {
    const matrix = small();
    expect(matrix.toDense()).toBeInstanceOf(DoubleMatrix);
    expect(matrix.toDense().to2DArray()).toEqual([
      [0, 0, 1],
      [2, 3, 0],
    ]);
    expect([matrix.get(0, 2), matrix.get(0, 0), matrix.get(1, 1)]).toEqual([1, 0, 3]);
    expect(new CsrMatrix(2, 3, { ...parts, values: Uint8Array.of(1, 2, 3) }).toDense()).toBeInstanceOf(
      ByteMatrix,
    );
  });

  test('sorts rows and adds up what is in the same place, as SciPy does', () => {
    const matrix = new CsrMatrix(2, 3, {
      values: Float32Array.of(1, 2, 4, 8, 16),
      columnIndices: Int32Array.of(2, 0, 2, 1, 1),
      rowPointers: Int32Array.of(0, 3, 5),
    });
    expect(Array.from(matrix.values)).toEqual([2, 5, 24]);
    expect(matrix.values).toBeInstanceOf(Float32Array);
    expect(Array.from(matrix.columnIndices)).toEqual([0, 2, 1]);
    expect(Array.from(matrix.rowPointers)).toEqual([0, 2, 3]);
  });

  test('of bytes stays one of bytes as long as sums are', () => {
    const bytes = (first: number) =>
      CsrMatrix.fromTriplets(1, 2, {
        values: Uint8Array.of(first, 55),
        rowIndices: [0, 0],
        columnIndices: [1, 1],
      }).values;
    expect(bytes(200)).toEqual(Uint8Array.of(255));
    expect(bytes(201)).toEqual(Float64Array.of(256));
  });

  test('of cells in any order is the sum of them, sorted; in pairs and in triplets', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const matrix = fromCells(given);
        expect(matrix.toDense().to2DArray()).toEqual(dense(given));
        const { columnIndices, rowPointers } = matrix;
        for (let i = 0; i < ROWS; i++) {
          const own = Array.from(columnIndices.subarray(rowPointers[i], rowPointers[i + 1]));
          expect(own).toEqual([...new Set(own)].sort((a, b) => a - b));
        }
        const pairs = Array.from({ length: ROWS }, (_, i) =>
          given.filter(({ row }) => row === i).map(({ column, value }) => [column, value] as const),
        );
        expect(CsrMatrix.fromRows(pairs, COLUMNS)).toEqual(matrix);
      }),
    );
  });

  test('gives rows and columns as a dense one does', () => {
    const places = fc.array(fc.nat(4), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cells, places, fc.nat(ROWS), fc.nat(ROWS), (given, picked, a, b) => {
        const matrix = fromCells(given);
        const rows = dense(given);
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(matrix.takeRows(picked).toDense().to2DArray()).toEqual(picked.map((i) => rows[i]));
        expect(matrix.rowRange(start, end).toDense().to2DArray()).toEqual(rows.slice(start, end));
        const columns = matrix.takeColumns(picked).toDense().to2DArray();
        expect(columns).toEqual(rows.map((row) => picked.map((j) => row[j])));
        expect(takeColumns(matrix, picked, owner)).toEqual(matrix.takeColumns(picked));
      }),
    );
  });

  test('is made of a dense one and of maps', () => {
    const bytes = new ByteMatrix(2, 3, Uint8Array.of(0, 0, 7, 1, 0, 0));
    expect(CsrMatrix.fromDense(bytes).values).toEqual(Uint8Array.of(7, 1));
    expect(CsrMatrix.fromDense(bytes).toDense()).toEqual(bytes);
    expect(
      CsrMatrix.fromDense([[0, 0.5]])
        .toDense()
        .to2DArray(),
    ).toEqual([[0, 0.5]]);
    const maps = CsrMatrix.fromRows([new Map([[2, 4]]), new Map()], 3);
    expect(maps.toDense().to2DArray()).toEqual([
      [0, 0, 4],
      [0, 0, 0],
    ]);
    expect(() => CsrMatrix.fromDense([[1, NaN]])).toThrow(NonFiniteError);
  });

  test("takes a buffer of Node's for bytes", () => {
    const matrix = small({ values: Buffer.from([1, 2, 3]) });
    expect(matrix.values.constructor).toBe(Uint8Array);
  });
});

describe('what does not fit together is refused', () => {
  test.each<[Partial<CsrParts>, new (...args: never[]) => Error, string]>([
    [{ values: [1, 2] }, ShapeError, 'rowPointers from 0 to the number of values (2), got 0 to 3'],
    [{ columnIndices: [0, 1] }, ShapeError, 'as many columnIndices as values (3), got 2'],
    [{ rowPointers: [0, 3] }, ShapeError, 'rows + 1 = 3 rowPointers, got 2'],
    [{ rowPointers: [1, 2, 3] }, ShapeError, 'rowPointers from 0 to the number of values (3), got 1 to 3'],
    [{ rowPointers: [0, 4, 3] }, ShapeError, 'do not fall, got 3 behind row 1, which begins at 4'],
    [{ rowPointers: [0, 1.5, 3] }, ShapeError, 'whole numbers and do not fall, got 1.5 behind row 0'],
    [{ columnIndices: [2, 0, 3] }, ColumnIndexError, 'got 3 in row 1 (columnIndices[2]; counted from 0)'],
    [{ columnIndices: [-1, 0, 1] }, ColumnIndexError, 'from 0 to 2, as there are 3 columns, got -1 in row 0'],
    [{ columnIndices: [0.5, 0, 1] }, ColumnIndexError, 'got 0.5 in row 0'],
    [{ columnIndices: ['1', 0, 1] as never }, ColumnIndexError, 'got "1" in row 0'],
    [{ values: [1, null, 3] as never }, ParameterError, 'values[1] must be a number, got null'],
  ])('%j', (more, type, message) => {
    expect(() => small(more)).toThrow(type);
    expect(() => small(more)).toThrow(message);
  });

  test('sides and triplets too', () => {
    expect(() => new CsrMatrix(-1, 3, parts)).toThrow('rows must be a whole number');
    expect(() => new CsrMatrix(2, 2 ** 31, parts)).toThrow('columns must be a whole number');
    const triplets = { values: [1, 2], rowIndices: [0, 1], columnIndices: [0, 2] };
    const make = (more: object) => () => CsrMatrix.fromTriplets(2, 3, { ...triplets, ...more });
    expect(make({ rowIndices: [0, 2] })).toThrow('rowIndices[1] must be a whole number from 0 to 1, got 2');
    expect(make({ rowIndices: [0] })).toThrow('as many rowIndices as values (2), got 1');
    expect(make({ columnIndices: [0, 3] })).toThrow('got 3 in row 1 (columnIndices[1]; counted from 0)');
    try {
      make({ columnIndices: [0, 3] })();
    } catch (error) {
      expect(error).toMatchObject({ kind: 'input', row: 1, position: 1, columnIndex: 3, columns: 3 });
    }
  });
});

describe('as a design matrix', () => {
  test('it stays as it is, unless dense rows are wanted', async () => {
    const matrix = small({ values: Float32Array.of(1, 2, 3) });
    const design = toDesignMatrix(matrix, { owner });
    expect(design).toMatchObject({ kind: 'csr', rows: 2, columns: 3 });
    expect(design.kind === 'csr' && design.values).toBe(matrix.values);
    const given = { owner, storage: 'given' } as const;
    expect(toDesignMatrix(matrix, given)).toEqual(design);
    expect(toDesignMatrix([[1, 2]], given).kind).toBe('dense');
    for (const convert of [toDesignMatrix, toDesignMatrixAsync]) {
      const made = await convert(matrix, { owner, storage: 'dense' });
      expect(made).toMatchObject({ kind: 'dense', data: Float64Array.of(0, 0, 1, 2, 3, 0) });
    }
  });

  test.each([kernelBackend(), referenceBackend])('$name reads it at the call', async (backend) => {
    const matrix = small();
    const making = backend.rows.design(matrix, { owner });
    matrix.values.fill(9);
    matrix.columnIndices.fill(0);
    matrix.rowPointers.fill(0);
    expect(await making).toMatchObject({
      values: Float64Array.of(1, 2, 3),
      columnIndices: Uint16Array.of(2, 0, 1),
      rowPointers: Uint32Array.of(0, 1, 3),
    });
    backend.rows.release(await making);
  });

  test.each([kernelBackend(), referenceBackend])('$name refuses what has become of it', async ({ rows }) => {
    const refuse = async (spoil: (matrix: CsrMatrix) => void, type: new (...args: never[]) => Error) => {
      const matrix = small();
      spoil(matrix);
      await expect(rows.design(matrix, { owner })).rejects.toThrow(type);
      expect(() => toDesignMatrix(matrix, { owner })).toThrow(type);
    };
    await refuse(({ columnIndices }) => columnIndices.fill(1), ShapeError);
    await refuse(({ columnIndices }) => (columnIndices[0] = 3), ShapeError);
    await refuse(({ rowPointers }) => (rowPointers[1] = 9), ShapeError);
    await refuse(
      ({ values }) => structuredClone(values, { transfer: [values.buffer as ArrayBuffer] }),
      ShapeError,
    );
    await refuse(({ values }) => (values[2] = NaN), NonFiniteError);
    await expect(rows.design(new CsrMatrix(0, 3, { values: [], columnIndices: [], rowPointers: [0] }), { owner })).rejects.toThrow('at least one row and one column, got 0 × 3'); // prettier-ignore
  });

  test('a cell that is not finite is named by row and column, after rows without cells too', () => {
    const matrix = new CsrMatrix(4, 9, {
      values: [1, Infinity],
      columnIndices: [0, 8],
      rowPointers: [0, 1, 1, 1, 2],
    });
    expect(() => toDesignMatrix(matrix, { owner })).toThrow(new NonFiniteError(owner, 3, 8, Infinity));
  });
});
