import { Matrix, type MatrixLike, toDesignMatrix } from '@tenfold/linalg';

import { checkNumbers } from './checks.js';
import { ProbabilityError } from './errors.js';
import { pairwiseSum } from './sums.js';

/** Scores or probabilities: one row a sample, one column a class, flat; or a single column. */
export interface ScoreTable {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array | Uint8Array;
}

/** Reads scores that are either a list (one column) or a matrix; every value is finite. */
export function readScores(owner: string, name: string, scores: MatrixLike | ArrayLike<number>): ScoreTable {
  if (isTable(scores)) {
    const design = toDesignMatrix(scores, { owner, name, storage: 'dense' });
    if (design.kind === 'dense') return design;
  }
  const data = checkNumbers(owner, name, scores as ArrayLike<number>);
  return { rows: data.length, columns: 1, data };
}

/** One row of a table, as a view. */
export function rowOf({ data, columns }: ScoreTable, row: number): Float64Array | Uint8Array {
  return data.subarray(row * columns, (row + 1) * columns);
}

/** One column of a table, copied. */
export function columnOf({ rows, columns, data }: ScoreTable, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => data[i * columns + column]);
}

/** The rows that do not sum to one. */
export interface UnevenRows {
  /** The first of them. */
  readonly row: number;
  /** Its sum. */
  readonly sum: number;
  /** How many there are. */
  readonly count: number;
}

/**
 * Finds the rows that do not sum to one.
 *
 * @param table the probabilities
 * @param tolerance how far from one a sum may be
 * @returns undefined when there are none
 */
export function findUnevenRows(table: ScoreTable, tolerance: number): UnevenRows | undefined {
  let first: { row: number; sum: number } | undefined;
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    const sum = pairwiseSum(rowOf(table, row));
    if (Math.abs(sum - 1) <= tolerance) continue;
    first ??= { row, sum };
    count++;
  }
  return first && { ...first, count };
}

/**
 * Checks that each row sums to one.
 *
 * @param owner the function that was called
 * @param table the probabilities
 * @param tolerance how far from one a sum may be
 * @throws ProbabilityError with the first row that does not
 */
export function checkRowSums(owner: string, table: ScoreTable, tolerance: number): void {
  const uneven = findUnevenRows(table, tolerance);
  if (uneven !== undefined) throw new ProbabilityError(owner, uneven.row, 'sums to', uneven.sum);
}

/** Whether the scores are rows of single precision, whose rounding error is larger. */
export function isSinglePrecision(scores: MatrixLike | ArrayLike<number>): boolean {
  if (scores instanceof Float32Array) return true;
  return Array.isArray(scores) && scores.length > 0 && scores.every((row) => row instanceof Float32Array);
}

/** Tells rows of numbers from a list of numbers. */
export function isTable(scores: MatrixLike | ArrayLike<number>): scores is MatrixLike {
  return Matrix.isMatrix(scores) || (Array.isArray(scores) && typeof scores[0] === 'object');
}
