import { type ByteMatrix, isByteMatrix, isDoubleMatrix, type Matrix } from '@tenfold/linalg';

import type { RowSource, Values } from './rows.js';

/** The rows of a matrix that has been read. */
export function matrixRows(data: Matrix | ByteMatrix, warnings: readonly string[]): RowSource {
  const values: Values =
    isByteMatrix(data) || isDoubleMatrix(data) ? data.data : Float64Array.from(data.to1DArray());
  const { columns } = data;
  return {
    rows: data.rows,
    warnings,
    read: (start, count) => Promise.resolve(values.subarray(start * columns, (start + count) * columns)),
  };
}
