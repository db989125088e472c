import { describe, isTenfoldError } from '@tenfold/errors';
import { Matrix } from '@tenfold/linalg';
import * as v from 'valibot';

import type { FittedState } from '../logistic-regression/fitted.js';
import { checkOptions, type LogisticRegressionOptions } from '../logistic-regression/options.js';
import { checkModel } from './check-model.js';
import { ModelFormatError } from './model-format-error.js';
import {
  headSchema,
  type LogisticRegressionJSON,
  MODEL_FORMAT,
  MODEL_FORMAT_VERSION,
  modelSchema,
  type Provenance,
} from './schema.js';

/** What a model file holds. */
export interface ReadModel {
  readonly options: LogisticRegressionOptions;
  readonly fitted: FittedState;
  readonly provenance: Provenance | undefined;
}

/**
 * Reads the value of a model.
 *
 * @throws ModelFormatError when it is none, is of a newer version, or does not fit together
 */
export function readModel(value: unknown): ReadModel {
  const head = v.safeParse(headSchema, value);
  if (!head.success) throw new ModelFormatError('format', describeStranger(value, head.issues[0]));
  const { formatVersion } = head.output;
  if (formatVersion > MODEL_FORMAT_VERSION) {
    throw new ModelFormatError(
      'version',
      `of format version ${formatVersion}, while this library reads up to ${MODEL_FORMAT_VERSION}; update it`,
    );
  }
  const parsed = v.safeParse(modelSchema, value);
  if (!parsed.success) throw issueError(parsed.issues[0]);
  return { ...takeApart(parsed.output), provenance: parsed.output.provenance };
}

/** What came instead of a model. */
function describeStranger(value: unknown, issue: v.BaseIssue<unknown>): string {
  const format: unknown =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  return format === MODEL_FORMAT
    ? `not a Tenfold model: ${explain(issue)}`
    : `not a Tenfold model: expected an object whose format is "${MODEL_FORMAT}", got ${describe(format === undefined ? value : format)}`;
}

function issueError(issue: v.BaseIssue<unknown>): ModelFormatError {
  const field = issue.path?.[0]?.key;
  const isWeight = field === 'coef' || field === 'intercept';
  // JSON writes NaN and Infinity as null.
  const nonFinite = issue.type === 'finite' || (isWeight && issue.received === 'null');
  return isWeight && (nonFinite || issue.received === 'NaN')
    ? new ModelFormatError('non-finite', `every weight must be a finite number; ${explain(issue)}`)
    : new ModelFormatError('format', explain(issue));
}

function explain(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${path ?? 'the value'}: ${issue.expected === null ? '' : `expected ${issue.expected}, `}got ${issue.received}`;
}

function takeApart(model: LogisticRegressionJSON): Omit<ReadModel, 'provenance'> {
  const { params, classes, labelKind, featureNames, coef, intercept, nIter, converged, objective } = model;
  const { C, classWeight, threads, ...rest } = params;
  const options = {
    ...rest,
    C: C === 'Infinity' ? Infinity : C,
    classWeight: classWeight ?? undefined,
    threads: threads ?? undefined,
  };
  try {
    checkModel(model, checkOptions(options));
  } catch (error) {
    if (error instanceof ModelFormatError || !isTenfoldError(error)) throw error;
    throw new ModelFormatError('format', error.message, { cause: error });
  }
  const fitted = {
    classes,
    labelKind,
    featureNames: featureNames && Object.freeze(featureNames),
    coef: new Matrix(coef),
    intercept: Float64Array.from(intercept),
    nIter,
    converged,
    objective,
    warnings: [],
  };
  return { options, fitted };
}
