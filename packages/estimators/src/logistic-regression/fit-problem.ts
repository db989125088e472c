import type { Backend, DesignMatrix, Label } from '@tenfold/linalg';
import type { IterationReport } from '@tenfold/solvers';

import type { LogisticRegressionSettings } from './options.js';

/** What is reported after each iteration of a fit. */
export interface FitReport extends Omit<IterationReport, 'x'> {
  /** Which problem is being solved, from 0: with one-vs-rest there is one for each class. */
  readonly problem: number;
  /** How many problems there are. */
  readonly problems: number;
  /**
   * The model as it stands: copies its weights when it is called, within the listener. With one-vs-rest a class whose
   * solver has not yet told of an iteration stands at nought.
   */
  readonly weights: () => FitWeights;
}

/** A model's weights. */
export interface FitWeights {
  /** One coefficient a feature, for each class. */
  readonly coef: readonly Float64Array[];
  /** One intercept a class. */
  readonly intercept: readonly number[];
}

/** Everything that a fit works on, checked. */
export interface FitProblem {
  readonly settings: LogisticRegressionSettings;
  readonly design: DesignMatrix;
  readonly classes: readonly Label[];
  /** Each row's class number. */
  readonly codes: Int32Array;
  /** Each row's own weight; 1 each when undefined. */
  readonly sampleWeight: Float64Array | undefined;
  readonly backend: Backend;
  readonly signal: AbortSignal | undefined;
  readonly onIteration: ((report: FitReport) => unknown) | undefined;
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
  readonly ends: { readonly converged: boolean; readonly message: string }[];
  /** The objective, C·Σ s_i·loss_i + ½·‖w‖², summed over the problems. */
  readonly objective: number;
}
