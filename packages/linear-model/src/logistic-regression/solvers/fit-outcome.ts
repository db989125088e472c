/** What one problem's solver found: a row of coefficients (or all of them) and how it went. */
export interface FitOutcome {
  /** K rows of one coefficient a feature. */
  readonly coef: Float64Array[];
  /** K intercepts. */
  readonly intercept: number[];
  /** Iterations of each problem. */
  readonly nIter: number[];
  /** Whether each problem's solver met its stopping rule, and why it stopped. */
  readonly ends: readonly { readonly converged: boolean; readonly message: string }[];
  /** The objective, C·Σ s_i·loss_i + ½·‖w‖², summed over the problems. */
  readonly objective: number;
  /** An upper bound on how far that is above the least there is; Infinity where nothing bounds it. */
  readonly certificate: number;
}
