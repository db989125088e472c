import { type Backend, type Preconditioner, type PreconditionTask, referenceBackend } from '@tenfold/linalg';

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

/**
 * Factors a block of a Hessian, from rows drawn in proportion to their curvatures.
 *
 * @param task the matrix and what is added
 * @param curvatures the second derivative of each row's loss by its score
 * @param backend factors it in floats
 * @param exact whether to factor it in doubles instead, from as good as all rows: for small problems
 */
export function factorBlock(
  task: Omit<PreconditionTask, 'rows' | 'share'>,
  curvatures: Float64Array,
  backend: Backend,
  exact: boolean,
): Promise<Preconditioner | undefined> {
  if (exact) {
    const rows = drawRows(curvatures, DRAWS_PER_ROW * curvatures.length);
    return referenceBackend.factors.precondition({ ...task, rows, share: EXACT_SHARE });
  }
  const most = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, ROWS_PER_FEATURE * task.design.columns));
  const rows = drawRows(curvatures, Math.min(most, curvatures.length));
  return backend.factors.precondition({ ...task, rows, share: SHARE });
}
