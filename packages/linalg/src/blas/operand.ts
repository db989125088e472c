import { NonFiniteError, ShapeError } from '@tenfold/core';
import { type AbstractMatrix, Matrix } from 'ml-matrix';

import { isDoubleMatrix } from '../double-matrix.js';
import { isByteMatrix, type NumberRow } from '../matrix-like.js';
import type { BlasMatrix, FlatMatrix } from './flat-matrix.js';

/** A buffer that results or copies go to. */
export type FloatArray = Float64Array | Float32Array;

/** A matrix that was checked and can be read row by row. */
export interface Operand {
  readonly rows: number;
  readonly columns: number;
  /** Whether it is a flat matrix of floats. */
  readonly single: boolean;
  /** Copies one row. Throws ShapeError when the row has shrunk since: its buffer was resized or transferred. */
  readonly copyRow: (row: number, into: FloatArray) => void;
}

/**
 * Opens a matrix of any kind. NaN and infinities pass.
 *
 * @param owner the function that was called, for error messages
 * @param name the matrix's name there
 * @throws ShapeError when it is no matrix, its rows differ in length or its buffer does not fill its shape
 */
export function openOperand(owner: string, name: string, matrix: BlasMatrix): Operand {
  if (isByteMatrix(matrix) || isDoubleMatrix(matrix)) return flatOperand(owner, name, matrix, false);
  if (Matrix.isMatrix(matrix)) return matrixOperand(owner, name, matrix);
  if (Array.isArray(matrix)) return rowsOperand(owner, name, matrix as readonly NumberRow[]);
  if (isFlat(matrix)) return flatOperand(owner, name, matrix, matrix.data instanceof Float32Array);
  throw new ShapeError(owner, `${name} to be a matrix, an array of rows or a flat matrix`, typeof matrix);
}

function isFlat(value: unknown): value is FlatMatrix {
  if (typeof value !== 'object' || value === null || !('data' in value)) return false;
  return value.data instanceof Float64Array || value.data instanceof Float32Array;
}

interface Flat {
  readonly rows: number;
  readonly columns: number;
  readonly data: FloatArray | Uint8Array;
}

function flatOperand(owner: string, name: string, matrix: Flat, single: boolean): Operand {
  const { rows, columns } = matrix;
  const size = rows * columns;
  const check = (): void => {
    if (isCount(rows) && isCount(columns) && matrix.data.length === size) return;
    const expected = `${name} to hold rows × columns = ${rows} × ${columns} numbers`;
    throw new ShapeError(owner, expected, `${matrix.data.length}`);
  };
  check();
  const copyRow = (row: number, into: FloatArray): void => {
    check();
    into.set(matrix.data.subarray(row * columns, (row + 1) * columns));
  };
  return { rows, columns, single, copyRow };
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function matrixOperand(owner: string, name: string, matrix: AbstractMatrix): Operand {
  const { rows, columns } = matrix;
  const data = (matrix as { data?: unknown }).data;
  if (Array.isArray(data) && data.length === rows && data.every((row) => row instanceof Float64Array)) {
    return { rows, columns, single: false, copyRow: rowCopier(owner, name, data, columns) };
  }
  // A view on another matrix, or a class of the caller's.
  const copyRow = (row: number, into: FloatArray): void => {
    for (let j = 0; j < columns; j++) into[j] = matrix.get(row, j);
  };
  return { rows, columns, single: false, copyRow };
}

function rowsOperand(owner: string, name: string, rows: readonly NumberRow[]): Operand {
  const columns = rows.length === 0 ? 0 : lengthOf(owner, name, rows[0], 0);
  for (let i = 1; i < rows.length; i++)
    checkLength(owner, name, lengthOf(owner, name, rows[i], i), columns, i);
  return { rows: rows.length, columns, single: false, copyRow: rowCopier(owner, name, rows, columns) };
}

function rowCopier(
  owner: string,
  name: string,
  rows: readonly NumberRow[],
  columns: number,
): Operand['copyRow'] {
  return (row, into) => {
    const values = rows[row];
    checkLength(owner, name, values.length, columns, row);
    if (ArrayBuffer.isView(values)) into.set(values);
    else for (let j = 0; j < columns; j++) into[j] = numberAt(owner, values, row, j);
  };
}

/** A cell without a number would count as 0 or NaN unseen. */
function numberAt(owner: string, values: readonly number[], row: number, column: number): number {
  const value: unknown = values[column];
  if (typeof value !== 'number') throw new NonFiniteError(owner, row, column, NaN);
  return value;
}

function checkLength(owner: string, name: string, length: number, columns: number, row: number): void {
  if (length === columns) return;
  throw new ShapeError(owner, `rows of ${columns} numbers in ${name}`, `${length} in row ${row}`);
}

function lengthOf(owner: string, name: string, row: unknown, index: number): number {
  if (Array.isArray(row)) return row.length;
  if (ArrayBuffer.isView(row) && 'length' in row) return Number(row.length);
  throw new ShapeError(owner, `${name} to be an array of rows`, `${typeof row} as row ${index}`);
}
