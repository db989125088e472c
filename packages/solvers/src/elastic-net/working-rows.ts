import { type DesignMatrix, storedValues, workMeter } from '@tenfold/linalg';

/**
 * The cells of a design matrix that chosen parameters meet, row by row: row i meets the chosen parameter `chosen[p]` with
 * a cell of `values[p]` for p from `starts[i]` to `starts[i + 1]`, in their order. Zeros are left out.
 */
export interface WorkingRows {
  readonly starts: Int32Array;
  readonly chosen: Int32Array;
  readonly values: Float64Array;
}

/** What rows are restricted to. */
export interface ChosenParameters {
  readonly design: DesignMatrix;
  /** The value of the constant feature at the end of every row, 0 for none. */
  readonly constant: number;
  /** How many parameters there are a feature: parameter j is for feature ⌊j / classes⌋. */
  readonly classes: number;
  /** The parameters, class by class, and by feature within a class. */
  readonly chosen: Uint32Array;
  readonly signal?: AbortSignal | undefined;
}

/** Rows between two looks at the work done are chosen to make about this many multiply-adds. */
const WORK_PER_BLOCK = 500_000;

/** Picks the cells that the chosen parameters meet. */
export async function workingRows(task: ChosenParameters): Promise<WorkingRows> {
  const { design, constant, chosen, signal } = task;
  const { rows, columns } = design;
  const places = placesByClass(task);
  const starts = new Int32Array(rows + 1);
  const values = storedValues(design);
  const perRow = Math.max(1, (values.length * places.length) / Math.max(1, rows));
  const step = Math.max(1, Math.floor(WORK_PER_BLOCK / perRow));
  let cells: Cells = { chosen: new Int32Array(1024), values: new Float64Array(1024) };
  let count = 0;
  for (let i = 0; i < rows; i++) {
    cells = withRoom(cells, count + chosen.length);
    const first = design.kind === 'csr' ? design.rowPointers[i] : i * columns;
    const last = design.kind === 'csr' ? design.rowPointers[i + 1] : first + columns;
    for (const place of places) {
      for (let p = first; p < last; p++) {
        const at = place[design.kind === 'csr' ? design.columnIndices[p] : p - first];
        if (at < 0 || values[p] === 0) continue;
        cells.chosen[count] = at;
        cells.values[count] = values[p];
        count++;
      }
      const at = place[columns];
      if (constant === 0 || at < 0) continue;
      cells.chosen[count] = at;
      cells.values[count] = constant;
      count++;
    }
    starts[i + 1] = count;
    if (i % step === step - 1) await workMeter.spend(step * perRow, signal);
  }
  return { starts, chosen: cells.chosen.subarray(0, count), values: cells.values.subarray(0, count) };
}

interface Cells {
  readonly chosen: Int32Array;
  readonly values: Float64Array;
}

/** For each class where a feature's parameter stands among the chosen, -1 when it is not one of them. */
function placesByClass({ design, classes, chosen }: ChosenParameters): Int32Array[] {
  const places = Array.from({ length: classes }, () => new Int32Array(design.columns + 1).fill(-1));
  for (const [at, parameter] of chosen.entries()) {
    places[parameter % classes][Math.floor(parameter / classes)] = at;
  }
  return places.filter((place) => place.some((at) => at >= 0));
}

function withRoom(cells: Cells, needed: number): Cells {
  if (needed <= cells.values.length) return cells;
  const chosen = new Int32Array(2 * needed);
  const values = new Float64Array(2 * needed);
  chosen.set(cells.chosen);
  values.set(cells.values);
  return { chosen, values };
}

/** The same cells column by column: the chosen parameter k is met by the cells from `starts[k]` to `starts[k + 1]`. */
export interface WorkingColumns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Turns rows into columns, within which rows ascend. */
export function workingColumns(cells: WorkingRows, count: number): WorkingColumns {
  const starts = new Int32Array(count + 1);
  for (const at of cells.chosen) starts[at + 1]++;
  for (let k = 0; k < count; k++) starts[k + 1] += starts[k];
  const next = starts.slice(0, count);
  const rows = new Int32Array(cells.values.length);
  const values = new Float64Array(cells.values.length);
  for (let i = 0; i + 1 < cells.starts.length; i++) {
    for (let p = cells.starts[i]; p < cells.starts[i + 1]; p++) {
      const to = next[cells.chosen[p]]++;
      rows[to] = i;
      values[to] = cells.values[p];
    }
  }
  return { starts, rows, values };
}
