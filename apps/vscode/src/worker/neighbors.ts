import { type AnyClassifier, type AnyTransformer, hasNeighbors, type Voter } from '@tenfold/base';
import { InputError } from '@tenfold/core';
import { DoubleMatrix, type Matrix } from '@tenfold/linalg';
import { stagesOf } from '@tenfold/pipeline';

import type { Neighbors } from '../protocol/training.js';
import { matrixOf } from './predict.js';
import { rankRows } from './rank-rows.js';
import { throughAll } from './transformed-row.js';

/**
 * The rows of `fit` that vote on a row, and what they make the model say.
 *
 * @param model a model with the view `neighbors`, or a pipeline that ends with one
 * @param values the row's features
 * @param most how many of them at most; the nearest
 * @param signal cancels it
 * @throws InputError when the model has no such rows, or takes rows of another width
 */
export async function neighborsOf(
  model: AnyClassifier,
  values: Uint8Array | Float64Array,
  most: number,
  signal: AbortSignal,
): Promise<Neighbors> {
  const { transformers, last } = stagesOf(model);
  if (!hasNeighbors(last)) throw new InputError(`a ${last.definition.name} has no rows that vote`);
  const data = matrixOf(model, { values, count: 1 });
  const [all] = await last.voters(throughAll(transformers, data), { signal });
  const voters = all.slice(0, most);
  return {
    indices: Uint32Array.from(voters, ({ index }) => index),
    actual: Uint16Array.from(voters, ({ code }) => code),
    distances: Float64Array.from(voters, ({ distance }) => distance),
    weights: Float64Array.from(voters, ({ weight }) => weight),
    features: turnedBack(transformers, voters),
    total: all.length,
    classes: [...model.classes],
    ...(await rankRows(model, { data }, model.classes.length, signal)),
  };
}

/** The rows as they were before all transformers; null when one of these cannot be turned back. */
function turnedBack(transformers: readonly AnyTransformer[], voters: readonly Voter[]): Float64Array | null {
  const columns = voters[0].features.length;
  const rows = new Float64Array(voters.length * columns);
  voters.forEach(({ features }, i) => rows.set(features, i * columns));
  let matrix: Matrix = new DoubleMatrix(voters.length, columns, rows);
  for (const transformer of transformers.toReversed()) {
    if (!turnsBack(transformer)) return null;
    matrix = transformer.inverseTransform(matrix);
  }
  return Float64Array.from(matrix.to1DArray());
}

function turnsBack(
  transformer: AnyTransformer,
): transformer is AnyTransformer & { inverseTransform(X: Matrix): Matrix } {
  return 'inverseTransform' in transformer;
}
