import type { DesignMatrix } from './design-matrix.js';
import { storedValues } from './stored-values.js';
import { workMeter } from './work-meter.js';

/** Cells between two looks at the work done. */
const CELLS_PER_LOOK = 500_000;

/** What has been computed for matrices that are still in use. */
const known = new WeakMap<DesignMatrix, Float64Array>();

/**
 * What each column is divided by before a Gram matrix is made of doubles: its largest absolute value, 1 where that is 0.
 * Computed once for a matrix.
 */
export async function columnUnits(design: DesignMatrix, signal?: AbortSignal): Promise<Float64Array> {
  const before = known.get(design);
  if (before !== undefined) return before;
  const values = storedValues(design);
  const maxima = new Float64Array(design.columns);
  for (let start = 0; start < values.length; start += CELLS_PER_LOOK) {
    const end = Math.min(start + CELLS_PER_LOOK, values.length);
    let column = start % design.columns;
    for (let p = start; p < end; p++) {
      const at = design.kind === 'csr' ? design.columnIndices[p] : column;
      const size = Math.abs(values[p]);
      if (size > maxima[at]) maxima[at] = size;
      if (++column === design.columns) column = 0;
    }
    await workMeter.spend(2 * (end - start), signal);
  }
  const units = maxima.map((most) => most || 1);
  known.set(design, units);
  return units;
}
