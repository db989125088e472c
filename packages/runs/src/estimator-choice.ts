import { type AnyClassifier, type AnyEstimator, type ParamTable, paramsToJson } from '@tenfold/base';
import { findClassifier, findTransformer } from '@tenfold/catalogue';
import { makePipeline, stagesOf } from '@tenfold/pipeline';

import type { TrainedModel, TrainedStep } from './train-result.js';

/** An estimator of the catalogue and its hyper-parameters, by their names. */
export interface StepChoice {
  /** Its id (`knn`) or the name of its class (`KNeighborsClassifier`). */
  name: string;
  /** Its hyper-parameters; those that are left out have their defaults. */
  params: Readonly<Record<string, unknown>>;
}

/** A classifier, and how its rows are prepared. */
export interface EstimatorChoice extends StepChoice {
  /** Transformers, in the order in which rows go through them. With any, the model is a pipeline. Default none. */
  preprocess?: readonly StepChoice[] | undefined;
}

/**
 * A classifier with its hyper-parameters set; with transformers before it, a pipeline of them.
 *
 * @throws ParameterError when there is no such classifier or transformer, or a hyper-parameter is refused
 */
export function makeClassifier({ name, params, preprocess = [] }: EstimatorChoice): AnyClassifier {
  const transformers = preprocess.map((step) => new (findTransformer(step.name))(step.params));
  const classifier = new (findClassifier(name))(params);
  if (transformers.length === 0) return classifier;
  // Of steps of unknown number the compiler does not know the last.
  const pipeline: unknown = makePipeline(...transformers, classifier);
  return pipeline as AnyClassifier;
}

/** A model as the figures of its run name it. */
export function chosenModel(model: AnyClassifier): TrainedModel {
  const { transformers, last } = stagesOf(model);
  if (transformers.length === 0) return trainedStep(last);
  return { ...trainedStep(last), preprocess: transformers.map(trainedStep) };
}

function trainedStep({ definition, params }: AnyEstimator): TrainedStep {
  const table = definition.params as ParamTable;
  return { name: definition.name, params: paramsToJson(table, params as object) };
}

/** What a model is called, with what prepares its rows: "StandardScaler + LogisticRegression". */
export function modelTitle({
  name,
  preprocess = [],
}: {
  readonly name: string;
  readonly preprocess?: readonly { readonly name: string }[] | undefined;
}): string {
  return [...preprocess, { name }].map((step) => step.name).join(' + ');
}
