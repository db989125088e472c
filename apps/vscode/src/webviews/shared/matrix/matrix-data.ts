import type { Label } from '../../../protocol/values.js';
import { cleanLabel } from '../clean-label.js';

/** What a cell shows: the count, or its share of its row (the actual class) or of its column (the predicted class). */
export type Normalization = 'counts' | 'actual' | 'predicted';

/** A confusion matrix with what is read off it. */
export interface MatrixData {
  readonly labels: readonly string[];
  /** Row: actual; column: predicted. */
  readonly counts: readonly (readonly number[])[];
  readonly rowSums: readonly number[];
  readonly columnSums: readonly number[];
  readonly total: number;
  /** Share on the diagonal; 0 when the matrix is empty. */
  readonly accuracy: number;
}

/**
 * Reads a confusion matrix.
 *
 * @param counts row: actual, column: predicted
 * @param labels the classes
 */
export function matrixData(counts: readonly (readonly number[])[], labels: readonly Label[]): MatrixData {
  const rowSums = counts.map(sum);
  const columnSums = counts.map((_, column) => sum(counts.map((row) => row[column])));
  const total = sum(rowSums);
  const correct = sum(counts.map((row, i) => row[i]));
  return {
    labels: labels.map(cleanLabel),
    counts,
    rowSums,
    columnSums,
    total,
    accuracy: total === 0 ? 0 : correct / total,
  };
}

/** The value that a cell shows; a share of nothing is 0. */
export function cellValue(
  data: MatrixData,
  normalization: Normalization,
  row: number,
  column: number,
): number {
  const count = data.counts[row][column];
  if (normalization === 'counts' || count === 0) return count;
  return count / (normalization === 'actual' ? data.rowSums[row] : data.columnSums[column]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
