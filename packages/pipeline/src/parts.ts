import type {
  AnyEstimator,
  ClassifierDefinition,
  Fitted,
  ProbabilisticDefinition,
  TransformerDefinition,
} from '@tenfold/base';

// Options, settings and state stand in both directions, so that only `any` lets every definition be one of these.
/* eslint-disable @typescript-eslint/no-explicit-any */
/** The definition of any transformer. */
export type AnyTransformerDefinition = TransformerDefinition<any, any, any>;
/** The definition of any classifier. */
export type AnyClassifierDefinition = ClassifierDefinition<any, any, any, any>;
/** The definition of any classifier with probabilities. */
export type AnyProbabilisticDefinition = ProbabilisticDefinition<any, any, any, any>;
/** The fitted state of any estimator. */
export type AnyFitted = Fitted<any, any>;
/* eslint-enable @typescript-eslint/no-explicit-any */

/** The definition of an estimator that can be the last step of a pipeline. */
export type LastDefinition = AnyTransformerDefinition | AnyClassifierDefinition;

/** A step whose estimator is never fitted or changed: others are made of it. */
export interface Part<Definition extends LastDefinition = LastDefinition> {
  readonly name: string;
  readonly estimator: AnyEstimator;
  readonly definition: Definition;
}

/** The steps of a pipeline: transformers, and one estimator behind them. */
export interface Parts<Last extends LastDefinition = LastDefinition> {
  readonly transformers: readonly Part<AnyTransformerDefinition>[];
  readonly last: Part<Last>;
}

/** Values of hyper-parameters by name: `scaler__withMean`. */
export type Values = Readonly<Record<string, unknown>>;

/** All parts in their order. */
export function listParts({ transformers, last }: Parts): readonly Part[] {
  return [...transformers, last];
}

/** The name of a step's parameter among those of its pipeline. */
export function nameWithin(step: string, parameter: string): string {
  return `${step}__${parameter}`;
}

/** The hyper-parameters of a part, of those of its pipeline. */
export function settingsOf({ name, definition }: Part, settings: Values): Values {
  const names = Object.keys(definition.params);
  return Object.fromEntries(names.map((own) => [own, settings[nameWithin(name, own)]]));
}

/** Values by the names that they have in the pipeline. */
export function valuesWithin(step: string, values: object): [string, unknown][] {
  return Object.entries(values).map(([own, value]) => [nameWithin(step, own), value]);
}
