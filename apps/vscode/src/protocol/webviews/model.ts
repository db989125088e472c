import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { count, doubles, label, uri, views } from '../values.js';

/** Where a model is: in a run's folder, or in a file of its own. */
export const modelSource = v.union([v.object({ run: uri }), v.object({ model: uri })]);

/** Where a model is. */
export type ModelSource = v.InferOutput<typeof modelSource>;

/** The rows that a model takes, and the classes that it predicts. */
export const modelForm = v.object({
  /** What the model is called. */
  name: v.string(),
  classes: v.array(label),
  nFeatures: count,
  /** Height and width of its images, or null when it is not of images. */
  shape: v.nullable(v.tuple([count, count])),
  /** The value of a white pixel. */
  maximum: v.number(),
  /** Whether `maximum` is known, or only likely. */
  isMaximumKnown: v.boolean(),
  /** The names of its features, when they have some. */
  featureNames: v.optional(v.array(v.string())),
  /** What can be looked at in it. */
  views,
  /** The class names of the transformers that prepare its rows, in their order. */
  transformers: v.array(v.string()),
});

/** The rows that a model takes, and the classes that it predicts. */
export type ModelForm = v.InferOutput<typeof modelForm>;

/** A linear model's weights: enough to score images with. */
export const modelWeights = v.object({
  ...modelForm.entries,
  /** Row after row: one a class, or a single one for two classes. */
  coef: doubles,
  /** One a row of `coef`. */
  intercept: doubles,
});

/** A linear model's weights. */
export type ModelWeights = v.InferOutput<typeof modelWeights>;

/** A name and what goes with it, both to be shown as they are. */
export const fact = v.object({ name: v.string(), value: v.string() });

/** A name and what goes with it. */
export type Fact = v.InferOutput<typeof fact>;

/** What a model's file holds, or what is wrong with it. */
export const modelFileContent = v.variant('kind', [
  v.object({
    kind: v.literal('model'),
    form: modelForm,
    /** Null of a model without linear weights. */
    weights: v.nullable(modelWeights),
    /** The name of its class, and what that does, in a sentence. */
    estimator: v.string(),
    summary: v.string(),
    /** How a fit by iterations ended, with those of each problem solved; null of another. */
    fit: v.nullable(v.object({ converged: v.boolean(), iterations: v.array(count), objective: v.number() })),
    /** Hyper-parameters. */
    params: v.array(fact),
    /** Where the model comes from, as its file says. */
    provenance: v.array(fact),
    /** Bytes of the file. */
    size: count,
  }),
  v.object({ kind: v.literal('broken'), name: v.string(), reason: v.string() }),
]);

/** What a model's file holds, or what is wrong with it. */
export type ModelFileContent = v.InferOutput<typeof modelFileContent>;

/** What the model editor shows. */
export const modelEditorSource = v.object({ model: uri });

/** What the host does for the model editor. */
export const modelContract = {
  load: { params: v.object({}), result: modelFileContent },
  /** Tells whenever the file has changed, until the editor is closed. */
  watch: { params: v.object({}), result: v.null(), notice: v.null() },
  openAsText: { params: v.object({}), result: v.null() },
  draw: { params: v.object({}), result: v.null() },
  /** Shows what can be looked at in it on a page of its own, by the name of the view. */
  show: { params: v.object({ view: v.string() }), result: v.null() },
  predict: { params: v.object({}), result: v.null() },
} satisfies Contract;
