import { checkInteger, checkNumber } from '@tenfold/errors';

import type { OnIteration } from './types.js';

/** How `lbfgs` runs. The defaults are those of scikit-learn's LogisticRegression. */
export interface LbfgsOptions {
  /** Most iterations, 1 or more. Default 100. */
  maxIter?: number;
  /** Stops when the gradient's largest absolute entry is at most this, 0 or more. Default 1e-4. */
  tol?: number;
  /** Stops when an iteration lowers f by at most this times max(|f|, 1), 0 or more. Default 64·2^-52. */
  ftol?: number;
  /** How many steps the curvature is estimated from, 1 or more. Default 10. */
  history?: number;
  /** Most evaluations in one line search, 1 or more. Default 50. */
  maxLineSearch?: number;
  /** Stops after the iteration in which this many evaluations are exceeded. Default 15000, as in SciPy. */
  maxEvaluations?: number;
  /** Cancels the job: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after each iteration with the value and the gradient's largest absolute entry. */
  onIteration?: OnIteration | undefined;
}

/** Options that have been checked, with the defaults filled in. */
export type LbfgsSettings = Required<Omit<LbfgsOptions, 'signal' | 'onIteration'>> &
  Pick<LbfgsOptions, 'signal' | 'onIteration'>;

/** Checks options once. Throws ParameterError. */
export function checkLbfgsOptions(options: LbfgsOptions): LbfgsSettings {
  const {
    maxIter = 100,
    tol = 1e-4,
    ftol = 64 * Number.EPSILON,
    history = 10,
    maxLineSearch = 50,
    maxEvaluations = 15_000,
  } = options;
  return {
    maxIter: checkInteger('lbfgs', 'maxIter', maxIter, { min: 1 }),
    tol: checkNumber('lbfgs', 'tol', tol, { min: 0 }),
    ftol: checkNumber('lbfgs', 'ftol', ftol, { min: 0 }),
    history: checkInteger('lbfgs', 'history', history, { min: 1 }),
    maxLineSearch: checkInteger('lbfgs', 'maxLineSearch', maxLineSearch, { min: 1 }),
    maxEvaluations: checkInteger('lbfgs', 'maxEvaluations', maxEvaluations, { min: 1 }),
    signal: options.signal,
    onIteration: options.onIteration,
  };
}
