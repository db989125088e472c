import {
  checkedLater,
  checkInteger,
  checkOptions,
  type OptionReader,
  type OptionReaders,
  ParameterError,
} from '@tenfold/core';
import { type Backend, isList } from '@tenfold/linalg';

/** What predictions take beside the rows. */
export interface ColumnOptions {
  /**
   * The names of X's columns. Where the model was fitted with names too, the columns are put in order by name; where it
   * was not, they are matched by position. Default: by position.
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
  /** The most threads to compute on, 1 or more. Default: as many as there are processors. Results never depend on it. */
  threads?: number | undefined;
  /** What computes. Default: `kernelBackend` of `@tenfold/linalg`, on `threads` threads. Results agree up to rounding. */
  backend?: Backend | undefined;
}

/** What `fit` takes beside the data; `Report` is the type of its reports of progress. */
export interface FitOptions<Report = never> extends PredictOptions, ScoreOptions {
  /** The names of X's columns, each another, which the model keeps. Default none. */
  featureNames?: readonly string[] | undefined;
  /** Cancels the fit: it rejects with the signal's reason, and the model stays as it was. */
  signal?: AbortSignal | undefined;
  /**
   * Called after each iteration, by estimators that take such. When it returns `false` the fit ends there, with the
   * model as it stands; what it throws makes the fit fail.
   */
  onIteration?: ((report: Report) => unknown) | undefined;
}

/** Names are checked against the matrix. */
const featureNames = checkedLater<readonly string[] | undefined>();

const sampleWeight: OptionReader<ArrayLike<number> | undefined> = (value, owner, name) => {
  if (value === undefined || isList(value)) return value as ArrayLike<number> | undefined;
  throw new ParameterError(owner, name, 'an array of numbers', value);
};

/** A signal of any realm. */
const signal: OptionReader<AbortSignal | undefined> = (value, owner, name) => {
  if (value === undefined || (hasFunction(value, 'addEventListener') && 'aborted' in value)) {
    return value as AbortSignal | undefined;
  }
  throw new ParameterError(owner, name, 'an AbortSignal', value);
};

const onIteration: OptionReader<((report: never) => unknown) | undefined> = (value, owner, name) => {
  if (value === undefined || typeof value === 'function') return value as (report: never) => unknown;
  throw new ParameterError(owner, name, 'a function', value);
};

const backend: OptionReader<Backend | undefined> = (value, owner, name) => {
  if (value === undefined || isBackend(value)) return value;
  throw new ParameterError(owner, name, 'a Backend, as kernelBackend() gives one', value);
};

function isBackend(value: unknown): value is Backend {
  if (typeof value !== 'object' || value === null) return false;
  const rows: unknown = Reflect.get(value, 'rows');
  return hasFunction(rows, 'design') && hasFunction(rows, 'scores');
}

function hasFunction(value: unknown, name: string): value is object {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function';
}

const threads: OptionReader<number | undefined> = (value, owner, name) =>
  value === undefined ? undefined : checkInteger(owner, name, value, { min: 1 });

const COLUMN_OPTIONS = { featureNames } satisfies OptionReaders<ColumnOptions>;
const SCORE_OPTIONS = { featureNames, sampleWeight } satisfies OptionReaders<ScoreOptions>;
const PREDICT_OPTIONS = { featureNames, signal, threads, backend } satisfies OptionReaders<PredictOptions>;
const FIT_OPTIONS = {
  featureNames,
  sampleWeight,
  signal,
  onIteration,
  threads,
  backend,
} satisfies OptionReaders<FitOptions>;

/** Checks the options of a prediction or transformation. Throws ParameterError. */
export function checkColumnOptions(owner: string, options: ColumnOptions): ColumnOptions {
  return checkOptions(owner, options, COLUMN_OPTIONS);
}

/** Checks the options of `score`. Throws ParameterError. */
export function checkScoreOptions(owner: string, options: ScoreOptions): ScoreOptions {
  return checkOptions(owner, options, SCORE_OPTIONS);
}

/** Checks the options of an asynchronous prediction or transformation. Throws ParameterError. */
export function checkPredictOptions(owner: string, options: PredictOptions): PredictOptions {
  return checkOptions(owner, options, PREDICT_OPTIONS);
}

/** Checks the options of `fit`. Throws ParameterError. */
export function checkFitOptions<Report>(owner: string, options: FitOptions<Report>): FitOptions<Report> {
  return checkOptions(owner, options, FIT_OPTIONS) as FitOptions<Report>;
}
