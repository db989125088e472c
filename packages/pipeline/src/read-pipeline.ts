import {
  type AnyEstimator,
  asFormatError,
  isTransformer,
  inconsistentError,
  ModelFormatError,
  readEnvelope,
} from '@tenfold/base';
import { describe, ParameterError } from '@tenfold/core';

import { checkSteps } from './check-steps.js';
import { ABOUT, state } from './definition.js';
import type { StepState } from './fitted.js';
import { pipelineOf } from './kinds.js';
import { type AnyFitted, valuesWithin } from './parts.js';
import type { AnyPipeline } from './types.js';

type Envelope = ReturnType<typeof readEnvelope>;

/** See `PipelineConstructor.fromJSON`. */
export function readPipeline(value: unknown, readStep: (value: unknown) => unknown): AnyPipeline {
  const reader: unknown = readStep;
  if (typeof reader !== 'function') {
    throw new ParameterError(
      'Pipeline.fromJSON',
      'readStep',
      'a function that reads the model of a step',
      reader,
    );
  }
  const envelope = readEnvelope(value);
  const steps = stepsOf(envelope).map(({ name, model }) => [name, readStep(model)] as const);
  const pipeline = pipelineOf(asFormatError(() => checkSteps({ steps })));
  const models = steps.map(([, model]) => model as AnyEstimator);
  const learned = models.map((model) => model.getFitted() as AnyFitted);
  checkFit(envelope, models, learned[learned.length - 1]);
  const settings = Object.fromEntries(
    steps.flatMap(([name], at) => valuesWithin(name, learned[at].settings as object)),
  );
  const { nFeatures, featureNames, labels, provenance } = envelope;
  pipeline.setParams(settings);
  pipeline.setFitted({
    settings: pipeline.params as object,
    seen: {
      nFeatures,
      featureNames: featureNames && Object.freeze([...featureNames]),
      classes: labels?.classes ?? [],
      labelKind: labels?.kind ?? 'array',
    },
    state: { steps: learned.map(stepState) },
    warnings: [],
  });
  pipeline.provenance = provenance;
  return pipeline;
}

function stepsOf({ estimator }: Envelope) {
  const { name, version, params, steps = [] } = estimator;
  if (name !== ABOUT.name) {
    throw new ModelFormatError(
      'estimator',
      `expected a model of ${ABOUT.name}, got one of ${describe(name)}`,
    );
  }
  if (version > state.version) {
    const message = `of version ${version} of ${name}, while this library reads up to ${state.version}; update it`;
    throw new ModelFormatError('version', message);
  }
  const param = Object.keys(params).at(0);
  if (param !== undefined) {
    throw new ModelFormatError(
      'format',
      `estimator.params: expected none, as each step has its own, got ${describe(param)}`,
    );
  }
  if (steps.length === 0)
    throw new ModelFormatError('format', 'estimator.steps: expected at least one, got none');
  return steps;
}

/** Checks that each step takes what the one before gives. */
function checkFit(
  { nFeatures, featureNames, labels }: Envelope,
  models: readonly AnyEstimator[],
  { seen }: AnyFitted,
): void {
  let width = nFeatures;
  for (const [at, model] of models.entries()) {
    if (model.nFeatures !== width)
      throw inconsistentError(`step ${at} to take ${width} columns`, `${model.nFeatures}`);
    if (isTransformer(model)) width = model.getFeatureNamesOut().length;
  }
  const [{ featureNamesIn: names }] = models;
  if (JSON.stringify(names) !== JSON.stringify(featureNames)) {
    throw inconsistentError('the featureNames of the first step', 'others');
  }
  const { kind = 'array', classes = [] } = labels ?? {};
  if (kind !== seen.labelKind || JSON.stringify(classes) !== JSON.stringify(seen.classes)) {
    throw inconsistentError('the labels of the last step', 'others');
  }
}

function stepState({ settings, seen, state, warnings }: AnyFitted): StepState {
  return {
    settings: settings as StepState['settings'],
    nFeatures: seen.nFeatures,
    state: state as unknown,
    warnings,
  };
}
