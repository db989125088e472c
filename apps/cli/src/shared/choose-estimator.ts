import type { AnyDefinition } from '@tenfold/base';
import { findClassifier } from '@tenfold/catalogue';
import type { EstimatorChoice } from '@tenfold/runs';

import { loadedDefinitions } from '../options/definitions.js';
import { attributeOf } from '../options/estimator-flags.js';
import { flagOf } from '../options/flag-of.js';
import { UsageError } from '../usage-error.js';
import { choosePreprocess } from './choose-preprocess.js';
import { noneAsNull } from './null-params.js';

/** The estimator that is trained when none is named. */
const DEFAULT_ESTIMATOR = 'LogisticRegression';

/**
 * The estimator, the transformers before it and the hyper-parameters that the flags name. Ranges are theirs to check.
 *
 * @param flags the flags of a command
 * @param name the estimator: its id or its class name
 * @throws ParameterError when there is no such estimator or transformer, UsageError when a flag is none of their parameters
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
  const preprocess = choosePreprocess(flags);
  const choice = { name: definition.name, params: noneAsNull(definition, given) };
  return preprocess.length === 0 ? choice : { ...choice, preprocess };
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
