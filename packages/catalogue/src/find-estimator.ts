import type {
  AnyClassifier,
  AnyDefinition,
  AnyEstimator,
  AnyTransformer,
  EstimatorClass,
} from '@tenfold/base';
import { closest, ParameterError } from '@tenfold/core';

import { catalogue } from './catalogue.js';

/** A classifier of the catalogue: made by its options, whatever they are. */
export interface ClassifierClass {
  new (options?: Readonly<Record<string, unknown>>): AnyClassifier;
  readonly definition: AnyDefinition;
}

/** A transformer of the catalogue: made by its options, whatever they are. */
export interface TransformerClass {
  new (options?: Readonly<Record<string, unknown>>): AnyTransformer;
  readonly definition: AnyDefinition;
}

const everyClass: readonly EstimatorClass<AnyEstimator>[] = catalogue;

/** The classifiers of the catalogue. */
export const classifiers = ofType('classifier') as readonly ClassifierClass[];

/** The transformers of the catalogue. */
export const transformers = ofType('transformer') as readonly TransformerClass[];

function ofType(type: string): readonly unknown[] {
  return everyClass.filter(({ definition }) => (definition as { type?: string }).type === type);
}

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

/**
 * The transformer that has a name.
 *
 * @param name its id (`standard-scaler`) or the name of its class (`StandardScaler`)
 * @throws ParameterError when there is none; a near miss is suggested
 */
export function findTransformer(name: string): TransformerClass {
  return find('findTransformer', name, transformers, 'transformer');
}

function find<Entry extends { readonly definition: AnyDefinition }>(
  owner: string,
  name: string,
  entries: readonly Entry[],
  parameter = 'estimator',
): Entry {
  const found = entries.find(({ definition }) => definition.id === name || definition.name === name);
  if (found !== undefined) return found;
  const ids = entries.map(({ definition }) => definition.id);
  const near = closest(name, ids);
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  throw new ParameterError(owner, parameter, `one of ${ids.join(', ')}${hint}`, name);
}
