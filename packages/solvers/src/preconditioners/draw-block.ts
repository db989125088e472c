import type { HessianSample } from '../losses/binary-kernel.js';
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

/** What a sample of a Hessian's block is drawn from. */
export interface BlockTask {
  /** The second derivative of each row's loss by its score. */
  readonly curvatures: Float64Array;
  /** Columns of the matrix. */
  readonly columns: number;
  /** What the sum of the losses is divided by. */
  readonly total: number;
  /** The penalty's second derivative. */
  readonly l2: number;
  /** Whether it is factored in doubles, from as good as all rows: for small problems. */
  readonly exact: boolean;
}

/**
 * Draws rows in proportion to their curvatures, for a block of a Hessian to be factored from.
 *
 * @returns undefined when no row is curved
 */
export function drawBlock({ curvatures, columns, total, l2, exact }: BlockTask): HessianSample | undefined {
  const scale = curvatures.reduce((sum, value) => sum + value, 0) / total;
  if (!(scale > 0 && scale < Infinity)) return undefined;
  const rows = drawRows(
    curvatures,
    exact ? DRAWS_PER_ROW * curvatures.length : drawsOf(curvatures.length, columns),
  );
  return { rows, scale, shift: l2, share: exact ? EXACT_SHARE : SHARE };
}

/** Rows that a block which is not exact is drawn from so many. */
export function drawsOf(rows: number, columns: number): number {
  return Math.min(MOST_ROWS, Math.max(LEAST_ROWS, ROWS_PER_FEATURE * columns), rows);
}
