import { InputError } from '@tenfold/core';
import * as v from 'valibot';

import { checkedEstimator } from '../../model/estimators.js';
import { params, type TrainingJob } from '../../protocol/training.js';
import { count, type DatasetRef, datasetRef } from '../../protocol/values.js';
import { type Settings, testSizeSchema } from '../shared/read-settings.js';
import { type FitRequest, formerModel } from './former-model.js';

/** A job as an argument of a command describes it: what is left out is taken from the settings. */
export const trainArgument = v.strictObject({
  dataset: v.union([
    v.pipe(
      v.picklist(['digits', 'mnist']),
      v.transform((name) =>
        name === 'digits' ? { kind: name } : { kind: name, order: 'original' as const },
      ),
    ),
    datasetRef,
  ]),
  split: v.optional(
    v.strictObject({
      testSize: v.optional(testSizeSchema),
      randomState: v.optional(count),
      stratify: v.optional(v.boolean()),
    }),
    {},
  ),
  /** The id of the classifier, or the name of its class. Default: the first of the catalogue. */
  estimator: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** Its hyper-parameters; those that are left out have their defaults. */
  params: v.optional(params),
  /** The transformers before it, by their ids or the names of their classes, with their hyper-parameters. */
  preprocess: v.optional(v.array(v.strictObject({ name: v.string(), params: v.optional(params) }))),
  /** What `params` was when there was one classifier. */
  model: v.optional(params),
  /** Whether the confusion matrix is opened at the end. Default true. */
  show: v.optional(v.boolean(), true),
});

/**
 * The data set of an item of a view. What is more than such an item, or less, is none: a caller's own request is a plain
 * object with nothing but what `trainArgument` knows.
 */
export function itemDataset(argument: unknown): DatasetRef | undefined {
  if (v.is(trainArgument, argument)) return undefined;
  const parsed = v.safeParse(v.object({ dataset: datasetRef }), argument);
  return parsed.success ? parsed.output.dataset : undefined;
}

/** What a caller asks for, with the settings where it says nothing. */
export interface TrainRequest {
  readonly job: TrainingJob;
  /** Whether the confusion matrix is opened at the end. */
  readonly show: boolean;
}

/** The split where a caller says nothing. */
type SplitDefaults = Pick<Settings, 'testSize' | 'randomState'>;

/**
 * Checks what a task, a key binding or another extension passes.
 *
 * @param argument nothing that may be trusted
 * @param defaults the split where it says nothing
 * @throws InputError that says what is wrong with it, ParameterError
 */
export function parseTrainArgument(argument: unknown, defaults: SplitDefaults): TrainRequest {
  const parsed = v.safeParse(trainArgument, argument);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue);
    throw new InputError(
      `What to train is not understood: ${place === null ? '' : `${place}: `}${issue.message}`,
    );
  }
  const { dataset, split, show } = parsed.output;
  const { estimator, ...fit } = fitRequest(parsed.output);
  const { testSize = defaults.testSize, randomState = defaults.randomState, stratify } = split;
  return {
    job: {
      dataset,
      split: { testSize, randomState, ...(stratify !== undefined && { stratify }) },
      estimator: checkedEstimator(estimator),
      ...fit,
    },
    show,
  };
}

function fitRequest({
  estimator: name,
  params: given,
  preprocess,
  model,
}: v.InferOutput<typeof trainArgument>): FitRequest {
  if (model === undefined) return { estimator: { name, params: given, preprocess } };
  if (name === undefined && given === undefined && preprocess === undefined) return formerModel(model);
  throw new InputError('What to train is not understood: model stands in place of estimator and params');
}
