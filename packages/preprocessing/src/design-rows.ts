import { type Computation, done, plainStep } from '@tenfold/base';
import { type DesignMatrix, workMeter } from '@tenfold/linalg';

/** Cells between two turns of the event loop, or between two reports of work. */
const CELLS_PER_BLOCK = 262_144;

/** Copies one row as doubles. */
function readRow(design: DesignMatrix, row: number, into: Float64Array): void {
  if (design.kind === 'dense') {
    into.set(design.data.subarray(row * design.columns, (row + 1) * design.columns));
    return;
  }
  const { values, columnIndices, rowPointers } = design;
  into.fill(0);
  for (let p = rowPointers[row]; p < rowPointers[row + 1]; p++) into[columnIndices[p]] = values[p];
}

/**
 * Shows all rows in their order, giving the event loop back in between.
 *
 * @param design the rows
 * @param signal cancels it: the promise rejects with the signal's reason
 * @param visit is given each row in one buffer that all rows share
 */
export async function visitRows(
  design: DesignMatrix,
  signal: AbortSignal | undefined,
  visit: (row: Float64Array, index: number) => void,
): Promise<void> {
  const { rows, columns } = design;
  const buffer = new Float64Array(columns);
  const block = blockOf(columns);
  for (let start = 0; start < rows; start += block) {
    const end = Math.min(start + block, rows);
    for (let i = start; i < end; i++) {
      readRow(design, i, buffer);
      visit(buffer, i);
    }
    await workMeter.spend((end - start) * columns, signal);
  }
}

/**
 * All rows, changed one by one, row after row.
 *
 * @param design the rows
 * @param change changes a row in place
 */
export function* mapRows(
  design: DesignMatrix,
  change: (row: Float64Array) => void,
): Computation<Float64Array> {
  const { rows, columns } = design;
  const values = new Float64Array(rows * columns);
  const block = blockOf(columns);
  for (let start = 0; start < rows; start += block) {
    const end = Math.min(start + block, rows);
    yield* done(
      plainStep(() => {
        for (let i = start; i < end; i++) {
          const row = values.subarray(i * columns, (i + 1) * columns);
          readRow(design, i, row);
          change(row);
        }
      }),
    );
  }
  return values;
}

function blockOf(columns: number): number {
  return Math.max(1, Math.floor(CELLS_PER_BLOCK / columns));
}
