import { type AnyEstimator, type AnyTransformer, isTransformer } from '@tenfold/base';

import type { HasSteps } from './types.js';

/** An estimator as what is done one after the other. */
export interface Stages {
  /** The transformers, in their order; none of an estimator that is no pipeline. */
  readonly transformers: readonly AnyTransformer[];
  /** The estimator behind them. */
  readonly last: AnyEstimator;
}

/**
 * The transformers of a pipeline and the estimator behind them, with those of pipelines within; any other estimator stands
 * alone. What is done to them does not change the pipeline.
 */
export function stagesOf(estimator: AnyEstimator): Stages {
  if (!hasSteps(estimator)) return { transformers: [], last: estimator };
  const estimators = estimator.steps.map(([, step]) => step);
  const before = estimators.slice(0, -1).flatMap((step) => {
    const { transformers, last: inner } = stagesOf(step);
    return isTransformer(inner) ? [...transformers, inner] : transformers;
  });
  const { transformers, last } = stagesOf(estimators[estimators.length - 1]);
  return { transformers: [...before, ...transformers], last };
}

/** Checked by its members, as it may come from a second copy of this package. */
function hasSteps(estimator: AnyEstimator): estimator is AnyEstimator & HasSteps {
  return 'namedSteps' in estimator && 'steps' in estimator;
}
