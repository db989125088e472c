import { ParameterError } from '@tenfold/core';
import type { DenseDesign } from '@tenfold/linalg';

/**
 * Finds the features that are on in a row.
 *
 * @param design the rows
 * @param row the row's number
 * @param threshold the value above which a feature is on; null takes 0 and 1
 * @param on is given the number of each feature that is on, in their order
 * @throws ParameterError when the threshold is null and a feature is neither 0 nor 1
 */
export function visitOn(
  design: DenseDesign,
  row: number,
  threshold: number | null,
  on: (column: number) => void,
): void {
  const { data, columns } = design;
  const start = row * columns;
  for (let j = 0; j < columns; j++) {
    const value = data[start + j];
    if (threshold === null && value !== 0 && value !== 1) throw notBinary(row, j, value);
    if (value > (threshold ?? 0)) on(j);
  }
}

function notBinary(row: number, column: number, value: number): ParameterError {
  const expected = `the value above which a feature is on, as row ${row} has ${value} in column ${column}, not 0 or 1`;
  return new ParameterError('BernoulliNB', 'binarize', expected, null);
}
