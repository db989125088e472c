import type { CsrCells, CsrValues, SortedCells } from './csr-parts.js';

/** The cells of some rows of a matrix, in the order named. */
export function takeCsrRows(matrix: CsrCells, rows: ArrayLike<number>): SortedCells {
  const { rowPointers } = matrix;
  const pointers = new Uint32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++)
    pointers[i + 1] = pointers[i] + rowPointers[rows[i] + 1] - rowPointers[rows[i]];
  const values = valuesLike(matrix.values, pointers[rows.length]);
  const columnIndices = new Uint32Array(values.length);
  for (let i = 0; i < rows.length; i++) {
    const [start, end] = [rowPointers[rows[i]], rowPointers[rows[i] + 1]];
    values.set(matrix.values.subarray(start, end), pointers[i]);
    columnIndices.set(matrix.columnIndices.subarray(start, end), pointers[i]);
  }
  return { values, columnIndices, rowPointers: pointers };
}

/** The cells of some columns of a matrix, in the order named; each row's in the order of the matrix. */
export function takeCsrColumns(matrix: CsrCells, columns: ArrayLike<number>): SortedCells {
  const { rows, columnIndices, rowPointers } = matrix;
  const places = placesOf(columns);
  const pointers = new Uint32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    pointers[i + 1] = pointers[i];
    for (let p = rowPointers[i]; p < rowPointers[i + 1]; p++)
      pointers[i + 1] += places.get(columnIndices[p])?.length ?? 0;
  }
  const values = valuesLike(matrix.values, pointers[rows]);
  const taken = new Uint32Array(values.length);
  for (let p = 0, at = 0; p < columnIndices.length; p++) {
    for (const place of places.get(columnIndices[p]) ?? []) {
      values[at] = matrix.values[p];
      taken[at++] = place;
    }
  }
  return { values, columnIndices: taken, rowPointers: pointers };
}

/** Where each column goes. */
function placesOf(columns: ArrayLike<number>): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let j = 0; j < columns.length; j++) {
    const known = places.get(columns[j]);
    if (known === undefined) places.set(columns[j], [j]);
    else known.push(j);
  }
  return places;
}

function valuesLike(values: CsrValues, length: number): CsrValues {
  if (values instanceof Uint8Array) return new Uint8Array(length);
  return values instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
}
