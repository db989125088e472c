import { ShapeError } from '@tenfold/core';

import { asBytes } from './as-bytes.js';
import { type CsrMatrix, isCsrMatrix } from './csr/csr-matrix.js';
import { csrRows } from './csr/csr-rows.js';
import type { FeatureMatrix } from './feature-matrix.js';
import { openMatrix, type RowSource } from './open-matrix.js';

/**
 * Opens a matrix of at least one row and one column for reading; every value read is finite.
 *
 * @param X the matrix
 * @param owner the function that was called, for error messages
 * @param name the matrix's name in error messages. Default: it has none
 * @throws ShapeError when it is no matrix, is empty or its rows differ in length
 */
export function openRows(X: FeatureMatrix, owner: string, name?: string): RowSource {
  if (isCsrMatrix(X)) return csrSource(X, owner);
  const source = openMatrix(X, { owner, name });
  if (source.rows === 0 || source.columns === 0) {
    const expected = `${name === undefined ? '' : `${name} to be `}a matrix of at least one row and one column`;
    throw new ShapeError(owner, expected, `${source.rows} × ${source.columns}`);
  }
  return source;
}

function csrSource(X: CsrMatrix, owner: string): RowSource {
  const { rows, columns, values, columnIndices, rowPointers } = csrRows(X, owner);
  const readRow: RowSource['readRow'] = (row, into) => {
    into.fill(0);
    for (let p = rowPointers[row]; p < rowPointers[row + 1]; p++) into[columnIndices[p]] = values[p];
  };
  return { rows, columns, bytes: values instanceof Uint8Array, readRow };
}

/**
 * The rows as they are now, all of them read and checked: what the caller does with the matrix afterwards changes
 * nothing. Where all values are whole numbers from 0 to 255 they are kept as bytes, an eighth of the memory, which
 * changes no value either.
 *
 * @throws ShapeError, NonFiniteError as `openRows` and `readRow`
 */
export function keepRows(source: RowSource): RowSource {
  const { rows, columns } = source;
  const read = source.data instanceof Uint8Array ? source.data.slice() : readAll(source);
  const data = asBytes(read) ?? read;
  const readRow: RowSource['readRow'] = (row, into) =>
    into.set(data.subarray(row * columns, (row + 1) * columns));
  return { rows, columns, bytes: data instanceof Uint8Array, data, readRow };
}

function readAll(source: RowSource): Uint8Array | Float64Array {
  const { rows, columns, bytes } = source;
  const data = bytes ? new Uint8Array(rows * columns) : new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) source.readRow(i, data.subarray(i * columns, (i + 1) * columns));
  return data;
}
