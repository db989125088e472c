import {
  checkedLater,
  checkOptions,
  type OptionReader,
  type OptionReaders,
  ParameterError,
} from '@tenfold/errors';
import { type Backend, isLabelArray } from '@tenfold/linalg';

import type { FitReport } from './fit-problem.js';
import { OWNER } from './options.js';

/** What predictions take beside the rows. */
export interface ColumnOptions {
  /**
   * The names of X's columns. Where the model was fitted with names too, the columns are put in order by name; where it
   * was not, they are told by position. Default: by position.
   */
  featureNames?: readonly string[] | undefined;
}

/** What `score` takes beside rows and labels. */
export interface ScoreOptions extends ColumnOptions {
  /** The weight of each row, 0 or more. Default 1 each. */
  sampleWeight?: ArrayLike<number> | undefined;
}

/** What the asynchronous predictions take beside the rows. */
export interface PredictOptions extends ColumnOptions {
  /** Cancels it: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** What computes. Default: `kernelBackend` of `@tenfold/linalg`, on `threads` threads. Results agree up to rounding. */
  backend?: Backend | undefined;
}

/** What `fit` takes beside the data. */
export interface FitOptions extends PredictOptions, ScoreOptions {
  /** The names of X's columns, each another, which the model keeps. Default none. */
  featureNames?: readonly string[] | undefined;
  /** Cancels the fit: it rejects with the signal's reason, and the model stays as it was. */
  signal?: AbortSignal | undefined;
  /**
   * Called after each iteration of the solver. When it returns `false` the fit ends there, with the model as it
   * stands; what it throws makes the fit fail.
   */
  onIteration?: ((report: FitReport) => unknown) | undefined;
}

/** Names are checked against the matrix. */
const featureNames = checkedLater<readonly string[] | undefined>();

const sampleWeight: OptionReader<ArrayLike<number> | undefined> = (value, owner, name) => {
  if (value === undefined || isLabelArray(value)) return value as ArrayLike<number> | undefined;
  throw new ParameterError(owner, name, 'an array of numbers', value);
};

/** A signal of any realm. */
const signal: OptionReader<AbortSignal | undefined> = (value, owner, name) => {
  if (value === undefined || (hasFunction(value, 'addEventListener') && 'aborted' in value)) {
    return value as AbortSignal | undefined;
  }
  throw new ParameterError(owner, name, 'an AbortSignal', value);
};

const onIteration: OptionReader<FitOptions['onIteration']> = (value, owner, name) => {
  if (value === undefined || typeof value === 'function') return value as FitOptions['onIteration'];
  throw new ParameterError(owner, name, 'a function', value);
};

const backend: OptionReader<Backend | undefined> = (value, owner, name) => {
  if (value === undefined || (hasFunction(value, 'design') && hasFunction(value, 'scores'))) {
    return value as Backend | undefined;
  }
  throw new ParameterError(owner, name, 'a Backend, as kernelBackend() gives one', value);
};

function hasFunction(value: unknown, name: string): value is object {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function';
}

const COLUMN_OPTIONS = { featureNames } satisfies OptionReaders<ColumnOptions>;
const SCORE_OPTIONS = { featureNames, sampleWeight } satisfies OptionReaders<ScoreOptions>;
const PREDICT_OPTIONS = { featureNames, signal, backend } satisfies OptionReaders<PredictOptions>;
const FIT_OPTIONS = {
  featureNames,
  sampleWeight,
  signal,
  onIteration,
  backend,
} satisfies OptionReaders<FitOptions>;

/** The method's name in messages. */
export const methodName = (method: string): string => `${OWNER}.${method}`;

/** Checks the options of a prediction. Throws ParameterError. */
export function checkColumnOptions(method: string, options: ColumnOptions): ColumnOptions {
  return checkOptions(methodName(method), options, COLUMN_OPTIONS);
}

/** Checks the options of `score`. Throws ParameterError. */
export function checkScoreOptions(options: ScoreOptions): ScoreOptions {
  return checkOptions(methodName('score'), options, SCORE_OPTIONS);
}

/** Checks the options of an asynchronous prediction. Throws ParameterError. */
export function checkPredictOptions(method: string, options: PredictOptions): PredictOptions {
  return checkOptions(methodName(method), options, PREDICT_OPTIONS);
}

/** Checks the options of `fit`. Throws ParameterError. */
export function checkFitOptions(options: FitOptions): FitOptions {
  return checkOptions(methodName('fit'), options, FIT_OPTIONS);
}
