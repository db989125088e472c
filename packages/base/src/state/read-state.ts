import { describe } from '@tenfold/core';
import { compareLabels, findLabelFault, type Label } from '@tenfold/linalg';

import { holdsClass } from '../labels/label-kind.js';
import type { Envelope } from './envelope.js';
import { ModelFormatError } from './model-format-error.js';
import { type StateCodec, StateReader } from './state-codec.js';
import { tensorFromJson } from './tensor.js';

/**
 * The fitted state of a model's value, and what its fit has seen.
 *
 * @throws ModelFormatError when the parts of the model do not fit together
 */
export function readState<Settings, State>(
  codec: StateCodec<Settings, State>,
  envelope: Envelope,
  settings: Settings,
) {
  const { estimator, labels, nFeatures, featureNames } = envelope;
  if (estimator.version > codec.version) {
    const message = `of version ${estimator.version} of ${estimator.name}, while this library reads up to ${codec.version}; update it`;
    throw new ModelFormatError('version', message);
  }
  if (labels !== undefined) checkClasses(labels);
  checkNames(featureNames, nFeatures);
  const seen = {
    nFeatures,
    featureNames: featureNames && Object.freeze([...featureNames]),
    classes: labels?.classes ?? [],
    labelKind: labels?.kind ?? 'array',
  };
  const tensors = Object.fromEntries(
    Object.entries(envelope.tensors).map(([name, tensor]) => [name, tensorFromJson(name, tensor)]),
  );
  return { state: codec.read(new StateReader({ tensors, facts: envelope.facts }), settings, seen), seen };
}

function checkClasses({ kind, classes }: NonNullable<Envelope['labels']>): void {
  const fault = findLabelFault(classes);
  if (fault !== undefined) {
    throw inconsistentError(
      `each class to be ${fault.expected}`,
      `${describe(fault.label)} as class ${fault.index}`,
    );
  }
  const twice = firstRepeated<Label>(classes);
  if (twice !== undefined) {
    throw new ModelFormatError('shape', `a class occurs twice in classes: ${describe(twice)}`);
  }
  const fallen = classes.findIndex((label, i) => i > 0 && compareLabels(classes[i - 1], label) > 0);
  if (fallen >= 0) {
    throw inconsistentError(
      'classes in ascending order',
      `${describe(classes[fallen])} after ${describe(classes[fallen - 1])}`,
    );
  }
  const other = classes.find((label) => !holdsClass(kind, label));
  if (other !== undefined) {
    throw inconsistentError(`classes that a ${kind} holds, as the kind of the labels says`, describe(other));
  }
}

function checkNames(featureNames: readonly string[] | undefined, nFeatures: number): void {
  if (featureNames === undefined) return;
  if (featureNames.length !== nFeatures) {
    throw inconsistentError(`${nFeatures} entries of featureNames (nFeatures)`, `${featureNames.length}`);
  }
  const twice = firstRepeated(featureNames);
  if (twice !== undefined) {
    throw new ModelFormatError('shape', `a name occurs twice in featureNames: ${describe(twice)}`);
  }
}

/** The first value that occurs a second time. */
function firstRepeated<T>(values: readonly T[]): T | undefined {
  const seen = new Set<T>();
  return values.find((value) => seen.size === seen.add(value).size);
}

/** The error for a part of a model that does not fit the rest. */
export function inconsistentError(expected: string, received: string): ModelFormatError {
  return new ModelFormatError('shape', `expected ${expected}, got ${received}`);
}
