import { checkSampleWeight } from '@tenfold/base';
import { checkNames, ParameterError } from '@tenfold/core';
import { isList } from '@tenfold/linalg';

import { isPipelineDefinition } from './pipeline-definition.js';
import { listParts, nameWithin, type Part, type Parts, type Values } from './parts.js';

/** The option of weights. */
const WEIGHT = 'sampleWeight';
const OWNER = 'Pipeline.fit';

/** Parts the options of `fit` in those of a pipeline and the weights for its steps. Throws ParameterError on misspelt ones. */
export function splitOptions(parts: Parts, options: unknown): { own: Values; weights: Values } {
  const isWeight = (name: string): boolean => name.includes('__');
  // A value that is no object of options is passed on, to be refused there.
  const entries = Object.entries(options ?? {}) as [string, unknown][];
  if (!entries.some(([name]) => isWeight(name))) return { own: options as Values, weights: {} };
  const weights = Object.fromEntries(entries.filter(([name]) => isWeight(name)));
  checkNames(OWNER, weights, weightNames(parts));
  return { own: Object.fromEntries(entries.filter(([name]) => !isWeight(name))), weights };
}

/** The names of the weights that steps take: `scaler__sampleWeight`, and of a step that is a pipeline those of its steps. */
function weightNames(parts: Parts): string[] {
  return listParts(parts).flatMap(({ name, definition }) => {
    const inner = isPipelineDefinition(definition) ? weightNames(definition.parts) : [];
    return [WEIGHT, ...inner].map((own) => nameWithin(name, own));
  });
}

/** The weights of a step's rows, checked and copied. Throws ParameterError, ShapeError. */
export function weightsFor(
  { name, definition }: Part,
  weights: Values,
  rows: number,
): { own: Float64Array | undefined; inner: Values } {
  const option = nameWithin(name, WEIGHT);
  const value = weights[option];
  const prefix = nameWithin(name, '');
  const inner = Object.entries(weights)
    .filter(([other]) => other.startsWith(prefix) && other !== option)
    .map(([other, own]) => [other.slice(prefix.length), own]);
  if (value === undefined) return { own: undefined, inner: Object.fromEntries(inner) as Values };
  if (!definition.tags.sampleWeight) {
    throw new ParameterError(OWNER, option, 'left out, as all rows count alike to this step', value);
  }
  if (!isList(value)) throw new ParameterError(OWNER, option, 'an array of numbers', value);
  const own = checkSampleWeight(value as ArrayLike<number>, rows, `${OWNER} (${option})`);
  return { own, inner: Object.fromEntries(inner) as Values };
}
