import type { Backend, DesignMatrix, OneVsRest } from '@tenfold/linalg';

import type { OnIteration } from '../types.js';

/** What both of SAG's and SAGA's trainings take. */
export interface SagaTraining {
  /** The samples. */
  readonly design: DesignMatrix;
  /** The class of each row. */
  readonly targets: Int32Array;
  /** The weight of each row, 0 or more, not all 0; 1 each when left out. Rows of 0 are left out altogether. */
  readonly weights?: Float64Array | undefined;
  /** Whether there are intercepts, which are not penalised. */
  readonly fitIntercept: boolean;
  /**
   * `'saga'` corrects each step for the row that it came by, which makes it unbiased and lets an L1 penalty in; `'sag'` does
   * not.
   */
  readonly method: 'sag' | 'saga';
  /** Strength of ½·‖w‖² beside the sum of the losses, 0 or more. */
  readonly l2: number;
  /** Strength of ‖w‖₁ beside the sum of the losses, 0 or more; SAGA only. Default 0. */
  readonly l1?: number | undefined;
  /**
   * Stops when a pass over the rows has changed no weight by more than this share of the largest weight, 0 or more.
   * Default 1e-4.
   */
  readonly tol?: number | undefined;
  /** Most passes over the rows, 1 or more. Default 100. */
  readonly maxIter?: number | undefined;
  /** Seed of the order in which rows are drawn, 0 to 2^32 - 1. Default 0. */
  readonly randomState?: number | undefined;
  /** The kernels. */
  readonly backend: Backend;
  /** Cancels the training: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** One of the problems of `trainBinarySaga`. */
export interface BinarySagaTask extends OneVsRest {
  /** The parameters to begin with, as they lie in the result; zeros when left out. */
  readonly initial?: Readonly<Float64Array> | undefined;
  /** Called after each pass, with the mean loss and penalty, and the largest violation of the optimality conditions. */
  readonly onIteration?: OnIteration | undefined;
}

/** What `trainBinarySaga` takes. */
export interface BinarySagaTraining extends SagaTraining {
  /** The problems: each a class against all others. */
  readonly problems: readonly BinarySagaTask[];
}

/** What `trainMultinomialSaga` takes. */
export interface MultinomialSagaTraining extends SagaTraining {
  /** Number of classes K, 2 or more. */
  readonly classes: number;
  /** As in `BinarySagaTask`. */
  readonly initial?: Readonly<Float64Array> | undefined;
  /** As in `BinarySagaTask`. */
  readonly onIteration?: OnIteration | undefined;
}

/** The names of `SagaTraining`. */
export const SAGA_NAMES = [
  'design',
  'targets',
  'weights',
  'fitIntercept',
  'method',
  'l2',
  'l1',
  'tol',
  'maxIter',
  'randomState',
  'backend',
  'signal',
] as const satisfies readonly (keyof SagaTraining)[];

/** How a descent runs, checked. */
export interface SagaSettings {
  readonly method: 'sag' | 'saga';
  readonly l1: number;
  readonly l2: number;
  readonly tol: number;
  readonly maxIter: number;
  readonly randomState: number;
}
