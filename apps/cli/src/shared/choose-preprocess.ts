import type { AnyDefinition } from '@tenfold/base';
import type { StepChoice } from '@tenfold/runs';
import { findTransformer } from 'tenfold';

import { loadedTransformers } from '../options/definitions.js';
import type { EstimatorFlags } from '../options/estimator-flags.js';
import { flagOf } from '../options/flag-of.js';
import { stepAttributeOf, stepFlagOf } from '../options/preprocess-flags.js';
import { UsageError } from '../usage-error.js';
import { noneAsNull } from './null-params.js';

/**
 * The transformers that the flags name, with the hyper-parameters that flags give.
 *
 * @throws ParameterError when there is no such transformer, UsageError when a flag is of another one
 */
export function choosePreprocess(flags: EstimatorFlags): StepChoice[] {
  const steps = stepsOf(flags, flags.preprocess ?? []);
  checkStepFlags(flags, steps);
  return steps;
}

/**
 * Transformers with the hyper-parameters that flags give.
 *
 * @param flags the flags of a command
 * @param names ids or class names
 * @throws ParameterError when there is no such transformer
 */
export function stepsOf(flags: object, names: readonly string[]): StepChoice[] {
  return names.map((name) => {
    const { definition } = findTransformer(name);
    const params = noneAsNull(definition, Object.fromEntries(givenOf(definition, flags)));
    return { name: definition.name, params };
  });
}

/**
 * Checks that flags of transformers are of some that are used.
 *
 * @throws UsageError when one is not
 */
export function checkStepFlags(flags: object, used: readonly StepChoice[]): void {
  const unused = loadedTransformers().filter(
    (definition) => !used.some(({ name }) => name === definition.name),
  );
  for (const definition of unused) {
    const first = givenOf(definition, flags).at(0);
    if (first === undefined) continue;
    throw new UsageError(
      `${stepFlagOf(definition, first[0])} is a parameter of ${definition.name}, which does not prepare the rows`,
      `add --preprocess ${definition.id}`,
    );
  }
}

/** The flags of preprocessing that were given, as they are typed. */
export function givenPreprocessFlags(flags: object): string[] {
  const own = (flags as EstimatorFlags).preprocess === undefined ? [] : [flagOf('preprocess')];
  const params = loadedTransformers().flatMap((definition) =>
    givenOf(definition, flags).map(([param]) => stepFlagOf(definition, param)),
  );
  return [...own, ...params];
}

function givenOf(definition: AnyDefinition, flags: object): [string, unknown][] {
  const values = flags as Readonly<Record<string, unknown>>;
  return Object.keys(definition.params as object).flatMap((param) => {
    const value = values[stepAttributeOf(definition, param)];
    return value === undefined ? [] : [[param, value] as [string, unknown]];
  });
}
