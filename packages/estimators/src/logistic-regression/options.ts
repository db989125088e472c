import {
  checkBoolean,
  checkInteger,
  checkNames,
  checkNumber,
  checkOneOf,
  ParameterError,
} from '@tenfold/errors';
import type { Label } from '@tenfold/linalg';

import { type ClassWeight, checkClassWeight, type CheckedClassWeight } from './class-weight.js';

/** The name in messages. */
export const OWNER = 'LogisticRegression';

/** The solvers offered. */
export const SOLVERS = ['lbfgs', 'liblinear'] as const;

/** How more than two classes may be treated. */
export const MULTI_CLASS = ['auto', 'ovr', 'multinomial'] as const;

/** How a solver may be preconditioned. */
export const PRECONDITIONERS = ['auto', 'none', 'gram'] as const;

/** The hyper-parameters of `LogisticRegression`: scikit-learn's, in camel case. */
export interface LogisticRegressionOptions {
  /**
   * `'lbfgs'` (default, as in scikit-learn since 0.22; before, and in tutorials of that time, the default was
   * liblinear) or `'liblinear'`: LIBLINEAR's trust-region Newton method, or coordinate descent with `dual`.
   */
  solver?: (typeof SOLVERS)[number];
  /** `'l2'` (default) or null for none (lbfgs only). L1 and elastic net are not offered. */
  penalty?: 'l2' | null;
  /**
   * Inverse strength of the penalty, above 0. Default 1. The smaller, the stronger; Infinity is no penalty (lbfgs
   * only). Ignored without a penalty.
   */
  C?: number;
  /** The mix of L1 and L2 in scikit-learn's elastic net. Only 0 (default), pure L2, is offered. */
  l1Ratio?: number;
  /** Solve the dual problem: liblinear only. Default false. */
  dual?: boolean;
  /** Whether there is an intercept. Default true. */
  fitIntercept?: boolean;
  /**
   * liblinear only: the value of the constant feature that carries the intercept, above 0. Its weight is penalised
   * like any other, the less so the larger this is. Default 1.
   */
  interceptScaling?: number;
  /**
   * Weights of the classes: an object or a Map from label to weight (0 or more; 1 for a class that it does not
   * name; the weight of a label that is not in y is ignored when all labels in y are named), or `'balanced'` for weights inversely proportional to how often a class occurs. Default: 1 each.
   */
  classWeight?: ClassWeight;
  /**
   * For three classes or more: `'multinomial'` (one model of all classes, softmax; not with liblinear), `'ovr'`
   * (each class against the rest), or `'auto'` (default): multinomial, except with liblinear. Two classes are
   * always one binary model, as in scikit-learn since 1.7.
   */
  multiClass?: (typeof MULTI_CLASS)[number];
  /**
   * Tolerance of the stopping rule, 0 or more (above 0 with liblinear). Default 1e-4. lbfgs: the largest absolute
   * entry of the gradient of the mean loss with its penalty; liblinear: see `trainLiblinear` of `@tenfold/solvers`.
   */
  tol?: number;
  /** Most iterations of the solver, 1 or more. Default 100. */
  maxIter?: number;
  /**
   * `'gram'` starts the solver from the curvature that the Gram matrix of (up to 12,000 of) the rows has: the same
   * optimum in far fewer iterations. `'none'` walks in scikit-learn's steps, iteration by iteration. `'auto'`
   * (default) is `'gram'` for lbfgs, and for liblinear above 262,144 stored cells. The dual solver knows none.
   */
  preconditioner?: (typeof PRECONDITIONERS)[number];
  /** Seed of liblinear's dual solver, 0 to 2^32 - 1. Default 0. The other solvers use no random numbers. */
  randomState?: number;
  /** Threads that may be used, 1 or more. Default: as the backend thinks fit. Results never depend on it. */
  threads?: number | undefined;
}

/** Options that have been checked, with the defaults filled in. */
export interface LogisticRegressionSettings {
  readonly solver: (typeof SOLVERS)[number];
  readonly penalty: 'l2' | null;
  readonly C: number;
  readonly l1Ratio: number;
  readonly dual: boolean;
  readonly fitIntercept: boolean;
  readonly interceptScaling: number;
  readonly classWeight: CheckedClassWeight;
  readonly multiClass: (typeof MULTI_CLASS)[number];
  readonly tol: number;
  readonly maxIter: number;
  readonly preconditioner: (typeof PRECONDITIONERS)[number];
  readonly randomState: number;
  readonly threads: number | undefined;
}

const DEFAULTS = {
  solver: 'lbfgs',
  penalty: 'l2',
  C: 1,
  l1Ratio: 0,
  dual: false,
  fitIntercept: true,
  interceptScaling: 1,
  classWeight: undefined as ClassWeight,
  multiClass: 'auto',
  tol: 1e-4,
  maxIter: 100,
  preconditioner: 'auto',
  randomState: 0,
  threads: undefined as number | undefined,
} as const;

/**
 * Checks the options of `LogisticRegression` once and for all.
 *
 * @throws ParameterError when one is unknown, out of range, or does not go with another
 */
export function checkOptions(options: LogisticRegressionOptions): LogisticRegressionSettings {
  checkNames(OWNER, options, Object.keys(DEFAULTS));
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const values = { ...DEFAULTS, ...(Object.fromEntries(given) as LogisticRegressionOptions) };
  const settings: LogisticRegressionSettings = {
    solver: checkOneOf(OWNER, 'solver', values.solver, SOLVERS),
    penalty: checkPenalty(values.penalty),
    C: checkNumber(OWNER, 'C', values.C, { above: 0, infinite: true }),
    l1Ratio: checkL1Ratio(values.l1Ratio),
    dual: checkBoolean(OWNER, 'dual', values.dual),
    fitIntercept: checkBoolean(OWNER, 'fitIntercept', values.fitIntercept),
    interceptScaling: checkNumber(OWNER, 'interceptScaling', values.interceptScaling, { above: 0 }),
    classWeight: checkClassWeight(values.classWeight),
    multiClass: checkOneOf(OWNER, 'multiClass', values.multiClass, MULTI_CLASS),
    tol: checkNumber(OWNER, 'tol', values.tol, { min: 0 }),
    maxIter: checkInteger(OWNER, 'maxIter', values.maxIter, { min: 1 }),
    preconditioner: checkOneOf(OWNER, 'preconditioner', values.preconditioner, PRECONDITIONERS),
    randomState: checkInteger(OWNER, 'randomState', values.randomState, { min: 0, max: 2 ** 32 - 1 }),
    threads:
      values.threads === undefined ? undefined : checkInteger(OWNER, 'threads', values.threads, { min: 1 }),
  };
  checkTogether(settings);
  return settings;
}

function checkPenalty(value: unknown): 'l2' | null {
  if (value === 'l2' || value === null) return value;
  throw new ParameterError(
    OWNER,
    'penalty',
    "'l2' or null (none); l1 and elasticnet are not offered by the solvers lbfgs and liblinear here",
    value,
  );
}

function checkL1Ratio(value: unknown): number {
  const ratio = checkNumber(OWNER, 'l1Ratio', value, { min: 0, max: 1 });
  if (ratio === 0) return ratio;
  throw new ParameterError(OWNER, 'l1Ratio', '0, the pure L2 penalty, as no other is offered', value);
}

function checkTogether({ solver, penalty, C, dual, multiClass, tol }: LogisticRegressionSettings): void {
  if (solver === 'lbfgs') {
    if (dual) throw new ParameterError(OWNER, 'dual', 'false with the solver lbfgs', dual);
    return;
  }
  if (penalty === null) throw new ParameterError(OWNER, 'penalty', "'l2' with the solver liblinear", penalty);
  if (C === Infinity) {
    throw new ParameterError(OWNER, 'C', 'finite with the solver liblinear, which always has a penalty', C);
  }
  if (tol === 0) throw new ParameterError(OWNER, 'tol', 'above 0 with the solver liblinear', tol);
  if (multiClass === 'multinomial') {
    throw new ParameterError(OWNER, 'multiClass', 'ovr or auto with the solver liblinear', multiClass);
  }
}

/** Whether settings mean one softmax model for these classes. */
export function isMultinomial(
  { solver, multiClass }: Pick<LogisticRegressionSettings, 'solver' | 'multiClass'>,
  classes: readonly Label[],
): boolean {
  return classes.length > 2 && solver !== 'liblinear' && multiClass !== 'ovr';
}
