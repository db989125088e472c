import { type DesignMatrix, DoubleMatrix, storedValues, syrk, workMeter } from '@tenfold/linalg';

/** What `weightedGram` works on. */
export interface WeightedGramTask {
  readonly design: DesignMatrix;
  /** The value of the constant feature at the end of every row, 0 for none. */
  readonly constant: number;
  /** Features of the matrix, ascending; the constant one is the number of columns. */
  readonly chosen: Uint32Array;
  /** The weight d_i of each row, 0 or more. */
  readonly curvatures: Float64Array;
  /**
   * Whether it is computed in doubles from all rows. Otherwise floats do, and rows that hardly weigh anything, the well
   * classified ones of a loss, are left out.
   */
  readonly exact: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Rows that weigh no more than this share of the mean hardly weigh anything. */
const LIGHT = 1e-2;

/** What is added to a diagonal of floats, as a share of it, for their rounding. */
const FLOAT_SHARE = 1e-6;

/** Cells that are laid out at a time, and rows between two looks at the work done. */
const CELLS_PER_BLOCK = 1 << 21;
const ROWS_PER_TURN = 1024;

/** Σ_i d_i·x_i·x_i' in the chosen features: m rows of m numbers. */
export async function weightedGram(task: WeightedGramTask): Promise<Float64Array> {
  const { design, chosen, curvatures, exact, signal } = task;
  const size = chosen.length;
  const mean = curvatures.reduce((sum, weight) => sum + weight, 0) / curvatures.length;
  const layout: Layout = {
    ...task,
    places: placesOf(task),
    least: exact ? 0 : LIGHT * mean,
  };
  const heavy = curvatures.reduce((count, weight) => (weight > layout.least ? count + 1 : count), 0);
  const rows = Math.min(heavy, Math.max(1, Math.floor(CELLS_PER_BLOCK / size)));
  const block = exact ? new Float64Array(rows * size) : new Float32Array(rows * size);
  const gram = new Float64Array(size * size);
  const work = storedValues(design).length / design.rows;
  let filled = 0;
  for (let next = 0; next < design.rows;) {
    const last = Math.min(next + ROWS_PER_TURN, design.rows);
    const end = layOut(layout, next, last, block, filled);
    await workMeter.spend((end.row - next) * work, signal);
    next = end.row;
    filled = end.filled;
    if (filled === block.length && filled > 0) {
      await addProducts(gram, block, size, signal);
      block.fill(0);
      filled = 0;
    }
  }
  await addProducts(gram, block.subarray(0, filled), size, signal);
  if (!exact) for (let k = 0; k < size; k++) gram[k * (size + 1)] *= 1 + FLOAT_SHARE;
  return gram;
}

interface Layout extends WeightedGramTask {
  /** Where a feature stands among the chosen, -1 when it is not one of them. */
  readonly places: Int32Array;
  /** Rows of a larger weight are laid out. */
  readonly least: number;
}

function placesOf({ design, chosen }: WeightedGramTask): Int32Array {
  const places = new Int32Array(design.columns + 1).fill(-1);
  for (const [at, feature] of chosen.entries()) places[feature] = at;
  return places;
}

/**
 * Writes √d_i·x_i of some rows, one after the other, to where the block's zeros begin.
 *
 * @returns the row after the last one done, which is earlier when the block is full, and where zeros begin now
 */
function layOut(
  layout: Layout,
  first: number,
  last: number,
  block: Float64Array | Float32Array,
  filled: number,
): { row: number; filled: number } {
  const { curvatures, least, chosen } = layout;
  const size = chosen.length;
  let at = filled;
  for (let row = first; row < last; row++) {
    const weight = curvatures[row];
    if (!(weight > least)) continue;
    if (at === block.length) return { row, filled: at };
    writeRow(layout, row, Math.sqrt(weight), block, at);
    at += size;
  }
  return { row: last, filled: at };
}

function writeRow(
  { design, constant, chosen, places }: Layout,
  row: number,
  scale: number,
  out: Float64Array | Float32Array,
  at: number,
): void {
  if (design.kind === 'csr') {
    const { columnIndices, values, rowPointers } = design;
    const end = rowPointers[row + 1];
    for (let p = rowPointers[row]; p < end; p++) {
      const place = places[columnIndices[p]];
      if (place >= 0) out[at + place] = scale * values[p];
    }
  } else {
    const { columns, data } = design;
    const start = row * columns;
    const count = places[columns] < 0 ? chosen.length : chosen.length - 1;
    for (let k = 0; k < count; k++) out[at + k] = scale * data[start + chosen[k]];
  }
  const last = places[design.columns];
  if (last >= 0) out[at + last] = scale * constant;
}

/** gram += block'·block */
async function addProducts(
  gram: Float64Array,
  block: Float64Array | Float32Array,
  size: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (block.length === 0) return;
  const rows = block.length / size;
  if (block instanceof Float32Array) {
    const { data } = await syrk({ rows, columns: size, data: block }, { transA: true, signal });
    for (let p = 0; p < gram.length; p++) gram[p] += data[p];
    return;
  }
  const product = await syrk(new DoubleMatrix(rows, size, block), { transA: true, signal });
  for (let k = 0; k < size; k++) {
    const row = product.getRow(k);
    for (let l = 0; l < size; l++) gram[k * size + l] += row[l];
  }
}
