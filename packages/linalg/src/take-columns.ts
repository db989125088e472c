import { Matrix } from 'ml-matrix';

import { ByteMatrix } from './byte-matrix.js';
import { type CsrMatrix, isCsrMatrix } from './csr/csr-matrix.js';
import type { FeatureMatrix } from './feature-matrix.js';
import type { MatrixLike } from './matrix-like.js';
import { openRows } from './row-source.js';

/**
 * The number of rows and columns of any matrix.
 *
 * @param X the matrix
 * @param owner the function that was called, for error messages
 * @param name the matrix's name in error messages. Default: it has none
 * @throws ShapeError when it is no matrix, is empty or its rows differ in length
 */
export function matrixShape(
  X: FeatureMatrix,
  owner: string,
  name?: string,
): { rows: number; columns: number } {
  const { rows, columns } = openRows(X, owner, name);
  return { rows, columns };
}

/**
 * The columns named, in the order named, copied into a matrix of their own. Bytes stay bytes, and what is sparse sparse.
 *
 * @param X one sample a row, one feature a column
 * @param columns numbers of columns of X, from 0
 * @param owner the function that was called, for error messages
 * @throws ShapeError, NonFiniteError as `toDesignMatrix`
 */
export function takeColumns(X: MatrixLike, columns: ArrayLike<number>, owner: string): Matrix | ByteMatrix;
export function takeColumns(
  X: FeatureMatrix,
  columns: ArrayLike<number>,
  owner: string,
): Matrix | ByteMatrix | CsrMatrix;
export function takeColumns(
  X: FeatureMatrix,
  columns: ArrayLike<number>,
  owner: string,
): Matrix | ByteMatrix | CsrMatrix {
  if (isCsrMatrix(X)) return X.takeColumns(columns);
  const source = openRows(X, owner);
  const buffer = source.bytes ? new Uint8Array(source.columns) : new Float64Array(source.columns);
  const taken = source.bytes
    ? new ByteMatrix(source.rows, columns.length)
    : new Matrix(source.rows, columns.length);
  for (let i = 0; i < source.rows; i++) {
    source.readRow(i, buffer);
    for (let j = 0; j < columns.length; j++) taken.set(i, j, buffer[columns[j]]);
  }
  return taken;
}
