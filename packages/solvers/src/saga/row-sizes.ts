import { type DesignMatrix, workMeter } from '@tenfold/linalg';

/** Rows between two looks at the work done. */
const ROWS_PER_LOOK = 1024;

/** Squares of a matrix's cells. */
export interface Squares {
  /** Their sum in each row. */
  readonly rows: Float64Array;
  /** Their mean in each column, rows weighed. */
  readonly columns: Float64Array;
}

/** Sums up the squares of all cells. */
export async function squaresOf(
  design: DesignMatrix,
  weights: Float64Array | undefined,
  signal: AbortSignal | undefined,
): Promise<Squares> {
  const rows = new Float64Array(design.rows);
  const columns = new Float64Array(design.columns);
  let total = 0;
  for (let i = 0; i < design.rows; i++) {
    const weight = weights?.[i] ?? 1;
    total += weight;
    rows[i] = addSquares(design, i, weight, columns);
    if (i % ROWS_PER_LOOK === ROWS_PER_LOOK - 1)
      await workMeter.spend(ROWS_PER_LOOK * design.columns, signal);
  }
  for (let j = 0; j < columns.length; j++) columns[j] /= total;
  return { rows, columns };
}

/** Adds a row's squares, weighed, to those of the columns; returns their plain sum. */
function addSquares(design: DesignMatrix, row: number, weight: number, columns: Float64Array): number {
  let sum = 0;
  if (design.kind === 'csr') {
    const { values, columnIndices, rowPointers } = design;
    for (let p = rowPointers[row]; p < rowPointers[row + 1]; p++) {
      const square = values[p] * values[p];
      sum += square;
      columns[columnIndices[p]] += weight * square;
    }
    return sum;
  }
  const start = row * design.columns;
  for (let j = 0; j < design.columns; j++) {
    const square = design.data[start + j] * design.data[start + j];
    sum += square;
    columns[j] += weight * square;
  }
  return sum;
}
