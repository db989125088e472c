import { type DesignMatrix, DoubleMatrix, syrk } from '@tenfold/linalg';

import { weightedGram } from './weighted-gram.js';
import { type WorkingRows, workingRows } from './working-rows.js';

/** A softmax problem at a point, in some of its parameters. */
export interface MultinomialModelTask {
  readonly design: DesignMatrix;
  readonly constant: number;
  readonly classes: number;
  /** c_i, what each row counts. */
  readonly weights: Float64Array;
  /** The probabilities of each row's classes. */
  readonly shares: Float64Array;
  /** The parameters, ascending: feature by feature, and within one by class. */
  readonly chosen: Uint32Array;
  readonly signal: AbortSignal | undefined;
}

/** Cells that are laid out at a time. */
const CELLS_PER_BLOCK = 1 << 21;

/**
 * The Hessian Σ_i c_i·(diag(p_i) - p_i·p_i')⊗x_i·x_i' in the chosen parameters, m rows of m numbers. To the intercepts'
 * block a number is added everywhere: alike for all classes they change nothing, and the step that is sought leaves their
 * sum as it is.
 */
export async function multinomialHessian(task: MultinomialModelTask): Promise<Float64Array> {
  const { design, constant, classes, weights, shares, chosen, signal } = task;
  const size = chosen.length;
  const hessian = await minusProducts(await workingRows(task), task);
  for (let k = 0; k < classes; k++) {
    const places = Array.from(chosen.keys()).filter((at) => chosen[at] % classes === k);
    if (places.length === 0) continue;
    const gram = await weightedGram({
      design,
      constant,
      chosen: Uint32Array.from(places, (at) => Math.floor(chosen[at] / classes)),
      curvatures: weights.map((weight, i) => weight * shares[i * classes + k]),
      exact: true,
      signal,
    });
    for (const [a, row] of places.entries()) {
      for (const [b, column] of places.entries()) hessian[row * size + column] += gram[a * places.length + b];
    }
  }
  holdIntercepts(hessian, task);
  return hessian;
}

/** -Σ_i y_i·y_i' with y_i = √c_i·p_ik·x_ij for the parameter of feature j and class k. */
async function minusProducts(cells: WorkingRows, task: MultinomialModelTask): Promise<Float64Array> {
  const { design, classes, weights, shares, chosen, signal } = task;
  const size = chosen.length;
  const hessian = new Float64Array(size * size);
  const step = Math.max(1, Math.floor(CELLS_PER_BLOCK / size));
  for (let first = 0; first < design.rows; first += step) {
    const rows = Math.min(step, design.rows - first);
    const block = new Float64Array(rows * size);
    for (let i = first; i < first + rows; i++) {
      const root = Math.sqrt(weights[i]);
      for (let p = cells.starts[i]; p < cells.starts[i + 1]; p++) {
        const at = cells.chosen[p];
        block[(i - first) * size + at] =
          root * shares[i * classes + (chosen[at] % classes)] * cells.values[p];
      }
    }
    const product = await syrk(new DoubleMatrix(rows, size, block), { transA: true, signal });
    for (let k = 0; k < size; k++) {
      const row = product.getRow(k);
      for (let l = 0; l < size; l++) hessian[k * size + l] -= row[l];
    }
  }
  return hessian;
}

function holdIntercepts(
  hessian: Float64Array,
  { design, classes, chosen }: Pick<MultinomialModelTask, 'design' | 'classes' | 'chosen'>,
): void {
  const size = chosen.length;
  const first = chosen.findIndex((j) => j >= design.columns * classes);
  if (first < 0) return;
  let sum = 0;
  for (let k = first; k < size; k++) sum += hessian[k * (size + 1)];
  const added = sum / (size - first);
  for (let k = first; k < size; k++) for (let l = first; l < size; l++) hessian[k * size + l] += added;
}
