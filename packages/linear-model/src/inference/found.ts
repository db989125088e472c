import type { FitMeasures } from './fit-measures.js';
import type { CoefficientName } from './terms.js';

/** What `logisticInference` takes beside the data. */
export interface InferenceOptions {
  /**
   * `'observed'` (default): from the observed information, which holds when the model is right; `'sandwich'`: also when it is not
   * quite, statsmodels' HC0; `'bootstrap'`: from fits to rows that are drawn again.
   */
  covariance?: 'observed' | 'sandwich' | 'bootstrap';
  /** The confidence level of the intervals, above 0 and below 1. Default 0.95. */
  level?: number;
  /** Fits of the bootstrap, 2 or more. Default 200. */
  nResamples?: number;
  /** Seed of the bootstrap's draws, 0 to 2^32 - 1. Default 0. */
  randomState?: number;
  /** How often each row counts, as in the fit. Default 1 each. */
  sampleWeight?: ArrayLike<number> | undefined;
  /** Cancels it: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What is known of one coefficient. */
export interface CoefficientInference extends CoefficientName {
  /** The estimate; of three classes or more its difference from the first class's coefficient. */
  readonly coef: number;
  readonly stdErr: number;
  /** coef / stdErr, a standard normal variable if the coefficient is 0. */
  readonly z: number;
  /** P(|Z| ≥ |z|). */
  readonly pValue: number;
  /** The bounds between which the coefficient is, at the level asked for. */
  readonly confidenceInterval: readonly [lower: number, upper: number];
}

/** What `logisticInference` finds. */
export interface LogisticInference extends FitMeasures {
  /** The intercept and the features of each class but the first, which the others are compared with. */
  readonly coefficients: readonly CoefficientInference[];
  /** The covariance matrix of the coefficients, in their order, row after row. */
  readonly covariance: Float64Array;
  readonly covarianceKind: NonNullable<InferenceOptions['covariance']>;
  readonly level: number;
  /**
   * Whether the model puts every row on its own side: then the likelihood has no maximum, coefficients grow with `maxIter`, and
   * standard errors mean nothing.
   */
  readonly isSeparated: boolean;
  /** A table as R and statsmodels print it. */
  readonly summary: () => string;
}
