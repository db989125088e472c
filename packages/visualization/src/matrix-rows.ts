import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import { type AbstractMatrix, type ByteMatrix, Matrix, type MatrixLike } from '@tenfold/linalg';

/** Converts a cell to a number, or throws. `columns` is the length of every row. */
export type CellReader = (value: unknown, row: number, column: number, columns: number) => number;

/**
 * The rows of a matrix as arrays of finite numbers.
 *
 * @param owner the function that was called
 * @param parameter the matrix's name
 * @param matrix the matrix
 * @param readCell reads a cell. Default: finite numbers are taken as they are, everything else is refused
 * @throws ParameterError when it is no matrix, or a value is no number
 * @throws ShapeError when rows differ in length
 * @throws NonFiniteError when a value is NaN or infinite
 */
export function matrixRows(
  owner: string,
  parameter: string,
  matrix: MatrixLike,
  readCell: CellReader = finiteCell(owner, parameter),
): Float64Array[] {
  if (isMatrix(matrix)) {
    return Array.from({ length: matrix.rows }, (_, row) =>
      readRow(row, matrix.columns, (column) => matrix.get(row, column), readCell),
    );
  }
  const rows: unknown = matrix;
  if (!Array.isArray(rows)) throw new ParameterError(owner, parameter, 'a matrix or an array of rows', rows);
  // Not `map`, which would leave out the holes of a sparse array.
  return Array.from(rows, (row: unknown, index) => {
    if (!isNumberRow(row)) {
      throw new ParameterError(owner, `${parameter}[${index}]`, 'a row of numbers', row);
    }
    const width = (rows[0] as ArrayLike<number>).length;
    if (row.length !== width) {
      throw new ShapeError(owner, `rows of one length (${width})`, `${row.length} in row ${index}`);
    }
    return readRow(index, width, (column) => row[column], readCell);
  });
}

/** Tells whether a value is an ml-matrix matrix, bytes or doubles, of whichever copy of the library. */
export function isMatrix(value: unknown): value is AbstractMatrix | ByteMatrix {
  return Matrix.isMatrix(value);
}

/** Tells whether a value is an array of numbers, or of what may be some. */
export function isNumberRow(row: unknown): row is ArrayLike<number> {
  return Array.isArray(row) || (ArrayBuffer.isView(row) && 'length' in row);
}

function finiteCell(owner: string, parameter: string): CellReader {
  return (value, row, column) => {
    if (typeof value !== 'number') {
      throw new ParameterError(owner, `${parameter}[${row}][${column}]`, 'a number', value);
    }
    if (!Number.isFinite(value)) throw new NonFiniteError(owner, row, column, value);
    return value;
  };
}

function readRow(
  row: number,
  columns: number,
  read: (column: number) => unknown,
  readCell: CellReader,
): Float64Array {
  const values = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    values[column] = readCell(read(column), row, column, columns);
  }
  return values;
}
