import { describe, NonFiniteError, ShapeError } from '@tenfold/core';
import { type AbstractMatrix, Matrix } from 'ml-matrix';

import type { FlatMatrix } from './blas/flat-matrix.js';
import { isDoubleMatrix } from './double-matrix.js';
import { isList } from './list.js';
import { isByteMatrix, type MatrixLike, type NumberRow } from './matrix-like.js';

/** The rows of any matrix, read one at a time. */
export interface RowSource {
  readonly rows: number;
  readonly columns: number;
  /** Whether every value is a byte, so that rows may be read into a Uint8Array. */
  readonly bytes: boolean;
  /** All values, row after row, when they lie there already: not copied where nothing but the whole is wanted. */
  readonly data?: Uint8Array | Float64Array;
  /**
   * Copies one row. Throws NonFiniteError on a cell that is not accepted, and ShapeError when the row has shrunk since: its
   * buffer was resized or transferred.
   */
  readonly readRow: (row: number, into: Float64Array | Float32Array | Uint8Array) => void;
}

/** Gives the number that stands for a cell, or throws. Rows and columns count from 0. */
export type CellReader = (value: unknown, row: number, column: number) => number;

/** Which matrices and cells are accepted, and what errors name. */
export interface MatrixRules {
  /** The function or class that the user called; error messages begin with it. */
  owner: string;
  /** The matrix's name in error messages. Default: it has none. */
  name?: string | undefined;
  /** Accept NaN and infinities. Default false. */
  allowNonFinite?: boolean;
  /** Accept a `FlatMatrix`. Default false. */
  allowFlat?: boolean;
  /** Reads cells that are not accepted as they are (missing, text, booleans, NaN), of BigInt none. Default: throws NonFiniteError. */
  readOther?: CellReader;
}

interface CheckedRules {
  readonly owner: string;
  readonly name: string | undefined;
  readonly allowNonFinite: boolean;
  readonly allowFlat: boolean;
  readonly readOther: CellReader;
}

/**
 * Opens a matrix of any kind for reading and checks its shape. It may be empty.
 *
 * @param X the matrix
 * @param rules which matrices and cells are accepted
 * @throws ShapeError when it is no matrix, its rows differ in length or its buffer does not fill its shape
 */
export function openMatrix(X: MatrixLike | FlatMatrix, rules: MatrixRules): RowSource {
  const checked = checkRules(rules);
  if (isByteMatrix(X) || isDoubleMatrix(X)) return flatSource(X, checked);
  if (Matrix.isMatrix(X)) return matrixSource(X, checked);
  if (Array.isArray(X)) return arraySource(X, checked);
  if (checked.allowFlat && isFlatMatrix(X)) return flatSource(X, checked);
  const kinds = checked.allowFlat
    ? 'a matrix, an array of rows or a flat matrix'
    : 'a matrix or an array of rows';
  throw new ShapeError(checked.owner, nameFirst(checked, kinds), describe(X));
}

/**
 * Rows of a matrix of any kind, each copied into an array of its own.
 *
 * @param X the matrix, which may be empty
 * @param rules which cells are accepted
 * @param indices which rows, in the order wanted. Default: all
 * @throws ShapeError when it is no matrix, its rows differ in length or its buffer does not fill its shape
 * @throws NonFiniteError when a cell is not accepted, with its row and column
 */
export function matrixRows(X: MatrixLike, rules: MatrixRules, indices?: readonly number[]): Float64Array[] {
  const source = openMatrix(X, rules);
  return Array.from({ length: indices?.length ?? source.rows }, (_, i) => {
    const values = new Float64Array(source.columns);
    source.readRow(indices?.[i] ?? i, values);
    return values;
  });
}

/** Tells whether a value is numbers in one stretch with a shape. */
export function isFlatMatrix(value: unknown): value is FlatMatrix {
  if (typeof value !== 'object' || value === null || !('data' in value)) return false;
  return value.data instanceof Float64Array || value.data instanceof Float32Array;
}

function checkRules(rules: MatrixRules): CheckedRules {
  const { owner, name, allowNonFinite = false, allowFlat = false } = rules;
  const readOther: CellReader = (value, row, column) => {
    if (allowNonFinite && typeof value === 'number') return value;
    if (typeof value === 'bigint') throw bigIntError(rules, describe(value), row);
    if (rules.readOther !== undefined) return rules.readOther(value, row, column);
    throw new NonFiniteError(owner, row, column, value, name);
  };
  return { owner, name, allowNonFinite, allowFlat, readOther };
}

interface FlatValues {
  readonly rows: number;
  readonly columns: number;
  readonly data: Uint8Array | Float64Array | Float32Array;
}

function flatSource({ rows, columns, data }: FlatValues, rules: CheckedRules): RowSource {
  const { owner, allowNonFinite, readOther } = rules;
  // The buffer may have been transferred or resized since the matrix was made, and may yet be.
  const check = (): void => {
    if (isCount(rows) && isCount(columns) && data.length === rows * columns) return;
    const values = `${rows} × ${columns} = ${rows * columns} values`;
    throw new ShapeError(owner, nameFirst(rules, values), `${data.length}`);
  };
  check();
  if (data instanceof Uint8Array || allowNonFinite) {
    const readRow: RowSource['readRow'] = (row, into) => {
      check();
      into.set(data.subarray(row * columns, (row + 1) * columns));
    };
    return data instanceof Uint8Array
      ? { rows, columns, bytes: true, data, readRow }
      : { rows, columns, bytes: false, readRow };
  }
  const readRow: RowSource['readRow'] = (row, into) => {
    check();
    const start = row * columns;
    for (let j = 0; j < columns; j++) {
      const value = data[start + j];
      into[j] = Number.isFinite(value) ? value : readOther(value, row, j);
    }
  };
  return { rows, columns, bytes: false, readRow };
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function matrixSource(matrix: AbstractMatrix, rules: CheckedRules): RowSource {
  const { rows, columns } = matrix;
  const data = (matrix as { data?: unknown }).data;
  if (Array.isArray(data) && data.length === rows && data.every((row) => row instanceof Float64Array)) {
    return { rows, columns, bytes: false, readRow: rowReader(data, columns, rules) };
  }
  // A view on another matrix, or a class of the caller's.
  const readRow: RowSource['readRow'] = (row, into) => {
    for (let j = 0; j < columns; j++) {
      const value = matrix.get(row, j);
      into[j] = Number.isFinite(value) ? value : rules.readOther(value, row, j);
    }
  };
  return { rows, columns, bytes: false, readRow };
}

function arraySource(matrix: readonly NumberRow[], rules: CheckedRules): RowSource {
  const columns = matrix.length === 0 ? 0 : rowLength(matrix[0], rules, 0);
  for (let i = 1; i < matrix.length; i++) checkLength(rowLength(matrix[i], rules, i), columns, rules, i);
  const bytes = matrix.every((row) => row instanceof Uint8Array || row instanceof Uint8ClampedArray);
  return { rows: matrix.length, columns, bytes, readRow: rowReader(matrix, columns, rules) };
}

function rowReader(matrix: readonly NumberRow[], columns: number, rules: CheckedRules): RowSource['readRow'] {
  return (row, into) => {
    const values = matrix[row];
    checkLength(values.length, columns, rules, row);
    if (rules.allowNonFinite && ArrayBuffer.isView(values)) {
      into.set(values);
      return;
    }
    for (let j = 0; j < columns; j++) {
      const value = values[j];
      into[j] = Number.isFinite(value) ? value : rules.readOther(value, row, j);
    }
  };
}

function checkLength(length: number, columns: number, rules: CheckedRules, row: number): void {
  if (length === columns) return;
  const expected = nameFirst(rules, `rows of one length (${columns}, as row 0)`);
  throw new ShapeError(rules.owner, expected, `${length} values in row ${row}`);
}

function rowLength(row: unknown, rules: CheckedRules, index: number): number {
  if (row instanceof BigInt64Array || row instanceof BigUint64Array)
    throw bigIntError(rules, describe(row), index);
  if (isList(row)) return row.length;
  const expected = nameFirst(rules, 'an array of rows, each an array of numbers');
  throw new ShapeError(rules.owner, expected, `${describe(row)} as row ${index}`);
}

function bigIntError(rules: Pick<MatrixRules, 'owner' | 'name'>, received: string, row: number): ShapeError {
  const expected = nameFirst(rules, 'rows of numbers (turn BigInt into numbers with Number)');
  return new ShapeError(rules.owner, expected, `${received} in row ${row}`);
}

function nameFirst({ name }: Pick<MatrixRules, 'name'>, kind: string): string {
  return name === undefined ? kind : `${name} to be ${kind}`;
}
