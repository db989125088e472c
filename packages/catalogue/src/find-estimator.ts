import type { AnyClassifier, AnyDefinition, AnyEstimator, EstimatorClass } from '@tenfold/base';
import { closest, ParameterError } from '@tenfold/core';

import { catalogue } from './catalogue.js';

/** A classifier of the catalogue: made by its options, whatever they are. */
export interface ClassifierClass {
  new (options?: Readonly<Record<string, unknown>>): AnyClassifier;
  readonly definition: AnyDefinition;
}

const everyClass: readonly EstimatorClass<AnyEstimator>[] = catalogue;

/** The classifiers of the catalogue. */
export const classifiers = everyClass.filter(
  ({ definition }) => (definition as { type?: string }).type === 'classifier',
) as readonly unknown[] as readonly ClassifierClass[];

/**
 * The estimator that has a name.
 *
 * @param name its id (`knn`) or the name of its class (`KNeighborsClassifier`)
 * @throws ParameterError when there is none; a near miss is suggested
 */
export function findEstimator(name: string): EstimatorClass<AnyEstimator> {
  return find('findEstimator', name, everyClass);
}

/**
 * The classifier that has a name.
 *
 * @param name its id (`knn`) or the name of its class (`KNeighborsClassifier`)
 * @throws ParameterError when there is none; a near miss is suggested
 */
export function findClassifier(name: string): ClassifierClass {
  return find('findClassifier', name, classifiers);
}

function find<Entry extends { readonly definition: AnyDefinition }>(
  owner: string,
  name: string,
  entries: readonly Entry[],
): Entry {
  const found = entries.find(({ definition }) => definition.id === name || definition.name === name);
  if (found !== undefined) return found;
  const ids = entries.map(({ definition }) => definition.id);
  const near = closest(name, ids);
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  throw new ParameterError(owner, 'estimator', `one of ${ids.join(', ')}${hint}`, name);
}
