import type { AnyDefinition, Param } from '@tenfold/base';
import { findClassifier } from '@tenfold/catalogue';
import type { EstimatorChoice } from '@tenfold/runs';

import { loadedDefinitions } from '../options/definitions.js';
import { attributeOf } from '../options/estimator-flags.js';
import { flagOf } from '../options/flag-of.js';
import { UsageError } from '../usage-error.js';

/** The estimator that is trained when none is named. */
const DEFAULT_ESTIMATOR = 'LogisticRegression';

/**
 * The estimator and the hyper-parameters that the flags name. Ranges are the estimator's to check.
 *
 * @param flags the flags of a command
 * @param name the estimator: its id or its class name
 * @throws ParameterError when there is no such estimator, UsageError when a flag is none of its parameters
 */
export function chooseEstimator(
  flags: object,
  name: string = (flags as { estimator?: string }).estimator ?? DEFAULT_ESTIMATOR,
): EstimatorChoice {
  const { definition }: { definition: AnyDefinition } = findClassifier(name);
  const given = givenParams(flags);
  const foreign = Object.keys(given).find((param) => !Object.hasOwn(definition.params as object, param));
  if (foreign !== undefined) {
    throw new UsageError(
      `${flagOf(attributeOf(foreign))} is no parameter of ${definition.name}`,
      `tenfold estimators ${definition.id} lists them`,
    );
  }
  return { name: definition.name, params: noneAsNull(definition, given) };
}

/** The hyper-parameters that flags give, by their names, of whatever estimator. */
export function givenParams(flags: object): Record<string, unknown> {
  const values = flags as Readonly<Record<string, unknown>>;
  const names = new Set(loadedDefinitions().flatMap(({ params }) => Object.keys(params as object)));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = values[attributeOf(name)];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Hyper-parameters with "none" replaced by null, where null is a value and "none" is no choice. */
export function noneAsNull(
  definition: AnyDefinition,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const params = definition.params as Readonly<Record<string, Param<unknown, unknown>>>;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const isNull = value === 'none' && params[name].isNullable && !params[name].choices?.includes('none');
      return [name, isNull ? null : value];
    }),
  );
}
