import { type Backend, type DesignMatrix, storedValues } from '@tenfold/linalg';
import type { RandomState, Seed } from '@tenfold/random';

import type { BinaryKernel } from '../losses/binary-kernel.js';
import type { OnIteration } from '../types.js';

/**
 * How the conjugate gradients of the primal solver are preconditioned: not at all, as in the LIBLINEAR that
 * scikit-learn carries; or by the Hessian that a sample of the rows has. `'auto'` decides by the size of the data.
 */
export type LiblinearPreconditioner = 'auto' | 'none' | 'gram';

/** One binary problem for `trainLiblinear`. */
export interface LiblinearOptions {
  /** The samples. */
  design: DesignMatrix;
  /** 1 for the positive class and -1 for the other, one a row. */
  targets: Float64Array;
  /**
   * C_i, what row i's loss counts beside the penalty: the inverse strength of the penalty C times the row's own
   * weight. 0 or more; rows of 0 are left out altogether. 1 each when left out.
   */
  weights?: Float64Array | undefined;
  /**
   * Value of the constant feature that stands for the intercept; its weight is penalised like any other. 0 or
   * less, or left out: no such feature.
   */
  bias?: number | undefined;
  /** Whether the weight of the constant feature is penalised. Default true, as in LIBLINEAR; without, there is no dual. */
  biasPenalty?: boolean | undefined;
  /** The penalty: `'l2'` (default), ½·‖w‖², or `'l1'`, ‖w‖₁, which has no dual here and knows no preconditioner. */
  penalty?: 'l2' | 'l1' | undefined;
  /** Solve the dual by coordinate descent. Default false: the primal by a trust-region Newton method. */
  dual?: boolean | undefined;
  /** Tolerance of the stopping rule, above 0. Default 1e-4. */
  tol?: number | undefined;
  /** Most iterations, 0 or more. Default 100. */
  maxIter?: number | undefined;
  /**
   * Seed of the order in which the dual solver visits the rows, or a generator to draw one number from. Default 0.
   */
  randomState?: Seed | RandomState | undefined;
  /**
   * Preconditioner of the primal solver. Default `'auto'`: `'none'` up to `PRECONDITION_ABOVE` stored cells of the
   * matrix, which walks in scikit-learn's steps, and `'gram'` above, where those steps would take very long.
   */
  preconditioner?: LiblinearPreconditioner | undefined;
  /** The operations on the rows, when they are done for several problems together; see `solveTogether`. */
  kernel?: BinaryKernel | undefined;
  /** The kernels. */
  backend: Backend;
  /** Cancels the training: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after every iteration with the objective's value and the norm that the stopping rule looks at. */
  onIteration?: OnIteration | undefined;
}

/** Stored cells (nonzeros of a sparse matrix, all cells of a dense one) above which `'auto'` preconditions. */
export const PRECONDITION_ABOVE = 262_144;

/** Resolves `'auto'`. */
export function choosePreconditioner(
  choice: LiblinearPreconditioner,
  design: DesignMatrix,
): Exclude<LiblinearPreconditioner, 'auto'> {
  if (choice !== 'auto') return choice;
  const cells = storedValues(design).length;
  return cells > PRECONDITION_ABOVE ? 'gram' : 'none';
}
