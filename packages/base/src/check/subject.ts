import type { FeatureMatrix } from '@tenfold/linalg';

import type { ColumnOptions, FitOptions, PredictOptions } from '../calls/call-options.js';
import type { EstimatorClass } from '../estimator/estimator.js';
import {
  type AnyClassifier,
  type AnyEstimator,
  type AnyTransformer,
  hasProbabilities,
} from '../estimator/kinds.js';

/** A method of a fitted estimator that takes rows. */
export type RowsMethod = (X: FeatureMatrix, options?: ColumnOptions) => unknown;

/** How estimators of one kind are fitted and asked, so that a check is written once for all kinds. */
export interface Subject<Model extends AnyEstimator = AnyEstimator> {
  readonly type: EstimatorClass<Model>;
  readonly make: () => Model;
  /** Fits a model; `codes` are class numbers, which a transformer does without. */
  fit(
    model: Model,
    X: FeatureMatrix,
    codes: readonly number[],
    options?: FitOptions<unknown>,
  ): Promise<Model>;
  /** What a model says of rows, as numbers. */
  answer(model: Model, X: FeatureMatrix, options?: ColumnOptions): number[];
  /** The same, by the asynchronous method. */
  answerAsync(model: Model, X: FeatureMatrix, options?: PredictOptions): Promise<number[]>;
  /** The methods that need a fit and take rows, by name. */
  rowsMethods(model: Model): Readonly<Record<string, RowsMethod>>;
}

/**
 * A class of classifiers, which are asked for probabilities where they have them, else for labels.
 *
 * @param type the class
 * @param options hyper-parameters of the models
 */
export function classifierSubject(
  type: EstimatorClass<AnyClassifier>,
  options: Readonly<Record<string, unknown>>,
): Subject<AnyClassifier> {
  return {
    type,
    make: () => new type(options as never),
    fit: (model, X, codes, callOptions) => model.fit(X, codes, callOptions),
    answer: (model, X, callOptions) =>
      hasProbabilities(model)
        ? model.predictProba(X, callOptions).to1DArray()
        : Array.from(model.predict(X, callOptions), Number),
    answerAsync: async (model, X, callOptions) =>
      hasProbabilities(model)
        ? (await model.predictProbaAsync(X, callOptions)).to1DArray()
        : Array.from(await model.predictAsync(X, callOptions), Number),
    rowsMethods: (model) => ({
      predict: (X, callOptions) => model.predict(X, callOptions),
      predictAsync: (X, callOptions) => model.predictAsync(X, callOptions),
      ...(hasProbabilities(model) && {
        predictProba: (X, callOptions) => model.predictProba(X, callOptions),
        predictProbaAsync: (X, callOptions) => model.predictProbaAsync(X, callOptions),
        predictLogProba: (X, callOptions) => model.predictLogProba(X, callOptions),
      }),
    }),
  };
}

/**
 * A class of transformers.
 *
 * @param type the class
 * @param options hyper-parameters of the transformers
 */
export function transformerSubject(
  type: EstimatorClass<AnyTransformer>,
  options: Readonly<Record<string, unknown>>,
): Subject<AnyTransformer> {
  return {
    type,
    make: () => new type(options as never),
    fit: (model, X, _codes, callOptions) => model.fit(X, callOptions),
    answer: (model, X, callOptions) => model.transform(X, callOptions).to1DArray(),
    answerAsync: async (model, X, callOptions) => (await model.transformAsync(X, callOptions)).to1DArray(),
    rowsMethods: (model) => ({
      transform: (X, callOptions) => model.transform(X, callOptions),
      transformAsync: (X, callOptions) => model.transformAsync(X, callOptions),
    }),
  };
}
