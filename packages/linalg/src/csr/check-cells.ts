import { describe, ParameterError, ShapeError } from '@tenfold/core';

import { ColumnIndexError } from '../errors.js';
import { MAX_COLUMNS_U16 } from '../fill-design.js';
import type { CsrIndices, CsrParts, CsrValues } from './csr-parts.js';

/** The most rows or columns: as SciPy's indices of 32 bits. */
export const LARGEST_SIDE = 2 ** 31 - 1;

/** Values as a typed array: of three kinds as they are, of others as doubles. Throws ParameterError on what is no number. */
export function valueArray(values: CsrParts['values']): CsrValues {
  if (values instanceof Float64Array || values instanceof Float32Array) return values;
  // Node's Buffer is one too, and what it calls slice makes no copy.
  if (values instanceof Uint8Array) return new Uint8Array(values.buffer, values.byteOffset, values.length);
  return Float64Array.from(values, (value: unknown, position) => {
    if (typeof value === 'number') return value;
    throw new ParameterError('CsrMatrix', `values[${position}]`, 'a number', value);
  });
}

/** Column indices, which have been checked, as kernels take them. */
export function indexArray(indices: CsrIndices, columns: number): Uint16Array | Uint32Array {
  if (indices instanceof Uint16Array || indices instanceof Uint32Array) return indices;
  return columns <= MAX_COLUMNS_U16 ? Uint16Array.from(indices) : Uint32Array.from(indices);
}

/** Throws ShapeError unless row pointers rise from 0 to the number of cells. */
export function checkRowPointers(pointers: CsrIndices, rows: number, cells: number): void {
  const { length } = pointers;
  if (length !== rows + 1)
    throw new ShapeError('CsrMatrix', `rows + 1 = ${rows + 1} rowPointers`, `${length}`);
  if (pointers[0] !== 0 || pointers[rows] !== cells) {
    const ends = `${describe(pointers[0])} to ${describe(pointers[rows])}`;
    throw new ShapeError('CsrMatrix', `rowPointers from 0 to the number of values (${cells})`, ends);
  }
  for (let i = 0; i < rows; i++) {
    if (Number.isInteger(pointers[i + 1]) && pointers[i] <= pointers[i + 1]) continue;
    const received = `${describe(pointers[i + 1])} behind row ${i}, which begins at ${pointers[i]}`;
    throw new ShapeError('CsrMatrix', 'rowPointers that are whole numbers and do not fall', received);
  }
}

/**
 * Checks the column of each cell.
 *
 * @param columnIndices the columns
 * @param rowPointers where rows begin
 * @param columns how many columns there are
 * @param rowOf the row of the cell at a position, for messages; default by the row pointers
 * @returns whether the columns of each row ascend
 * @throws ColumnIndexError
 */
export function checkCells(
  columnIndices: CsrIndices,
  rowPointers: Uint32Array,
  columns: number,
  rowOf?: (position: number) => number,
): boolean {
  let areSorted = true;
  for (let i = 0, p = 0; i + 1 < rowPointers.length; i++) {
    for (let before = -1; p < rowPointers[i + 1]; p++) {
      const column: unknown = columnIndices[p];
      if (!(typeof column === 'number' && Number.isInteger(column) && column >= 0 && column < columns))
        throw new ColumnIndexError(rowOf?.(p) ?? i, p, column, columns);
      if (column <= before) areSorted = false;
      before = column;
    }
  }
  return areSorted;
}
