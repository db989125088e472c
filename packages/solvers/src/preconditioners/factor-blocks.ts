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

/** What blocks of a Hessian are made from. */
export interface BlocksTask {
  readonly design: DesignMatrix;
  /** The value of the constant feature, 0 for none. */
  readonly constant: number;
  /** For each block the second derivative of each row's loss by its score. */
  readonly curvatures: readonly Float64Array[];
  /** What the sum of the losses is divided by. */
  readonly total: number;
  /** The penalty's second derivative. */
  readonly l2: number;
  /** Factors them in floats. */
  readonly backend: Backend;
  /** Whether to factor them in doubles instead, from as good as all rows: for small problems. */
  readonly exact: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Factors blocks of a Hessian side by side, each from rows drawn in proportion to their curvatures.
 *
 * @returns one for each block; undefined when in one of them no row is curved or it cannot be factored
 */
export async function factorBlocks(task: BlocksTask): Promise<Preconditioner[] | undefined> {
  const { design, constant, curvatures, total, l2, exact, signal } = task;
  const { factors } = exact ? referenceBackend : task.backend;
  const scales = curvatures.map((own) => own.reduce((sum, value) => sum + value, 0) / total);
  if (!scales.every((scale) => scale > 0 && scale < Infinity)) return undefined;
  const count = drawsOf(design, exact);
  const part = { design, constant, signal, shift: l2, share: exact ? EXACT_SHARE : SHARE };
  return factors.preconditionAll(
    curvatures.map((own, k) => ({ ...part, scale: scales[k], rows: drawRows(own, count) })),
  );
}

/** Rows to draw for a block. */
function drawsOf({ rows, columns }: DesignMatrix, exact: boolean): number {
  if (exact) return DRAWS_PER_ROW * rows;
  const most = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, ROWS_PER_FEATURE * columns));
  return Math.min(most, rows);
}
