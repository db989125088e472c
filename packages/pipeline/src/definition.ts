import type { Computation, EstimatorDefinition, ParamTable, Rule, StateCodec } from '@tenfold/base';
import type { DesignMatrix } from '@tenfold/linalg';

import { inverseOf, throughTransformers } from './computations.js';
import { fitSteps } from './fit-steps.js';
import { type AnyFittedPipeline, fittedAt, type PipelineState } from './fitted.js';
import type { PipelineDefinition } from './pipeline-definition.js';
import {
  type AnyClassifierDefinition,
  type AnyFitted,
  type AnyProbabilisticDefinition,
  type AnyTransformerDefinition,
  listParts,
  nameWithin,
  type Parts,
  settingsOf,
  type Values,
  valuesWithin,
} from './parts.js';

/** The definition that all pipelines share. */
export const ABOUT = {
  name: 'Pipeline',
  id: 'pipeline',
  summary: 'Transformers, each of which is given what the one before makes, and an estimator behind them.',
} as const;

/** Every step is stored as a model of its own, in the envelope. */
export const state: StateCodec<Values, PipelineState> = {
  version: 1,
  write: () => ({ tensors: {}, facts: {} }),
  read: () => {
    throw new TypeError('the steps of a pipeline are read by Pipeline.fromJSON');
  },
};

/** The definition that pipelines of all kinds share: the hyper-parameters, rules and tags of their steps. */
function common(parts: Parts): EstimatorDefinition<Values, Values, PipelineState> & PipelineDefinition {
  const all = listParts(parts);
  const { tags, progress } = parts.last.definition;
  return {
    ...ABOUT,
    parts,
    params: Object.fromEntries(
      all.flatMap(({ name, definition }) => valuesWithin(name, definition.params)),
    ) as ParamTable,
    rules: all.flatMap((part) =>
      part.definition.rules.map((rule): Rule<Values> => (settings) => {
        const fault = rule(settingsOf(part, settings));
        return fault && { param: nameWithin(part.name, fault.param), expected: fault.expected };
      }),
    ),
    // What transformers give is dense, and they take no other.
    tags: {
      ...tags,
      sparse: parts.transformers.length === 0 && tags.sparse,
      orderFree: all.every(({ definition }) => definition.tags.orderFree),
    },
    presets: [],
    progress,
    views: [],
    state,
  };
}

/** The hyper-parameters that the estimators of a pipeline came with. */
export function initialValues(parts: Parts): Values {
  return Object.fromEntries(
    listParts(parts).flatMap(({ name, estimator }) => valuesWithin(name, estimator.getParams() as object)),
  );
}

/** The definition of a pipeline that ends with a classifier. */
export function classifierDefinition<Last extends AnyClassifierDefinition>(parts: Parts<Last>) {
  return {
    ...common(parts),
    type: 'classifier',
    fit: async (problem: Parameters<AnyClassifierDefinition['fit']>[0]) =>
      withWarnings(await fitSteps(parts, problem, {})),
    classify: atLast(parts, parts.last.definition.classify),
  } satisfies AnyClassifierDefinition & PipelineDefinition;
}

/** The definition of a pipeline that ends with a classifier with probabilities. */
export function probabilisticDefinition(parts: Parts<AnyProbabilisticDefinition>) {
  const { probabilities, logProbabilities } = parts.last.definition;
  return {
    ...classifierDefinition(parts),
    probabilities: atLast(parts, probabilities),
    logProbabilities: atLast(parts, logProbabilities),
  } satisfies AnyProbabilisticDefinition & PipelineDefinition;
}

/** The definition of a pipeline of transformers alone. */
export function transformerDefinition(parts: Parts<AnyTransformerDefinition>) {
  const inverseTransform = inverseOf([...parts.transformers, parts.last]);
  return {
    ...common(parts),
    type: 'transformer',
    fit: (problem: Parameters<AnyTransformerDefinition['fit']>[0]) => fitSteps(parts, problem, {}),
    transform: atLast(parts, parts.last.definition.transform),
    ...(inverseTransform && { inverseTransform }),
  } satisfies AnyTransformerDefinition & PipelineDefinition;
}

/** What a fit of labelled rows leaves, with what its last step has to say. */
export function withWarnings(state: PipelineState) {
  return { state, warnings: state.steps[state.steps.length - 1].warnings };
}

/** A computation of the last step, on the rows that it receives. */
function atLast<Result>(
  parts: Parts,
  compute: (fitted: AnyFitted, rows: DesignMatrix) => Computation<Result>,
) {
  return function* (fitted: AnyFittedPipeline, rows: DesignMatrix): Computation<Result> {
    const design = yield* throughTransformers(parts, fitted, rows);
    return yield* compute(fittedAt(fitted, parts.transformers.length), design);
  };
}
