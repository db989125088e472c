import { type Preconditioner, storedValues, workMeter } from '@tenfold/linalg';

import { CURVATURE, type GramProblem } from './gram.js';

/** Cells between two looks at the work done. */
const CELLS_PER_LOOK = 1_000_000;

/**
 * Approximates the Hessian of a logistic objective by the diagonal of the rows' Gram matrix:
 *
 *     M_jj = 0.07·scale·mean(x_j²) + l2
 *
 * For rows of so many columns that the matrix itself is not to be had: rare features, of which each says little, are no
 * longer hundreds of steps behind the frequent ones.
 *
 * @returns undefined when a mean square is not finite, or nothing is curved
 */
export async function diagonalPreconditioner(problem: GramProblem): Promise<Preconditioner | undefined> {
  const { design, constant, scale, l2, signal } = problem;
  const { columns } = design;
  const squares = new Float64Array(columns + (constant === 0 ? 0 : 1));
  const values = storedValues(design);
  for (let start = 0; start < values.length; start += CELLS_PER_LOOK) {
    const end = Math.min(start + CELLS_PER_LOOK, values.length);
    for (let p = start; p < end; p++) {
      squares[design.kind === 'csr' ? design.columnIndices[p] : p % columns] += values[p] * values[p];
    }
    await workMeter.spend(end - start, signal);
  }
  const share = (CURVATURE * scale) / design.rows;
  // The intercept is not penalised.
  for (let j = 0; j < columns; j++) squares[j] = share * squares[j] + l2;
  if (constant !== 0) squares[columns] = CURVATURE * scale * constant * constant;
  // A column of zeros has no curvature and no gradient.
  const inverse = squares.map((value) => (value === 0 ? 1 : 1 / value));
  if (!inverse.every((value) => value > 0 && value < Infinity)) return undefined;
  return {
    solve(vectors, classes) {
      for (let j = 0; j < inverse.length; j++) {
        for (let k = 0; k < classes; k++) vectors[j * classes + k] *= inverse[j];
      }
    },
    release() {
      // Nothing is kept outside the heap.
    },
  };
}
