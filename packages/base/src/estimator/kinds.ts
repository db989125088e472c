import type { Classifier } from './classifier.js';
import type { Estimator } from './estimator.js';
import type { ProbabilisticClassifier } from './probabilistic-classifier.js';
import type { Transformer } from './transformer.js';

// Options, settings and state stand in both directions, so that only `any` lets every estimator be one of these.
/* eslint-disable @typescript-eslint/no-explicit-any */
/** Any estimator. */
export type AnyEstimator = Estimator<any, any, any>;
/** Any classifier. */
export type AnyClassifier = Classifier<any, any, any, any>;
/** Any classifier with probabilities. */
export type AnyProbabilisticClassifier = ProbabilisticClassifier<any, any, any, any>;
/** Any transformer. */
export type AnyTransformer = Transformer<any, any, any>;
/* eslint-enable @typescript-eslint/no-explicit-any */

/** Whether an estimator predicts labels. */
export function isClassifier(estimator: object): estimator is AnyClassifier {
  return 'predict' in estimator && 'classes' in estimator;
}

/** Whether an estimator gives probabilities. */
export function hasProbabilities(estimator: object): estimator is AnyProbabilisticClassifier {
  return isClassifier(estimator) && 'predictProba' in estimator;
}

/** Whether an estimator transforms rows. */
export function isTransformer(estimator: object): estimator is AnyTransformer {
  return 'transform' in estimator;
}

/** What an estimator that is fitted by iterations reports of its fit. */
export interface Iterative {
  /** Iterations of each problem solved. */
  readonly nIter: readonly number[];
  /** Whether every problem's stopping rule was met. */
  readonly converged: boolean;
  /** The objective where the solver stopped. */
  readonly objective: number;
}

/** Whether an estimator was fitted by iterations. */
export function isIterative(estimator: object): estimator is Iterative {
  return 'nIter' in estimator && 'converged' in estimator && 'objective' in estimator;
}

/** What an estimator that chooses some hyper-parameters itself has. */
export interface Searching {
  /** The values that it has chosen, by the names of the hyper-parameters: scikit-learn's `best_params_`. */
  readonly bestParams: Readonly<Record<string, number>>;
}

/** Whether an estimator has chosen hyper-parameters itself. */
export function isSearching(estimator: object): estimator is Searching {
  return 'bestParams' in estimator;
}
