import type { MatrixLike } from '@tenfold/linalg';

import type { ColumnOptions, FitOptions, PredictOptions } from '../calls/call-options.js';
import type { EstimatorClass } from '../estimator/estimator.js';
import {
  type AnyClassifier,
  type AnyEstimator,
  type AnyTransformer,
  hasProbabilities,
} from '../estimator/kinds.js';

/** A method of a fitted estimator that takes rows. */
export type RowsMethod = (X: MatrixLike, options?: ColumnOptions) => unknown;

/** How estimators of one kind are fitted and asked, so that a check is written once for all kinds. */
export interface Subject<Model extends AnyEstimator = AnyEstimator> {
  readonly type: EstimatorClass<Model>;
  readonly make: () => Model;
  /** Fits a model; `codes` are class numbers, which a transformer does without. */
  fit(model: Model, X: MatrixLike, codes: readonly number[], options?: FitOptions<unknown>): Promise<Model>;
  /** What a model says of rows, as numbers. */
  answer(model: Model, X: MatrixLike, options?: ColumnOptions): number[];
  /** The same, by the asynchronous method. */
  answerAsync(model: Model, X: MatrixLike, options?: PredictOptions): Promise<number[]>;
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
    fit: (model, X, codes, how) => model.fit(X, codes, how),
    answer: (model, X, how) =>
      hasProbabilities(model)
        ? model.predictProba(X, how).to1DArray()
        : Array.from(model.predict(X, how), Number),
    answerAsync: async (model, X, how) =>
      hasProbabilities(model)
        ? (await model.predictProbaAsync(X, how)).to1DArray()
        : Array.from(await model.predictAsync(X, how), Number),
    rowsMethods: (model) => ({
      predict: (X, how) => model.predict(X, how),
      predictAsync: (X, how) => model.predictAsync(X, how),
      ...(hasProbabilities(model) && {
        predictProba: (X, how) => model.predictProba(X, how),
        predictProbaAsync: (X, how) => model.predictProbaAsync(X, how),
        predictLogProba: (X, how) => model.predictLogProba(X, how),
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
    fit: (model, X, _codes, how) => model.fit(X, how),
    answer: (model, X, how) => model.transform(X, how).to1DArray(),
    answerAsync: async (model, X, how) => (await model.transformAsync(X, how)).to1DArray(),
    rowsMethods: (model) => ({
      transform: (X, how) => model.transform(X, how),
      transformAsync: (X, how) => model.transformAsync(X, how),
    }),
  };
}
