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
  /** Rows that weigh no more than this share of the mean count on the diagonal alone. */
  readonly light: number;
  readonly signal?: AbortSignal | undefined;
}

/** Cells that are laid out at a time. */
const CELLS_PER_BLOCK = 1 << 21;

/**
 * Σ_i d_i·x_i·x_i' in the chosen features: m rows of m numbers. Rows that hardly weigh anything, the well classified ones of
 * a loss, may be added to the diagonal alone: the model of a Newton step need not be exact.
 */
export async function weightedGram(task: WeightedGramTask): Promise<Float64Array> {
  const { design, chosen, curvatures, light: share, signal } = task;
  const size = chosen.length;
  const places = placesOf(task);
  const least = (share * curvatures.reduce((sum, weight) => sum + weight, 0)) / curvatures.length;
  const most = Math.max(1, Math.floor(CELLS_PER_BLOCK / size));
  const heavy = curvatures.reduce((count, weight) => (weight > least ? count + 1 : count), 0);
  const block = new Float64Array(size * Math.min(heavy, most));
  const light = new Float64Array(size);
  const spread = new Float64Array(size);
  const gram = new Float64Array(size * size);
  const work = Math.max(1, storedValues(design).length / Math.max(1, design.rows));
  let filled = 0;
  for (let i = 0; i < design.rows; i++) {
    const weight = curvatures[i];
    if (weight > least) {
      layOut(task, i, places, Math.sqrt(weight), block.subarray(filled, filled + size));
      filled += size;
      if (filled === block.length) {
        await addProducts(gram, block, size, signal);
        block.fill(0);
        filled = 0;
      }
    } else if (weight > 0) {
      layOut(task, i, places, 1, spread);
      for (let k = 0; k < size; k++) light[k] += weight * spread[k] * spread[k];
      spread.fill(0);
    }
    if (i % 1024 === 1023) await workMeter.spend(1024 * (work + size / 8), signal);
  }
  await addProducts(gram, block.subarray(0, filled), size, signal);
  for (let k = 0; k < size; k++) gram[k * (size + 1)] += light[k];
  return gram;
}

/** Where a feature stands among the chosen, -1 when it is not one of them. */
function placesOf({ design, chosen }: WeightedGramTask): Int32Array {
  const places = new Int32Array(design.columns + 1).fill(-1);
  for (const [at, feature] of chosen.entries()) places[feature] = at;
  return places;
}

/** Writes a row's cells of the chosen features, scaled, where zeros are. */
function layOut(
  { design, constant, chosen }: WeightedGramTask,
  row: number,
  places: Int32Array,
  scale: number,
  out: Float64Array,
): void {
  if (design.kind === 'csr') {
    const { columnIndices, values, rowPointers } = design;
    const end = rowPointers[row + 1];
    for (let p = rowPointers[row]; p < end; p++) {
      const at = places[columnIndices[p]];
      if (at >= 0) out[at] = scale * values[p];
    }
  } else {
    const { columns, data } = design;
    const start = row * columns;
    const count = places[columns] < 0 ? chosen.length : chosen.length - 1;
    for (let k = 0; k < count; k++) out[k] = scale * data[start + chosen[k]];
  }
  const last = places[design.columns];
  if (last >= 0) out[last] = scale * constant;
}

/** gram += block'·block */
async function addProducts(
  gram: Float64Array,
  block: Float64Array,
  size: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (block.length === 0) return;
  const product = await syrk(new DoubleMatrix(block.length / size, size, block), { transA: true, signal });
  for (let k = 0; k < size; k++) {
    const row = product.getRow(k);
    for (let l = 0; l < size; l++) gram[k * size + l] += row[l];
  }
}
