import type { AnyEstimator } from '@tenfold/base';

import { Pipeline } from './pipeline.js';
import type { Pipeline as PipelineOf } from './types.js';

/** Steps whose names follow from their classes. */
type StepsOf<Estimators extends readonly AnyEstimator[]> = {
  readonly [At in keyof Estimators]: readonly [name: string, estimator: Estimators[At]];
};

/**
 * A pipeline of estimators that are named after their classes, in lower case: `standardscaler`. Where there are several of a
 * class, `-1`, `-2` and so on are added.
 *
 * @param estimators transformers, and one estimator behind them
 * @throws ParameterError as `Pipeline`
 * @example
 * const pipeline = makePipeline(new StandardScaler(), new LogisticRegression());
 */
export function makePipeline<const Estimators extends readonly AnyEstimator[]>(
  ...estimators: Estimators
): PipelineOf<StepsOf<Estimators>> {
  const names = estimators.map(classOf);
  const steps = estimators.map((estimator, at) => {
    const name = names[at];
    if (names.indexOf(name) === names.lastIndexOf(name)) return [name, estimator] as const;
    const number = names.slice(0, at + 1).filter((other) => other === name).length;
    return [`${name}-${number}`, estimator] as const;
  });
  return new Pipeline({ steps: steps as unknown as StepsOf<Estimators> });
}

/** The class name of an estimator in lower case; `step` for other values, which `Pipeline` refuses. */
function classOf(estimator: AnyEstimator | undefined | null): string {
  return typeof estimator?.definition === 'object' ? estimator.definition.name.toLowerCase() : 'step';
}
