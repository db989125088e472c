import type { ClassWeight } from '@tenfold/base';
import { checkNames, checkNumber, ParameterError } from '@tenfold/core';
import { type Backend, isList } from '@tenfold/linalg';

import { LogisticRegression } from '../logistic-regression.js';
import type { LogisticRegressionSettings } from '../settings.js';
import { valuesOfC } from '../values-of-c.js';
import type { PathPoint } from './path-point.js';

/** What `logisticRegressionPath` takes beside the data. */
export interface LogisticRegressionPathOptions {
  /**
   * Inverse strengths of the penalty, each above 0 and finite; or how many, 1 or more, evenly spaced on a logarithmic scale
   * from 1e-4 to 1e4. Default 10.
   */
  Cs?: number | ArrayLike<number>;
  /** The share of L1 in the penalty, 0 to 1. Default 0: L2. */
  l1Ratio?: number;
  /** Whether there is an intercept, which is not penalised. Default true. */
  fitIntercept?: boolean;
  /** Weights of the classes, as in `LogisticRegression`. Default 1 each. */
  classWeight?: ClassWeight;
  /** As in `LogisticRegression`: of three classes or more `'auto'` (default) is one softmax model, `'ovr'` each against the rest. */
  multiClass?: 'auto' | 'ovr' | 'multinomial';
  /**
   * Tolerance, 0 or more: the largest violation of an optimality condition of the mean loss with its penalty, with L1 as a
   * share of the penalty's strength. Default 1e-4.
   */
  tol?: number;
  /** Most iterations for each C, 1 or more. Default 100. */
  maxIter?: number;
  /** The weight of each row, 0 or more. Default 1 each. */
  sampleWeight?: ArrayLike<number> | undefined;
  /** Called after each C; when it returns `false`, the path ends there. */
  onPoint?: ((point: PathPoint) => unknown) | undefined;
  /** Cancels it: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** The most threads to compute on. Default: as many as there are processors. */
  threads?: number | undefined;
  /** What computes. Default: `kernelBackend` of `@tenfold/linalg`. */
  backend?: Backend | undefined;
}

/** Options that have been checked. */
export interface CheckedPathOptions {
  readonly settings: LogisticRegressionSettings;
  /** Ascending. */
  readonly Cs: readonly number[];
}

export const PATH = 'logisticRegressionPath';

const NAMES = [
  'Cs',
  'l1Ratio',
  'fitIntercept',
  'classWeight',
  'multiClass',
  'tol',
  'maxIter',
  'sampleWeight',
  'onPoint',
  'signal',
  'threads',
  'backend',
] as const satisfies readonly (keyof LogisticRegressionPathOptions)[];

/** How many inverse strengths there are by default, and at most. */
const COUNT = 10;
const MOST = 10_000;

/**
 * Checks the options.
 *
 * @throws ParameterError when one is unknown or out of range
 */
export function checkPathOptions(options: LogisticRegressionPathOptions): CheckedPathOptions {
  checkNames(PATH, options, NAMES);
  const { fitIntercept, classWeight, multiClass, tol, maxIter, onPoint } = options;
  if (onPoint !== undefined && typeof onPoint !== 'function') {
    throw new ParameterError(PATH, 'onPoint', 'a function', onPoint);
  }
  const l1Ratio = checkNumber(PATH, 'l1Ratio', options.l1Ratio ?? 0, { min: 0, max: 1 });
  const given = Object.fromEntries(
    Object.entries({ fitIntercept, classWeight, multiClass, tol, maxIter }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const { params } = new LogisticRegression(given);
  return {
    settings: { ...params, l1Ratio, solver: 'auto', warmStart: true },
    Cs: checkCs(options.Cs ?? COUNT),
  };
}

function checkCs(Cs: number | ArrayLike<number>): number[] {
  if (typeof Cs === 'number') {
    const count = checkNumber(PATH, 'Cs', Cs, { min: 1, max: MOST });
    if (!Number.isInteger(count)) throw new ParameterError(PATH, 'Cs', 'a whole number, or an array', Cs);
    return [...valuesOfC(count)];
  }
  if (!isList(Cs) || Cs.length === 0)
    throw new ParameterError(PATH, 'Cs', 'a number or an array of them', Cs);
  return Array.from(Cs, (C, i) => {
    const value = checkNumber(PATH, `Cs[${i}]`, C);
    if (!(value > 0)) throw new ParameterError(PATH, `Cs[${i}]`, 'above 0', value);
    return value;
  }).sort((a, b) => a - b);
}
