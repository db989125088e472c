import type { Matrix } from '@tenfold/linalg';

/** The model of one C of a path. */
export interface PathPoint {
  /** The inverse strength of the penalty. */
  readonly C: number;
  /** A row for each class, or a single one for two classes. */
  readonly coef: Matrix;
  /** One for each row of `coef`. */
  readonly intercept: Float64Array;
  /** Iterations of each problem: one entry, or with one-vs-rest one for each class. */
  readonly nIter: readonly number[];
  /** Whether every problem met its stopping rule. */
  readonly converged: boolean;
  /** C·Σ s_i·loss_i + l1Ratio·‖w‖₁ + (1 - l1Ratio)·½·‖w‖², summed over the problems of one-vs-rest. */
  readonly objective: number;
  /** An upper bound on how far that is above the least there is. */
  readonly certificate: number;
  /** How many coefficients are not 0, intercepts apart. */
  readonly nonZero: number;
}
