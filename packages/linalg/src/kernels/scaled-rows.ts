import type { DesignMatrix } from '../design-matrix.js';
import { workMeter } from '../work-meter.js';
import type { Scope } from './scope.js';
import type { StoredDesign } from './stored-designs.js';

/** Cells between two looks at the work done. */
const CELLS_PER_LOOK = 200_000;

/** The kind of float values in a format; see assembly/rows/formats.ts. */
const FLOATS = 1;
const WIDE_INDICES = 6;

/**
 * Copies some rows of a matrix into the kernels' memory as floats, each column divided by its unit, so that no cell is
 * too large or too small for floats.
 *
 * @param scope keeps the memory
 * @param design the matrix
 * @param rows the rows in their order; all when undefined
 * @param units what each column is divided by
 * @param signal cancels
 */
export async function scaledRows(
  scope: Scope,
  design: DesignMatrix,
  rows: Uint32Array | undefined,
  units: Float64Array,
  signal: AbortSignal | undefined,
): Promise<StoredDesign> {
  const count = rows?.length ?? design.rows;
  const pointers = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) pointers[i + 1] = pointers[i] + cellsOf(design, rows?.[i] ?? i);
  const cells = pointers[count];
  const values = scope.allocate(4 * cells);
  const indices = design.kind === 'csr' ? scope.allocate(4 * cells) : 0;
  for (let i = 0, looked = 0; i < count; i++) {
    const row = rows?.[i] ?? i;
    const length = pointers[i + 1] - pointers[i];
    const out = scope.memory.f32(values + 4 * pointers[i], length);
    if (design.kind === 'csr') {
      const start = design.rowPointers[row];
      const columns = scope.memory.u32(indices + 4 * pointers[i], length);
      for (let p = 0; p < length; p++) {
        columns[p] = design.columnIndices[start + p];
        out[p] = design.values[start + p] / units[columns[p]];
      }
    } else {
      const start = row * design.columns;
      for (let j = 0; j < length; j++) out[j] = design.data[start + j] / units[j];
    }
    if (pointers[i + 1] - looked < CELLS_PER_LOOK) continue;
    await workMeter.spend(4 * (pointers[i + 1] - looked), signal);
    looked = pointers[i + 1];
  }
  const sparse = design.kind === 'csr';
  return {
    format: FLOATS + (sparse ? WIDE_INDICES : 0),
    rows: count,
    columns: design.columns,
    cells,
    values,
    indices,
    pointers: sparse ? scope.copyIn(pointers) : 0,
  };
}

function cellsOf(design: DesignMatrix, row: number): number {
  return design.kind === 'csr' ? design.rowPointers[row + 1] - design.rowPointers[row] : design.columns;
}
