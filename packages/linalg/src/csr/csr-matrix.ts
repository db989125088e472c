import { checkInteger, ShapeError } from '@tenfold/core';

import { ByteMatrix } from '../byte-matrix.js';
import { DoubleMatrix } from '../double-matrix.js';
import { fillCsr, measureDensity } from '../fill-design.js';
import type { MatrixLike } from '../matrix-like.js';
import { openMatrix } from '../open-matrix.js';
import { checkCells, checkRowPointers, indexArray, LARGEST_SIDE, valueArray } from './check-cells.js';
import type { CsrParts, CsrValues, Triplets } from './csr-parts.js';
import { sumCells } from './sum-cells.js';
import { takeCsrColumns, takeCsrRows } from './take-cells.js';

/**
 * A sparse matrix in compressed sparse row form, as SciPy's `csr_matrix`: for rows of which few cells are not 0, such as
 * counts of words. Row i holds `values[p]` in column `columnIndices[p]` for p from `rowPointers[i]` up to but not
 * including `rowPointers[i + 1]`; its columns ascend, each at most once. Estimators that take it compute with the cells
 * that are stored alone.
 *
 * @example
 * const X = CsrMatrix.fromTriplets(2, 3, { rowIndices: [0, 1, 1], columnIndices: [2, 0, 1], values: [1, 2, 3] });
 * X.toDense(); // [[0, 0, 1], [2, 3, 0]]
 */
export class CsrMatrix {
  /** Number of rows. */
  readonly rows: number;
  /** Number of columns. */
  readonly columns: number;
  readonly values: CsrValues;
  readonly columnIndices: Uint16Array | Uint32Array;
  readonly rowPointers: Uint32Array;
  /** By this `isCsrMatrix` knows it. */
  readonly [Symbol.toStringTag] = 'CsrMatrix';

  /**
   * Takes the three arrays as they are, without a copy, when they are of these kinds and the columns of each row ascend.
   * Otherwise a row's cells are sorted, and what is in the same column is added up, as SciPy takes it: bytes whose sum
   * is above 255 make doubles of all.
   *
   * @param rows number of rows, 0 or more
   * @param columns number of columns, 0 or more
   * @param parts the arrays
   * @throws ShapeError when the arrays do not fit together or row pointers do not rise from 0 to the number of values;
   *   ColumnIndexError when a column index is no column; ParameterError when a number is none, or one of the sides
   *   is no whole number up to 2^31 - 1
   */
  constructor(rows: number, columns: number, parts: CsrParts) {
    const { values, columnIndices, rowPointers } = parts;
    this.rows = checkSide('rows', rows);
    this.columns = checkSide('columns', columns);
    const cells = valueArray(values);
    checkRowPointers(rowPointers, rows, cells.length);
    if (columnIndices.length !== cells.length) {
      throw new ShapeError(
        'CsrMatrix',
        `as many columnIndices as values (${cells.length})`,
        `${columnIndices.length}`,
      );
    }
    const pointers = rowPointers instanceof Uint32Array ? rowPointers : Uint32Array.from(rowPointers);
    const areSorted = checkCells(columnIndices, pointers, columns);
    const indices = indexArray(columnIndices, columns);
    const checked = { values: cells, columnIndices: indices, rowPointers: pointers };
    const own = areSorted ? checked : sumCells(rows, columns, { ...checked, rowIndices: rowsOf(pointers) });
    this.values = own.values;
    this.columnIndices = own.columnIndices;
    this.rowPointers = own.rowPointers;
  }

  /**
   * The matrix of cells by row and column, as SciPy's `coo_matrix`: in any order, what is in the same cell added up.
   *
   * @throws as the constructor; ParameterError when a row index is no row
   */
  static fromTriplets(
    rows: number,
    columns: number,
    { values, rowIndices, columnIndices }: Triplets,
  ): CsrMatrix {
    checkSide('rows', rows);
    checkSide('columns', columns);
    const cells = valueArray(values);
    for (const [name, { length }] of Object.entries({ rowIndices, columnIndices })) {
      if (length !== cells.length)
        throw new ShapeError('CsrMatrix', `as many ${name} as values (${cells.length})`, `${length}`);
    }
    for (let p = 0; p < rowIndices.length; p++)
      checkInteger('CsrMatrix', `rowIndices[${p}]`, rowIndices[p], { min: 0, max: rows - 1 });
    checkCells(columnIndices, Uint32Array.of(0, cells.length), columns, (position) => rowIndices[position]);
    const parts = { values: cells, rowIndices, columnIndices: indexArray(columnIndices, columns) };
    return new CsrMatrix(rows, columns, sumCells(rows, columns, parts));
  }

  /**
   * The matrix of rows that name the cells they have: pairs of column and value, or a Map from column to value.
   *
   * @param rows the rows
   * @param columns number of columns
   * @throws as the constructor
   * @example
   * CsrMatrix.fromRows([new Map([[7, 0.5]]), [[2, 1], [9, 0.25]], []], 10);
   */
  static fromRows(
    rows: Iterable<Iterable<readonly [column: number, value: number]>>,
    columns: number,
  ): CsrMatrix {
    const [values, columnIndices, rowPointers]: [number[], number[], number[]] = [[], [], [0]];
    for (const row of rows) {
      for (const [column, value] of row) {
        columnIndices.push(column);
        values.push(value);
      }
      rowPointers.push(values.length);
    }
    return new CsrMatrix(rowPointers.length - 1, columns, { values, columnIndices, rowPointers });
  }

  /**
   * The cells of a dense matrix that are not 0. Bytes stay bytes; everything else becomes doubles.
   *
   * @throws ShapeError when it is no matrix or its rows differ in length; NonFiniteError
   */
  static fromDense(X: MatrixLike): CsrMatrix {
    const source = openMatrix(X, { owner: 'CsrMatrix.fromDense' });
    const design = resultOf(fillCsr(source, resultOf(measureDensity(source))));
    return new CsrMatrix(design.rows, design.columns, design);
  }

  /** Cells that are stored. SciPy's `nnz`. */
  get nonzeros(): number {
    return this.values.length;
  }

  /** One cell; 0 where none is stored. */
  get(row: number, column: number): number {
    const [start, end] = [this.rowPointers[row], this.rowPointers[row + 1]];
    const at = this.columnIndices.subarray(start, end).indexOf(column);
    return at < 0 ? 0 : this.values[start + at];
  }

  /** The rows from `start` up to but not including `end`; values and columns are views on the same arrays. */
  rowRange(start: number, end: number): CsrMatrix {
    const [first, last] = [this.rowPointers[start], this.rowPointers[end]];
    return new CsrMatrix(end - start, this.columns, {
      values: this.values.subarray(first, last),
      columnIndices: this.columnIndices.subarray(first, last),
      rowPointers: this.rowPointers.subarray(start, end + 1).map((pointer) => pointer - first),
    });
  }

  /** The rows named, in the order named, copied into a matrix of their own. */
  takeRows(indices: ArrayLike<number>): CsrMatrix {
    return new CsrMatrix(indices.length, this.columns, takeCsrRows(this, indices));
  }

  /** The columns named, in the order named, copied into a matrix of their own. */
  takeColumns(indices: ArrayLike<number>): CsrMatrix {
    return new CsrMatrix(this.rows, indices.length, takeCsrColumns(this, indices));
  }

  /** The whole matrix with its zeros: a `ByteMatrix` of bytes, otherwise a `DoubleMatrix`. */
  toDense(): DoubleMatrix | ByteMatrix {
    const { rows, columns, values, columnIndices, rowPointers } = this;
    const dense =
      values instanceof Uint8Array ? new ByteMatrix(rows, columns) : new DoubleMatrix(rows, columns);
    for (let i = 0; i < rows; i++) {
      const start = i * columns;
      for (let p = rowPointers[i]; p < rowPointers[i + 1]; p++)
        dense.data[start + columnIndices[p]] = values[p];
    }
    return dense;
  }
}

/** Tells whether a matrix is a `CsrMatrix`, also when it comes from a second copy of this package. */
export function isCsrMatrix(value: unknown): value is CsrMatrix {
  return Object.prototype.toString.call(value) === '[object CsrMatrix]';
}

function checkSide(name: string, value: number): number {
  return checkInteger('CsrMatrix', name, value, { min: 0, max: LARGEST_SIDE });
}

/** The row of each cell. */
function rowsOf(rowPointers: Uint32Array): Uint32Array {
  const rows = new Uint32Array(rowPointers[rowPointers.length - 1]);
  for (let i = 0; i + 1 < rowPointers.length; i++) rows.fill(i, rowPointers[i], rowPointers[i + 1]);
  return rows;
}

function resultOf<Result>(steps: Generator<unknown, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
