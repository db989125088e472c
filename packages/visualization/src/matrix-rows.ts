import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/errors';
import { type AbstractMatrix, type ByteMatrix, Matrix, type MatrixLike } from '@tenfold/linalg';

/**
 * The rows of a matrix as arrays of finite numbers.
 *
 * @throws ParameterError when it is no matrix
 * @throws ShapeError when rows differ in length
 * @throws NonFiniteError when a value is NaN, infinite or missing
 */
export function matrixRows(owner: string, parameter: string, matrix: MatrixLike): Float64Array[] {
  if (isMatrix(matrix)) {
    return Array.from({ length: matrix.rows }, (_, row) =>
      readRow(owner, row, matrix.columns, (column) => matrix.get(row, column)),
    );
  }
  const rows: unknown = matrix;
  if (!Array.isArray(rows)) throw new ParameterError(owner, parameter, 'a matrix or an array of rows', rows);
  return rows.map((row: unknown, index) => {
    if (!isNumberRow(row)) {
      throw new ParameterError(owner, `${parameter}[${index}]`, 'a row of numbers', row);
    }
    const width = (rows[0] as ArrayLike<number>).length;
    if (row.length !== width) {
      throw new ShapeError(owner, `rows of one length (${width})`, `${row.length} in row ${index}`);
    }
    return readRow(owner, index, width, (column) => row[column]);
  });
}

/** Tells whether a value is an ml-matrix matrix, bytes or doubles, of whichever copy of the library. */
export function isMatrix(value: unknown): value is AbstractMatrix | ByteMatrix {
  return Matrix.isMatrix(value);
}

function isNumberRow(row: unknown): row is ArrayLike<number> {
  return Array.isArray(row) || (ArrayBuffer.isView(row) && 'length' in row);
}

function readRow(
  owner: string,
  row: number,
  columns: number,
  read: (column: number) => number,
): Float64Array {
  const values = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    const value: unknown = read(column);
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new NonFiniteError(owner, row, column, typeof value === 'number' ? value : NaN);
    }
    values[column] = value;
  }
  return values;
}
