import { describe } from '@tenfold/core';
import type { Label } from '@tenfold/linalg';
import * as v from 'valibot';

import { LABEL_KINDS, type LabelKind } from '../labels/label-kind.js';
import type { JsonValue } from '../params/param.js';
import { isFormatOne, upgradeFormatOne } from './format-one.js';
import { MODEL_FORMAT, MODEL_FORMAT_VERSION } from './format-version.js';
import { ModelFormatError } from './model-format-error.js';
import type { SeenData, StoredState } from './state-codec.js';
import { type TensorJson, tensorToJson } from './tensor.js';

/** Where a model comes from, in the caller's words: data set, checksum, split, library version. */
export type Provenance = Record<string, unknown>;

/** Which estimator a model is of. */
export interface EstimatorJson {
  /** The class name. */
  readonly name: string;
  /** The version of its stored state. */
  readonly version: number;
  readonly params: Readonly<Record<string, JsonValue>>;
  /** The models that a pipeline is made of, in their order. */
  readonly steps?: readonly { readonly name: string; readonly model: ModelJson }[];
}

/** A fitted model as plain JSON, of format version 2. */
export interface ModelJson {
  readonly format: typeof MODEL_FORMAT;
  readonly formatVersion: typeof MODEL_FORMAT_VERSION;
  readonly estimator: EstimatorJson;
  /** The classes in order, and the kind of array that the labels came in. Left out by an estimator without labels. */
  readonly labels?: { readonly kind: LabelKind; readonly classes: readonly Label[] };
  readonly nFeatures: number;
  /** In the order of the columns; left out when the fit was given none. */
  readonly featureNames?: readonly string[];
  /** What was fitted, as numbers. */
  readonly tensors: Readonly<Record<string, TensorJson>>;
  /** What was fitted, as plain values. */
  readonly facts: Readonly<Record<string, JsonValue>>;
  readonly provenance?: Provenance;
}

/** A model's value whose outline has been checked; the models of its steps have not. */
export type Envelope = Omit<ModelJson, 'estimator'> & {
  readonly estimator: Omit<EstimatorJson, 'steps'> & {
    readonly steps?: readonly { readonly name: string; readonly model: unknown }[];
  };
};

/** Makes the plain value of a fitted model. */
export function writeEnvelope(
  estimator: EstimatorJson,
  { nFeatures, featureNames, classes, labelKind }: SeenData & { readonly labelKind: LabelKind },
  { tensors, facts }: StoredState,
  provenance: Provenance | undefined,
): ModelJson {
  return {
    format: MODEL_FORMAT,
    formatVersion: MODEL_FORMAT_VERSION,
    estimator,
    ...(classes.length === 0 ? {} : { labels: { kind: labelKind, classes: [...classes] } }),
    nFeatures,
    ...(featureNames === undefined ? {} : { featureNames: [...featureNames] }),
    tensors: Object.fromEntries(
      Object.entries(tensors).map(([name, tensor]) => [name, tensorToJson(tensor)]),
    ),
    facts,
    ...(provenance === undefined ? {} : { provenance }),
  };
}

/** Objects by any names at all: `v.record` leaves out `constructor` and `__proto__`. */
const object = v.custom<Record<string, JsonValue>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'Invalid type: Expected Object',
);
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const head = v.object({ format: v.literal(MODEL_FORMAT), formatVersion: count });

const tensor = v.object({
  dtype: v.picklist(['float64', 'int32', 'uint8']),
  shape: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1)),
  // Chosen by what came, so that an error names the element.
  data: v.lazy((data): v.GenericSchema<string | number[]> =>
    typeof data === 'string' ? v.string() : v.array(v.number()),
  ),
});

const envelope = v.object({
  format: v.literal(MODEL_FORMAT),
  formatVersion: v.literal(MODEL_FORMAT_VERSION),
  estimator: v.object({
    name: v.string(),
    version: count,
    params: object,
    steps: v.exactOptional(v.array(v.object({ name: v.string(), model: v.unknown() }))),
  }),
  labels: v.exactOptional(
    v.object({
      kind: v.picklist(LABEL_KINDS),
      classes: v.union([
        v.pipe(v.array(finite), v.minLength(1)),
        v.pipe(v.array(v.string()), v.minLength(1)),
        v.pipe(v.array(v.boolean()), v.minLength(1)),
      ]),
    }),
  ),
  nFeatures: count,
  featureNames: v.exactOptional(v.array(v.string())),
  tensors: v.record(v.string(), tensor),
  facts: object,
  provenance: v.exactOptional(object),
});

/**
 * Checks the outline of a model's value, of any version that this library reads.
 *
 * @throws ModelFormatError when it is no model, is of a newer version, or a part is missing or of another kind
 */
export function readEnvelope(value: unknown): Envelope {
  const start = v.safeParse(head, value);
  if (!start.success) throw new ModelFormatError('format', describeReceived(value, start.issues[0]));
  const { formatVersion } = start.output;
  if (formatVersion > MODEL_FORMAT_VERSION) {
    throw new ModelFormatError(
      'version',
      `of format version ${formatVersion}, while this library reads up to ${MODEL_FORMAT_VERSION}; update it`,
    );
  }
  const parsed = v.safeParse(envelope, isFormatOne(value) ? upgradeFormatOne(value) : value);
  if (!parsed.success) throw issueError(parsed.issues[0]);
  return parsed.output;
}

/** Describes a value that is no model. */
function describeReceived(value: unknown, issue: v.BaseIssue<unknown>): string {
  const format: unknown =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  return format === MODEL_FORMAT
    ? `not a Tenfold model: ${explain(issue)}`
    : `not a Tenfold model: expected an object whose format is "${MODEL_FORMAT}", got ${describe(format === undefined ? value : format)}`;
}

function issueError(issue: v.BaseIssue<unknown>): ModelFormatError {
  const isElement = issue.path?.[0]?.key === 'tensors' && issue.path.some(({ key }) => key === 'data');
  // JSON writes NaN and Infinity as null.
  const nonFinite = isElement && /^(null|NaN)$/.test(issue.received);
  return nonFinite
    ? new ModelFormatError(
        'non-finite',
        `every element of a tensor must be a finite number; ${explain(issue)}`,
      )
    : new ModelFormatError('format', explain(issue));
}

function explain(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${path ?? 'the value'}: ${issue.expected === null ? '' : `expected ${issue.expected}, `}got ${issue.received}`;
}
