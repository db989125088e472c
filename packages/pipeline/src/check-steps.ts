import { type AnyEstimator, isClassifier, isTransformer } from '@tenfold/base';
import { checkNames, describe, ParameterError } from '@tenfold/core';

import type { AnyTransformerDefinition, LastDefinition, Part, Parts } from './parts.js';

const OWNER = 'Pipeline';

/** Checks the steps of a pipeline and copies their estimators. Throws ParameterError. */
export function checkSteps(options: unknown): Parts {
  checkNames(OWNER, options, ['steps']);
  const { steps } = options as { steps?: unknown };
  if (!Array.isArray(steps) || steps.length === 0) {
    throw new ParameterError(OWNER, 'steps', 'an array of at least one [name, estimator]', steps);
  }
  const names = new Set<string>();
  // Unlike map, Array.from visits holes too.
  const parts = Array.from(steps as readonly unknown[], (step, i) => {
    const part = checkStep(step, `steps[${i}]`);
    if (names.has(part.name)) {
      throw new ParameterError(OWNER, `steps[${i}][0]`, 'another name than those before', part.name);
    }
    names.add(part.name);
    return part;
  });
  const last = parts[parts.length - 1];
  return { transformers: parts.slice(0, -1).map(checkTransformer), last };
}

function checkStep(step: unknown, place: string): Part {
  if (!Array.isArray(step) || step.length !== 2) {
    throw new ParameterError(OWNER, place, '[name, estimator]', step);
  }
  const [name, estimator] = step as [unknown, unknown];
  if (typeof name !== 'string' || name === '' || name.includes('__')) {
    throw new ParameterError(OWNER, `${place}[0]`, 'a name, not empty and without __', name);
  }
  if (!isEstimator(estimator)) {
    const expected = 'a transformer or a classifier, such as new StandardScaler()';
    throw new ParameterError(OWNER, `${place}[1] (${name})`, expected, estimator);
  }
  return { name, estimator: estimator.clone(), definition: estimator.definition as LastDefinition };
}

/** Checked by its members, as it may come from a second copy of the packages. */
function isEstimator(value: unknown): value is AnyEstimator {
  return (
    typeof value === 'object' &&
    value !== null &&
    'definition' in value &&
    'setFitted' in value &&
    (isClassifier(value) || isTransformer(value))
  );
}

function checkTransformer(part: Part, i: number): Part<AnyTransformerDefinition> {
  if (isTransformer(part.estimator)) return part as Part<AnyTransformerDefinition>;
  const expected = `a transformer, as all steps before the last must be; ${describe(part.name)} is none`;
  throw new ParameterError(OWNER, `steps[${i}][1]`, expected, part.definition.name);
}
