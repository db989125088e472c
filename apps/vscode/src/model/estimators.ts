import {
  type AnyDefinition,
  checkParams,
  type ParamTable,
  paramsFromJson,
  paramsToJson,
} from '@tenfold/base';
import { classifiers, findClassifier } from '@tenfold/catalogue';

import type { EstimatorChoice, ProgressFigure } from '../protocol/training.js';

/** The classifiers that can be trained, in the order in which lists show them; the first is taken when none is named. */
export const definitions: readonly AnyDefinition[] = classifiers.map(({ definition }) => definition);

/** The description of a classifier by its id or the name of its class; undefined when there is none such. */
export function definitionOf(name: string): AnyDefinition | undefined {
  return definitions.find((definition) => definition.id === name || definition.name === name);
}

/** The hyper-parameters of a classifier. */
export function paramsOf(definition: AnyDefinition): ParamTable {
  return definition.params as ParamTable;
}

/** What can be looked at in a model of a class; nothing where there is none of that name. */
export function viewsOf({ name }: { readonly name: string }): readonly string[] {
  return definitionOf(name)?.views ?? [];
}

/** The figures that a fit of a classifier reports after each step; none where it reports none. */
export function progressOf({ name }: { readonly name: string }): readonly ProgressFigure[] {
  return definitionOf(name)?.progress?.figures ?? [];
}

/** A classifier and its hyper-parameters as they are asked for by others: what is left out is the default. */
export interface EstimatorRequest {
  readonly name?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Checks a classifier and its hyper-parameters.
 *
 * @returns them by the classifier's id, and as JSON; those that were left out stay so
 * @throws ParameterError when there is no such classifier, or a hyper-parameter is unknown, out of
 *   range, or does not go with another
 */
export function checkedEstimator({
  name = definitions[0].id,
  params = {},
}: EstimatorRequest): EstimatorChoice {
  const { definition } = findClassifier(name);
  const table = paramsOf(definition);
  const settings = checked(definition, params);
  const json = paramsToJson(table, settings);
  const given = Object.keys(table).filter((param) => params[param] !== undefined);
  return { name: definition.id, params: Object.fromEntries(given.map((param) => [param, json[param]])) };
}

/**
 * A choice as the classifier's constructor takes it.
 *
 * @throws as `checkedEstimator`
 */
export function constructible({ name, params }: EstimatorChoice): EstimatorChoice {
  const { definition } = findClassifier(name);
  checked(definition, params);
  return { name, params: paramsFromJson(paramsOf(definition), params) };
}

function checked(definition: AnyDefinition, params: Readonly<Record<string, unknown>>): object {
  const { name, rules } = definition;
  const table = paramsOf(definition);
  return checkParams<object, object>(name, table, rules, paramsFromJson(table, params));
}

/** What a classifier is called where there is little room: by the preset that its hyper-parameters are, else by its id. */
export function estimatorLabel({ name, params }: EstimatorChoice): string {
  const definition = definitionOf(name);
  return definition === undefined ? name : (presetOf(definition, params)?.id ?? definition.id);
}

/** The same, with the words that were chosen otherwise than by default: "lbfgs (ovr)". */
export function estimatorTitle(choice: EstimatorChoice): string {
  const label = estimatorLabel(choice);
  const definition = definitionOf(choice.name);
  if (definition === undefined) return label;
  const presetOptions = presetOf(definition, choice.params)?.options ?? {};
  const words = Object.entries(paramsOf(definition))
    .filter(([param, { kind }]) => kind === 'choice' && !Object.hasOwn(presetOptions, param))
    .map(([param, described]) => [choice.params[param] ?? described.default, described.default])
    .filter(([value, usual]) => value !== usual)
    .map(([value]) => String(value));
  return words.length === 0 ? label : `${label} (${words.join(', ')})`;
}

/** The preset whose options hyper-parameters have; of several the one with most of them. */
function presetOf(definition: AnyDefinition, params: EstimatorChoice['params']) {
  const table = paramsOf(definition);
  return definition.presets
    .map(({ id, options }) => ({ id, options: options as Readonly<Record<string, unknown>> }))
    .filter(({ options }) =>
      Object.entries(options).every(([param, value]) => (params[param] ?? table[param].default) === value),
    )
    .sort((a, b) => Object.keys(b.options).length - Object.keys(a.options).length)
    .at(0);
}
