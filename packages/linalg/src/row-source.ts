import { describe, NonFiniteError, ShapeError } from '@tenfold/core';
import { type AbstractMatrix, Matrix } from 'ml-matrix';

import type { ByteMatrix } from './byte-matrix.js';
import { type DoubleMatrix, isDoubleMatrix } from './double-matrix.js';
import { isByteMatrix, type MatrixLike, type NumberRow } from './matrix-like.js';

/** The rows of any matrix, read one at a time; every value read is finite. */
export interface RowSource {
  readonly rows: number;
  readonly columns: number;
  /** Whether every value is a byte, so that rows may be read into a Uint8Array. */
  readonly bytes: boolean;
  /** All values, row after row, when they lie there already: not copied where nothing but the whole is wanted. */
  readonly data?: Uint8Array | Float64Array;
  /** Copies one row. Throws NonFiniteError on a value that is no finite number. */
  readRow(row: number, into: Float64Array | Uint8Array): void;
}

/**
 * Opens a matrix for reading and checks its shape.
 *
 * @param X the matrix
 * @param owner the function that was called, for error messages
 * @throws ShapeError when it is no matrix, is empty or its rows differ in length
 */
export function openRows(X: MatrixLike, owner: string): RowSource {
  const source = chooseSource(X, owner);
  if (source.rows === 0 || source.columns === 0) {
    throw new ShapeError(
      owner,
      'a matrix of at least one row and one column',
      `${source.rows} × ${source.columns}`,
    );
  }
  return source;
}

/**
 * The rows as they are now, all of them read and checked: what the caller does with the matrix afterwards changes
 * nothing.
 *
 * @throws ShapeError, NonFiniteError as `openRows` and `readRow`
 */
export function keepRows(source: RowSource): RowSource {
  const { rows, columns, bytes } = source;
  const data = source.data instanceof Uint8Array ? source.data.slice() : readAll(source);
  const readRow = (row: number, into: Float64Array | Uint8Array): void =>
    into.set(data.subarray(row * columns, (row + 1) * columns));
  return { rows, columns, bytes, data, readRow };
}

function readAll(source: RowSource): Uint8Array | Float64Array {
  const { rows, columns, bytes } = source;
  const data = bytes ? new Uint8Array(rows * columns) : new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) source.readRow(i, data.subarray(i * columns, (i + 1) * columns));
  return data;
}

function chooseSource(X: MatrixLike, owner: string): RowSource {
  if (isByteMatrix(X)) return bytesSource(X, owner);
  if (isDoubleMatrix(X)) return doublesSource(X, owner);
  if (Matrix.isMatrix(X)) return matrixSource(X, owner);
  if (Array.isArray(X)) return arraySource(X as readonly NumberRow[], owner);
  throw new ShapeError(owner, 'a matrix or an array of rows', typeof X);
}

function bytesSource({ rows, columns, data }: ByteMatrix, owner: string): RowSource {
  const check = flatCheck(rows * columns, data, 'bytes', owner);
  return {
    rows,
    columns,
    bytes: true,
    data,
    readRow: (row, into) => {
      check();
      into.set(data.subarray(row * columns, (row + 1) * columns));
    },
  };
}

function doublesSource({ rows, columns, data }: DoubleMatrix, owner: string): RowSource {
  const check = flatCheck(rows * columns, data, 'doubles', owner);
  const readRow = (row: number, into: Float64Array | Uint8Array): void => {
    check();
    const start = row * columns;
    for (let j = 0; j < columns; j++) into[j] = checkedValue(data[start + j], owner, row, j);
  };
  return { rows, columns, bytes: false, readRow };
}

/** The buffer may have been transferred or resized since the matrix was made, and may yet be. */
function flatCheck(size: number, data: ArrayLike<number>, unit: string, owner: string): () => void {
  const check = (): void => {
    if (data.length !== size) throw new ShapeError(owner, `${size} ${unit}`, `${data.length}`);
  };
  check();
  return check;
}

function matrixSource(matrix: AbstractMatrix, owner: string): RowSource {
  const { rows, columns } = matrix;
  const readRow = (row: number, into: Float64Array | Uint8Array): void => {
    for (let j = 0; j < columns; j++) into[j] = checkedValue(matrix.get(row, j), owner, row, j);
  };
  return { rows, columns, bytes: false, readRow };
}

function arraySource(matrix: readonly NumberRow[], owner: string): RowSource {
  const columns = checkRagged(matrix, owner);
  const bytes = matrix.every((row) => row instanceof Uint8Array || row instanceof Uint8ClampedArray);
  const readRow = (row: number, into: Float64Array | Uint8Array): void => {
    const values = matrix[row];
    for (let j = 0; j < columns; j++) into[j] = checkedValue(values[j], owner, row, j);
  };
  return { rows: matrix.length, columns, bytes, readRow };
}

function checkRagged(matrix: readonly NumberRow[], owner: string): number {
  const columns = matrix.length === 0 ? 0 : rowLength(matrix[0], owner, 0);
  for (let i = 1; i < matrix.length; i++) {
    const length = rowLength(matrix[i], owner, i);
    if (length !== columns) {
      throw new ShapeError(
        owner,
        `rows of one length (${columns}, as row 0)`,
        `${length} values in row ${i}`,
      );
    }
  }
  return columns;
}

function rowLength(row: unknown, owner: string, index: number): number {
  if (Array.isArray(row)) return row.length;
  if (row instanceof BigInt64Array || row instanceof BigUint64Array)
    throw bigIntError(owner, describe(row), index);
  if (ArrayBuffer.isView(row) && 'length' in row) return Number(row.length);
  throw new ShapeError(owner, 'an array of rows, each an array of numbers', `${typeof row} as row ${index}`);
}

/** Cells that hold no number at all (missing, null, text) count as NaN. */
function checkedValue(value: unknown, owner: string, row: number, column: number): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'bigint') throw bigIntError(owner, describe(value), row);
  throw new NonFiniteError(owner, row, column, typeof value === 'number' ? value : NaN);
}

function bigIntError(owner: string, received: string, row: number): ShapeError {
  return new ShapeError(
    owner,
    'rows of numbers (turn BigInt into numbers with Number)',
    `${received} in row ${row}`,
  );
}
