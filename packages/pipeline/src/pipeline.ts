import { checkSteps } from './check-steps.js';
import { ABOUT } from './definition.js';
import { pipelineOf } from './kinds.js';
import { readPipeline } from './read-pipeline.js';
import type { AnyPipeline, Pipeline as PipelineOf, PipelineConstructor, Step } from './types.js';

/** Makes a pipeline of the kind of its last step, which is a class of its own for each kind. */
function makeKind(options: unknown): AnyPipeline {
  return pipelineOf(checkSteps(options));
}

/** Checked by its members, as it may come from a second copy of this package. */
function isPipeline(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'namedSteps' in value && 'parts' in value;
}

/**
 * Transformers, each of which is given what the one before makes, and an estimator behind them, as one estimator: with the
 * methods of its last step.
 *
 * The estimators given are copied: they are never fitted or changed. A fit that is cancelled or fails leaves the pipeline as it
 * was, with all its steps; `namedSteps` has them fitted.
 *
 * @example
 * const pipeline = new Pipeline({
 *   steps: [
 *     ['scaler', new StandardScaler()],
 *     ['model', new LogisticRegression()],
 *   ],
 * });
 * await pipeline.setParams({ model__C: 10 }).fit(xTrain, yTrain);
 * const predictions = pipeline.predict(xTest);
 */
export const Pipeline = Object.defineProperties(makeKind, {
  name: { value: ABOUT.name },
  definition: { value: ABOUT },
  fromJSON: { value: readPipeline },
  [Symbol.hasInstance]: { value: isPipeline },
}) as unknown as PipelineConstructor;

/** A pipeline of some steps. */
export type Pipeline<Steps extends readonly Step[] = readonly Step[]> = PipelineOf<Steps>;
