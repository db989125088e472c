import { checkInteger, checkNames, checkNumber, checkOneOf } from '@tenfold/core';

import type { OnIteration } from '../types.js';

/** How far a run has come, for deciding on another preconditioner. */
export interface LbfgsProgress {
  /** Iterations done. */
  readonly iteration: number;
  /** By how much the last iteration lowered the value, as a share of it. */
  readonly gain: number;
  /** Iterations since the preconditioner was last made, or since the start. */
  readonly age: number;
  /** How often it was made. */
  readonly made: number;
}

/** A better preconditioner for later iterations. */
export interface PreconditionRefresh {
  /** Asked after each iteration whether it is time. */
  readonly due: (progress: LbfgsProgress) => boolean;
  /**
   * Whether to make it, when the gradient is within tol and none was made before, for at most half as many iterations
   * again: they cost little and end much nearer to the optimum. Default false.
   */
  readonly polish?: boolean | undefined;
  /** Makes it for a point. */
  readonly make: (x: Float64Array) => Promise<Refreshed>;
}

/** What solves from here on; `'plain'` to go on without, undefined to go on as before. */
export type Refreshed = ((vector: Float64Array) => void) | 'plain' | undefined;

/** How `lbfgs` runs. The defaults are those of scikit-learn's LogisticRegression. */
export interface LbfgsOptions {
  /** Most iterations, 1 or more; a line search that finds nothing counts too. Default 100. */
  maxIter?: number;
  /** Stops when the gradient's largest absolute entry is at most this, 0 or more. Default 1e-4. */
  tol?: number;
  /** Stops when an iteration lowers f by at most this times max(|f|, 1), 0 or more. Default 64·2^-52. */
  ftol?: number;
  /** How many steps the curvature is estimated from, 1 or more. Default 10. */
  history?: number;
  /**
   * Once it is preconditioned: while the next step promises to lower f by more than this share of it, a small gradient is
   * no reason to stop, 0 or more. Default Infinity: as in SciPy, the gradient alone decides.
   */
  promise?: number;
  /** Most evaluations in one line search, 1 or more. Default 50. */
  maxLineSearch?: number;
  /** Stops after the iteration in which this many evaluations are exceeded. Default 15000, as in SciPy. */
  maxEvaluations?: number;
  /**
   * Solves H₀·x = b in place for the matrix H₀ that stands for the Hessian before any step has been made, positive
   * definite. The better it fits, the fewer iterations. Default: a multiple of the identity, as in SciPy.
   */
  precondition?: ((vector: Float64Array) => void) | undefined;
  /**
   * Replaces `precondition` by one made at the point reached, when it is due; the steps remembered are forgotten. What
   * `make` returns undefined for stays as it was.
   */
  refresh?: PreconditionRefresh | undefined;
  /**
   * `'double'` (default), or `'mixed'`: steps are taken in single precision for as long as they gain, then in double.
   * Whatever it says, convergence is judged, and the result's loss and gradient are computed, in double precision.
   */
  precision?: 'double' | 'mixed' | undefined;
  /** Cancels the job: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after each iteration with the value and the gradient's largest absolute entry. */
  onIteration?: OnIteration | undefined;
}

/** Options that have been checked, with the defaults filled in. */
export type LbfgsSettings = Required<
  Omit<LbfgsOptions, 'signal' | 'onIteration' | 'precondition' | 'refresh'>
> &
  Pick<LbfgsOptions, 'signal' | 'onIteration' | 'precondition' | 'refresh'>;

const NAMES = [
  'maxIter',
  'tol',
  'ftol',
  'history',
  'promise',
  'maxLineSearch',
  'maxEvaluations',
  'precondition',
  'refresh',
  'precision',
  'signal',
  'onIteration',
] as const satisfies readonly (keyof LbfgsOptions)[];

/** Checks options once. Throws ParameterError. */
export function checkLbfgsOptions(options: LbfgsOptions): LbfgsSettings {
  checkNames('lbfgs', options, NAMES);
  const {
    maxIter = 100,
    tol = 1e-4,
    ftol = 64 * Number.EPSILON,
    history = 10,
    promise = Infinity,
    maxLineSearch = 50,
    maxEvaluations = 15_000,
    precision = 'double',
  } = options;
  return {
    maxIter: checkInteger('lbfgs', 'maxIter', maxIter, { min: 1 }),
    tol: checkNumber('lbfgs', 'tol', tol, { min: 0 }),
    ftol: checkNumber('lbfgs', 'ftol', ftol, { min: 0 }),
    history: checkInteger('lbfgs', 'history', history, { min: 1 }),
    promise: promise === Infinity ? promise : checkNumber('lbfgs', 'promise', promise, { min: 0 }),
    maxLineSearch: checkInteger('lbfgs', 'maxLineSearch', maxLineSearch, { min: 1 }),
    maxEvaluations: checkInteger('lbfgs', 'maxEvaluations', maxEvaluations, { min: 1 }),
    precision: checkOneOf('lbfgs', 'precision', precision, ['double', 'mixed'] as const),
    precondition: options.precondition,
    refresh: options.refresh,
    signal: options.signal,
    onIteration: options.onIteration,
  };
}
