import type { Fitted } from '@tenfold/base';
import type { Backend, DesignMatrix, Label } from '@tenfold/linalg';

import type { LinearState } from '../fitted.js';
import type { LinearFitReport } from '../linear-fit-report.js';
import type { LogisticRegressionSettings } from '../settings.js';

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
