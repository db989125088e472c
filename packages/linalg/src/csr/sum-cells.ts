import type { CsrIndices, CsrValues, SortedCells } from './csr-parts.js';

/** The largest byte. */
const BYTE = 255;

/** Cells that have been checked, in any order. */
export interface Cells {
  readonly values: CsrValues;
  readonly rowIndices: CsrIndices;
  readonly columnIndices: Uint16Array | Uint32Array;
}

/**
 * Sorts cells by row and column, and adds up those in the same place, in the order in which they were given. Bytes whose sum
 * is above 255 make doubles of all values; floats are added in doubles and rounded once.
 */
export function sumCells(
  rows: number,
  columns: number,
  { values, rowIndices, columnIndices }: Cells,
): SortedCells {
  const cells = values.length;
  const byColumn = sortBy(
    columnIndices,
    columns,
    Uint32Array.from({ length: cells }, (_, p) => p),
  );
  const order = sortBy(rowIndices, rows, byColumn);
  const sums = new Float64Array(cells);
  const kept = columnIndices.slice();
  const rowPointers = new Uint32Array(rows + 1);
  let filled = 0;
  for (let p = 0, row = -1, column = -1; p < cells; p++) {
    const from = order[p];
    if (rowIndices[from] !== row || columnIndices[from] !== column) {
      row = rowIndices[from];
      column = columnIndices[from];
      kept[filled++] = column;
      rowPointers[row + 1] = filled;
    }
    sums[filled - 1] += values[from];
  }
  for (let i = 1; i <= rows; i++) rowPointers[i] = Math.max(rowPointers[i], rowPointers[i - 1]);
  return { values: ofKind(values, sums.slice(0, filled)), columnIndices: kept.slice(0, filled), rowPointers };
}

/** An order of cells in which their keys ascend and equal ones stay in the order given: a counting sort. */
function sortBy(keys: CsrIndices, count: number, order: Uint32Array): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (let p = 0; p < keys.length; p++) next[keys[p] + 1]++;
  for (let key = 0; key < count; key++) next[key + 1] += next[key];
  const sorted = new Uint32Array(order.length);
  for (const cell of order) sorted[next[keys[cell]]++] = cell;
  return sorted;
}

function ofKind(given: CsrValues, sums: Float64Array): CsrValues {
  if (given instanceof Float32Array) return Float32Array.from(sums);
  return given instanceof Uint8Array && sums.every((sum) => sum <= BYTE) ? Uint8Array.from(sums) : sums;
}
