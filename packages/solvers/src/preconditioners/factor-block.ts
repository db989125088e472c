import { type Backend, type DesignMatrix, type Preconditioner, referenceBackend } from '@tenfold/linalg';

import { drawRows } from './draw-rows.js';

/** Rows that a block is made of: so many for each feature, within limits. */
const ROWS_PER_FEATURE = 10;
const LEAST_ROWS = 3000;
const MOST_ROWS = 4000;

/** Added to a block's diagonal, as a share of it: what floats need to factor it. */
const SHARE = 1e-4;

/** Draws of an exact block for each row, so that heavy rows come as often as they weigh; and its share, for doubles. */
const DRAWS_PER_ROW = 8;
const EXACT_SHARE = 1e-10;

/** What a block is made from. */
export interface BlockTask {
  readonly design: DesignMatrix;
  /** The value of the constant feature, 0 for none. */
  readonly constant: number;
  /** The second derivative of each row's loss by its score. */
  readonly curvatures: Float64Array;
  /** What the sum of the losses is divided by. */
  readonly total: number;
  /** The penalty's second derivative. */
  readonly l2: number;
  /** Factors it in floats. */
  readonly backend: Backend;
  /** Whether to factor it in doubles instead, from as good as all rows: for small problems. */
  readonly exact: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Factors a block of a Hessian, from rows drawn in proportion to their curvatures.
 *
 * @returns undefined when no row is curved or it cannot be factored
 */
export async function factorBlock(task: BlockTask): Promise<Preconditioner | undefined> {
  const { design, constant, curvatures, total, l2, backend, exact, signal } = task;
  const scale = curvatures.reduce((sum, value) => sum + value, 0) / total;
  if (!(scale > 0 && scale < Infinity)) return undefined;
  const part = { design, constant, signal, scale, shift: l2 };
  if (exact) {
    const rows = drawRows(curvatures, DRAWS_PER_ROW * curvatures.length);
    return referenceBackend.factors.precondition({ ...part, rows, share: EXACT_SHARE });
  }
  const most = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, ROWS_PER_FEATURE * design.columns));
  const rows = drawRows(curvatures, Math.min(most, curvatures.length));
  return backend.factors.precondition({ ...part, rows, share: SHARE });
}
