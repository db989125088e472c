import { ParameterError, ShapeError } from '@tenfold/core';
import { largest, type MatrixLike, matrixRows, smallest } from '@tenfold/linalg';

/** What the counts are divided by: nothing, the row's sum, the column's sum or the sum of all. */
export type Normalization = 'none' | 'true' | 'pred' | 'all';

/** A confusion matrix, checked, with what can be read off it. */
export interface HeatmapData {
  /** The values to show: row i is the actual class i, column j the predicted class j. */
  readonly values: readonly Float64Array[];
  readonly size: number;
  /** Whether the values shown are counts. */
  readonly isCounts: boolean;
  readonly low: number;
  readonly high: number;
  readonly rowSums: Float64Array;
  readonly columnSums: Float64Array;
  /** The sum of what came in. */
  readonly total: number;
  /** The share on the diagonal of what came in; NaN when it was no matrix of counts, or all zero. */
  readonly accuracy: number;
}

/**
 * Checks a confusion matrix and divides it as asked; where a sum is 0, so is the share.
 *
 * @throws ShapeError when it is no matrix, or is not square or empty
 * @throws ParameterError when a value is negative
 * @throws NonFiniteError when a value is no finite number
 */
export function heatmapData(owner: string, matrix: MatrixLike, normalize: Normalization): HeatmapData {
  const counts = matrixRows(matrix, { owner, name: 'cm' });
  const size = counts.length;
  if (size === 0 || counts[0].length !== size) {
    throw new ShapeError(
      owner,
      'a square matrix of one class or more',
      `${size} × ${counts.at(0)?.length ?? 0}`,
    );
  }
  const negativeRow = counts.findIndex((row) => row.some((value) => value < 0));
  if (negativeRow >= 0) {
    const column = counts[negativeRow].findIndex((value) => value < 0);
    throw new ParameterError(
      owner,
      `cm[${negativeRow}][${column}]`,
      'a number of at least 0',
      counts[negativeRow][column],
    );
  }
  const rowSums = Float64Array.from(counts, sum);
  const columnSums = sumColumns(counts);
  const total = sum(rowSums);
  const inputIsCounts = counts.every((row) => row.every(Number.isInteger));
  const correct = sum(counts.map((row, i) => row[i]));
  const values = divide(counts, normalize, { rowSums, columnSums, total });
  return {
    values,
    size,
    isCounts: inputIsCounts && normalize === 'none',
    low: smallest(values.map((row) => smallest(row))),
    high: largest(values.map((row) => largest(row))),
    rowSums,
    columnSums,
    total,
    accuracy: inputIsCounts ? correct / total : NaN,
  };
}

function divide(
  counts: readonly Float64Array[],
  normalize: Normalization,
  { rowSums, columnSums, total }: Pick<HeatmapData, 'rowSums' | 'columnSums' | 'total'>,
): readonly Float64Array[] {
  if (normalize === 'none') return counts;
  const divisor = (row: number, column: number): number =>
    normalize === 'true' ? rowSums[row] : normalize === 'pred' ? columnSums[column] : total;
  return counts.map((row, i) => row.map((value, j) => (value === 0 ? 0 : value / divisor(i, j))));
}

function sumColumns(rows: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(rows.length);
  for (const row of rows) row.forEach((value, column) => (sums[column] += value));
  return sums;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
