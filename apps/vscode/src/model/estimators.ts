import {
  type AnyDefinition,
  checkParams,
  type ParamTable,
  paramsFromJson,
  paramsToJson,
} from '@tenfold/base';
import { classifiers, findClassifier, findTransformer, transformers } from '@tenfold/catalogue';

import type { EstimatorChoice, ProgressFigure, StepChoice } from '../protocol/training.js';

/** The classifiers that can be trained, in the order in which lists show them; the first is taken when none is named. */
export const definitions: readonly AnyDefinition[] = classifiers.map(({ definition }) => definition);

/** The transformers that can prepare rows, in the order in which lists show them. */
export const transformerDefinitions: readonly AnyDefinition[] = transformers.map(
  ({ definition }) => definition,
);

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

/** An estimator and its hyper-parameters as they are asked for by others: what is left out is the default. */
export interface StepRequest {
  readonly name: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** A classifier, the transformers before it and their hyper-parameters as they are asked for by others. */
export interface EstimatorRequest {
  readonly name?: string | undefined;
  readonly params?: StepRequest['params'];
  readonly preprocess?: readonly StepRequest[] | undefined;
}

/**
 * Checks a classifier, the transformers before it and their hyper-parameters.
 *
 * @returns them by their ids, and as JSON; hyper-parameters that were left out stay so
 * @throws ParameterError when there is no such classifier or transformer, or a hyper-parameter is unknown, out of
 *   range, or does not go with another
 */
export function checkedEstimator({
  name = definitions[0].id,
  params,
  preprocess = [],
}: EstimatorRequest): EstimatorChoice {
  const choice = checkedStep(findClassifier(name).definition, params);
  if (preprocess.length === 0) return choice;
  return { ...choice, preprocess: preprocess.map(checkedTransformer) };
}

/** Checks a transformer. Throws as `checkedEstimator`. */
export function checkedTransformer({ name, params }: StepRequest): StepChoice {
  return checkedStep(findTransformer(name).definition, params);
}

function checkedStep(definition: AnyDefinition, params: Readonly<Record<string, unknown>> = {}): StepChoice {
  const table = paramsOf(definition);
  const json = paramsToJson(table, checked(definition, params));
  const given = Object.keys(table).filter((param) => params[param] !== undefined);
  return { name: definition.id, params: Object.fromEntries(given.map((param) => [param, json[param]])) };
}

/**
 * A choice as the constructors of its estimators take it.
 *
 * @throws as `checkedEstimator`
 */
export function constructible({ preprocess, ...choice }: EstimatorChoice): EstimatorChoice {
  const classifier = constructibleStep(findClassifier(choice.name).definition, choice);
  if (preprocess === undefined) return classifier;
  const steps = preprocess.map((step) => constructibleStep(findTransformer(step.name).definition, step));
  return { ...classifier, preprocess: steps };
}

function constructibleStep(definition: AnyDefinition, { name, params }: StepChoice): StepChoice {
  checked(definition, params);
  return { name, params: paramsFromJson(paramsOf(definition), params) };
}

function checked(definition: AnyDefinition, params: Readonly<Record<string, unknown>>): object {
  const { name, rules } = definition;
  const table = paramsOf(definition);
  return checkParams<object, object>(name, table, rules, paramsFromJson(table, params));
}

/**
 * What a classifier is called where there is little room: by the preset that its hyper-parameters are, else by its id; with
 * the transformers before it: "standard-scaler + lbfgs".
 */
export function estimatorLabel(choice: EstimatorChoice): string {
  return withTransformers(choice, classifierLabel(choice));
}

function classifierLabel({ name, params }: StepChoice): string {
  const definition = definitionOf(name);
  return definition === undefined ? name : (presetOf(definition, params)?.id ?? definition.id);
}

function withTransformers({ preprocess = [] }: EstimatorChoice, label: string): string {
  return [...preprocess.map(transformerLabel), label].join(' + ');
}

/** What a transformer is called where there is little room: its id. */
export function transformerLabel({ name }: Pick<StepChoice, 'name'>): string {
  const known = transformerDefinitions.find(
    (definition) => definition.id === name || definition.name === name,
  );
  return known?.id ?? name;
}

/** The same, with the words that were chosen otherwise than by default: "lbfgs (ovr)". */
export function estimatorTitle(choice: EstimatorChoice): string {
  return withTransformers(choice, classifierTitle(choice));
}

function classifierTitle(choice: StepChoice): string {
  const label = classifierLabel(choice);
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
