import type { Fitted } from '@tenfold/base';
import type { Backend, DesignMatrix, Label } from '@tenfold/linalg';

import type { LinearState } from './fitted.js';
import type { LinearFitReport } from './linear-fit-report.js';
import type { LogisticRegressionSettings } from './params.js';

/** Everything that a fit works on, checked. */
export interface FitProblem {
  readonly settings: LogisticRegressionSettings;
  readonly design: DesignMatrix;
  readonly columns: number;
  readonly classes: readonly Label[];
  /** Each row's class number. */
  readonly codes: Int32Array;
  /** Each row's own weight; 1 each when undefined. */
  readonly sampleWeight: Float64Array | undefined;
  /** What the fit before has left. */
  readonly previous: Fitted<LogisticRegressionSettings, LinearState> | undefined;
  readonly backend: Backend;
  readonly signal: AbortSignal | undefined;
  readonly onIteration: ((report: LinearFitReport) => unknown) | undefined;
}

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
