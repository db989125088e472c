import { type AnyClassifier, type AnyEstimator, stagesOf } from 'tenfold';

import { plainWord } from '../options/parse.js';

/**
 * A model in a few words: its class, and the parameters that a form asks for: "LogisticRegression, solver lbfgs, C 1". Of a
 * pipeline its steps: "StandardScaler; LogisticRegression, solver lbfgs, C 1".
 */
export function describeModel(model: AnyClassifier): string {
  const { transformers, last } = stagesOf(model);
  return [...transformers.map((step) => describeStep(step, false)), describeStep(last, true)].join('; ');
}

/** A class and its parameters that are not at their defaults, and where `withAsked` those that a form asks for. */
function describeStep({ definition, params }: AnyEstimator, withAsked: boolean): string {
  const values = params as Readonly<Record<string, unknown>>;
  const table = definition.params as Readonly<Record<string, { ask: boolean; default: unknown }>>;
  const shown = Object.entries(table)
    .filter(([name, param]) => (withAsked && param.ask) || !isDefault(values[name], param.default))
    .map(([name]) => `${name} ${shortWord(values[name])}`);
  return [definition.name, ...shown].join(', ');
}

function isDefault(value: unknown, fallback: unknown): boolean {
  return Object.is(value, fallback) || JSON.stringify(value) === JSON.stringify(fallback);
}

function shortWord(value: unknown): string {
  return value instanceof Map
    ? [...(value as ReadonlyMap<string, number>)].map(([label, weight]) => `${label}=${weight}`).join(',')
    : plainWord(value);
}
