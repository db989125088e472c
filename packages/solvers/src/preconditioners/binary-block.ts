import type { Backend, DesignMatrix, Preconditioner } from '@tenfold/linalg';

import { factorBlock } from './factor-block.js';

/** What the block of a binary problem is made from. */
export interface BinaryBlockTask {
  readonly design: DesignMatrix;
  /** The second derivative of each row's loss by its score. */
  readonly curvatures: Float64Array;
  /** What the sum of the losses is divided by. */
  readonly total: number;
  /** The penalty's second derivative. */
  readonly l2: number;
  /** The value of the constant feature, 0 for none. */
  readonly constant: number;
  readonly backend: Backend;
  readonly signal?: AbortSignal | undefined;
  /** Whether to factor in doubles, and with more rows: for small problems. */
  readonly exact: boolean;
}

/**
 * Approximates the Hessian of a binary logistic objective from rows drawn in proportion to their curvatures.
 *
 * @returns undefined when no row is curved or it cannot be factored
 */
export async function binaryBlock(task: BinaryBlockTask): Promise<Preconditioner | undefined> {
  const { design, curvatures, total, l2, constant, backend, signal, exact } = task;
  const scale = curvatures.reduce((sum, value) => sum + value, 0) / total;
  if (!(scale > 0 && scale < Infinity)) return undefined;
  return factorBlock({ design, constant, signal, scale, shift: l2 }, curvatures, backend, exact);
}
