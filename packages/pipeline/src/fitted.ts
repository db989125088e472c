import { type AnyEstimator, type ConvergenceWarning, isTransformer } from '@tenfold/base';

import { type AnyFitted, listParts, type Part, type Parts, settingsOf, type Values } from './parts.js';

/** The fitted state of a step. */
export interface StepState {
  readonly settings: Values;
  /** The width of its rows. */
  readonly nFeatures: number;
  readonly state: unknown;
  readonly warnings: readonly ConvergenceWarning[];
}

/** The fitted states of all steps. */
export interface PipelineState {
  readonly steps: readonly StepState[];
}

/** The fitted state of the step at a position, in the form that its definition takes. */
export function fittedAt({ seen, state: { steps } }: AnyFittedPipeline, at: number): AnyFitted {
  const { settings, nFeatures, state, warnings } = steps[at];
  const isLast = at === steps.length - 1;
  const labels = isLast
    ? { classes: seen.classes, labelKind: seen.labelKind }
    : ({ classes: [], labelKind: 'array' } as const);
  return { settings, state, warnings, seen: { nFeatures, featureNames: undefined, ...labels } };
}

/** The fitted state of any pipeline. */
export interface AnyFittedPipeline {
  readonly settings: Values;
  readonly seen: AnyFitted['seen'];
  readonly state: PipelineState;
}

/** The estimator of a part with hyper-parameters of its pipeline, not fitted. */
export function estimatorOf(part: Part, settings: Values): AnyEstimator {
  return part.estimator.clone().setParams(settingsOf(part, settings));
}

/**
 * The estimators of all parts, fitted when the pipeline is. Where columns had names in the fit, each knows those of the
 * columns that it was given.
 */
export function estimatorsOf(
  parts: Parts,
  settings: Values,
  fitted: AnyFittedPipeline | undefined,
): readonly AnyEstimator[] {
  let names = fitted?.seen.featureNames;
  return listParts(parts).map((part, at) => {
    const estimator = estimatorOf(part, settings);
    if (fitted === undefined) return estimator;
    const own = fittedAt(fitted, at);
    estimator.setFitted({ ...own, seen: { ...own.seen, featureNames: names } });
    if (names !== undefined && isTransformer(estimator)) names = estimator.getFeatureNamesOut();
    return estimator;
  });
}

/** The names of the columns that a pipeline of transformers gives. */
export function namesOut(parts: Parts, fitted: AnyFittedPipeline): readonly string[] {
  let names = fitted.seen.featureNames;
  for (const [at, part] of listParts(parts).entries()) {
    const own = fittedAt(fitted, at);
    const estimator = estimatorOf(part, fitted.settings);
    estimator.setFitted({ ...own, seen: { ...own.seen, featureNames: names } });
    if (isTransformer(estimator)) names = estimator.getFeatureNamesOut();
  }
  return names ?? [];
}
