import * as v from 'valibot';

import { LABEL_KINDS } from '../labels/label-kind.js';
import { MULTI_CLASS, PRECONDITIONERS, SOLVERS } from '../logistic-regression/options.js';

/** The first words of every model file. */
export const MODEL_FORMAT = 'tenfold-model';

/** The newest version of the format that this library reads, and the one that it writes. */
export const MODEL_FORMAT_VERSION = 1;

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Objects by any names at all: `v.record` leaves out `constructor` and `__proto__`. */
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const provenance = v.custom<Record<string, unknown>>(isObject, 'expected an object');
const weights = v.custom<Record<string, number>>(
  (value) => isObject(value) && Object.values(value).every((weight) => typeof weight === 'number'),
  'expected an object of numbers',
);

const params = v.object({
  solver: v.picklist(SOLVERS),
  penalty: v.nullable(v.literal('l2')),
  /** JSON has no Infinity, which is no penalty. */
  C: v.union([v.number(), v.literal('Infinity')]),
  l1Ratio: v.number(),
  dual: v.boolean(),
  fitIntercept: v.boolean(),
  interceptScaling: v.number(),
  classWeight: v.nullable(v.union([v.literal('balanced'), weights])),
  multiClass: v.picklist(MULTI_CLASS),
  tol: v.number(),
  maxIter: v.number(),
  preconditioner: v.optional(v.picklist(PRECONDITIONERS), 'auto'),
  randomState: v.number(),
  /** Not a property of the model: written as null, so that a model file is the same for any number of threads. */
  threads: v.nullable(v.number()),
});

/** The first look at a model: whose it is and of which version. */
export const headSchema = v.object({
  format: v.literal(MODEL_FORMAT),
  formatVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** A logistic regression model of version 1. */
export const modelSchema = v.object({
  format: v.literal(MODEL_FORMAT),
  formatVersion: v.literal(MODEL_FORMAT_VERSION),
  model: v.literal('LogisticRegression'),
  params,
  labelKind: v.picklist(LABEL_KINDS),
  classes: v.union([
    v.pipe(v.array(finite), v.minLength(2)),
    v.pipe(v.array(v.string()), v.minLength(2)),
    v.pipe(v.array(v.boolean()), v.minLength(2)),
  ]),
  nFeatures: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** In the order of the columns; left out when the fit was given none. */
  featureNames: v.optional(v.array(v.string())),
  nIter: v.array(count),
  converged: v.boolean(),
  objective: finite,
  intercept: v.array(finite),
  coef: v.array(v.array(finite)),
  provenance: v.optional(provenance),
});

/** Where a model comes from, in the caller's words: data set, checksum, split, library version. */
export type Provenance = v.InferOutput<typeof provenance>;

/**
 * A fitted `LogisticRegression` as plain JSON: its hyper-parameters, its classes and the kind of array their labels
 * came in, the names of its features if it knows any, `coef` with a row for each class (one for two classes), the intercepts, how the fit went, and where
 * the model comes from.
 */
export type LogisticRegressionJSON = v.InferOutput<typeof modelSchema>;
