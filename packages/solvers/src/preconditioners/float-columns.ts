import { type DesignMatrix, storedValues, workMeter } from '@tenfold/linalg';

/** Cells between two looks at the work done. */
const CELLS_PER_LOOK = 500_000;

/** A largest cell this many times the mean of those that are not 0 drowns the others. */
const OUTLIER = 1000;

/** A mean square this many times the variance: a column that is nearly constant, which floats cannot tell from one. */
const OFFSET = 1000;

/** Cells of more or less than this are beyond what products of floats hold. */
const LARGEST = 1e12;
const SMALLEST = 1e-12;

/**
 * Whether floats can tell what the columns of a matrix say: none has a cell that drowns all others, an offset that is much
 * larger than its differences, or numbers beyond the range of floats' products. Bytes always can.
 */
export async function suitsFloats(design: DesignMatrix, signal?: AbortSignal): Promise<boolean> {
  const { rows, columns } = design;
  const values = storedValues(design);
  if (values instanceof Uint8Array) return true;
  const [largest, sizes, sums, squares, counts] = Array.from({ length: 5 }, () => new Float64Array(columns));
  for (let start = 0; start < values.length; start += CELLS_PER_LOOK) {
    const end = Math.min(start + CELLS_PER_LOOK, values.length);
    let column = start % columns;
    for (let p = start; p < end; p++) {
      const j = design.kind === 'csr' ? design.columnIndices[p] : column;
      if (++column === columns) column = 0;
      const value = values[p];
      if (value === 0) continue;
      const size = Math.abs(value);
      if (size > largest[j]) largest[j] = size;
      sizes[j] += size;
      sums[j] += value;
      squares[j] += value * value;
      counts[j]++;
    }
    await workMeter.spend(4 * (end - start), signal);
  }
  for (let j = 0; j < columns; j++) {
    if (counts[j] === 0) continue;
    const most = largest[j];
    if (most > LARGEST || most < SMALLEST || most * counts[j] > OUTLIER * sizes[j]) return false;
    const mean = sums[j] / rows;
    const variance = squares[j] / rows - mean * mean;
    // A constant column says what the intercept does.
    if (mean * mean > OFFSET * variance && variance > 1e-14 * mean * mean) return false;
  }
  return true;
}
