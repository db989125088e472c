import * as v from 'valibot';

import { ModelFormatError } from './model-format-error.js';

// Version 1 knew one estimator, whose coefficients and intercepts were fields of the model.

const numbers = v.array(v.pipe(v.number(), v.finite()));

/** The hyper-parameters of that estimator; `preconditioner` came later. */
const params = v.looseObject({
  solver: v.unknown(),
  penalty: v.unknown(),
  C: v.unknown(),
  l1Ratio: v.unknown(),
  dual: v.unknown(),
  fitIntercept: v.unknown(),
  interceptScaling: v.unknown(),
  classWeight: v.unknown(),
  multiClass: v.unknown(),
  tol: v.unknown(),
  maxIter: v.unknown(),
  randomState: v.unknown(),
});

const formatOne = v.object({
  model: v.string(),
  params,
  labelKind: v.unknown(),
  classes: v.unknown(),
  nFeatures: v.pipe(v.number(), v.integer(), v.minValue(1)),
  featureNames: v.optional(v.unknown()),
  nIter: numbers,
  converged: v.unknown(),
  objective: v.unknown(),
  intercept: numbers,
  coef: v.array(numbers),
  provenance: v.optional(v.unknown()),
});

/** Whether a model's value is of version 1. */
export function isFormatOne(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'formatVersion' in value && value.formatVersion === 1;
}

/**
 * A value of version 1 as one of version 2; of what they have alike nothing is checked.
 *
 * @throws ModelFormatError when a field is missing or of another kind, or rows of coef differ in length
 */
export function upgradeFormatOne(value: unknown): unknown {
  const parsed = v.safeParse(formatOne, value);
  if (!parsed.success) throw oneError(parsed.issues[0]);
  const { model, params, labelKind, classes, featureNames, provenance, ...fitted } = parsed.output;
  const { nFeatures, coef, intercept, nIter, converged, objective } = fitted;
  const wrong = coef.findIndex((row) => row.length !== nFeatures);
  if (wrong >= 0) {
    const received = coef[wrong].length;
    throw new ModelFormatError(
      'shape',
      `expected ${nFeatures} entries (nFeatures) in row ${wrong} of coef, got ${received}`,
    );
  }
  const { preconditioner = 'auto' } = params;
  const stored = Object.entries(params).filter(([name]) => name !== 'threads');
  return {
    format: 'tenfold-model',
    formatVersion: 2,
    estimator: { name: model, version: 1, params: { ...Object.fromEntries(stored), preconditioner } },
    labels: { kind: labelKind, classes },
    nFeatures,
    ...(featureNames === undefined ? {} : { featureNames }),
    tensors: {
      coef: { dtype: 'float64', shape: [coef.length, nFeatures], data: coef.flat() },
      intercept: { dtype: 'float64', shape: [intercept.length], data: intercept },
      nIter: { dtype: 'int32', shape: [nIter.length], data: nIter },
    },
    facts: { converged, objective },
    ...(provenance === undefined ? {} : { provenance }),
  };
}

function oneError(issue: v.BaseIssue<unknown>): ModelFormatError {
  const field = issue.path?.[0]?.key;
  const isWeight = field === 'coef' || field === 'intercept';
  const explained = `${v.getDotPath(issue) ?? 'the value'}: expected ${issue.expected ?? 'another value'}, got ${issue.received}`;
  return isWeight && (issue.type === 'finite' || /^(null|NaN)$/.test(issue.received))
    ? new ModelFormatError('non-finite', `every weight must be a finite number; ${explained}`)
    : new ModelFormatError('format', explained);
}
