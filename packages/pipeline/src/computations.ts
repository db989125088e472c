import type { Computation } from '@tenfold/base';
import { NonFiniteError } from '@tenfold/core';
import type { DenseDesign, DesignMatrix } from '@tenfold/linalg';

import { type AnyFittedPipeline, fittedAt } from './fitted.js';
import type { AnyFitted, AnyTransformerDefinition, Part, Parts } from './parts.js';

/** The rows as the last step receives them. */
export function* throughTransformers(
  { transformers }: Parts,
  fitted: AnyFittedPipeline,
  rows: DesignMatrix,
): Computation<DesignMatrix> {
  let design = rows;
  for (const [at, part] of transformers.entries()) {
    design = yield* transformed(part, fittedAt(fitted, at), design);
  }
  return design;
}

/** The rows as one step gives them to the next. Throws NonFiniteError where they overflow. */
export function* transformed(
  { name, definition }: Part<AnyTransformerDefinition>,
  fitted: AnyFitted,
  design: DesignMatrix,
): Computation<DenseDesign> {
  return asRows(name, design.rows, yield* definition.transform(fitted, design));
}

/** The rows as they were before all steps; undefined when a step cannot turn back. */
export function inverseOf(
  parts: readonly Part<AnyTransformerDefinition>[],
): ((fitted: AnyFittedPipeline, rows: DesignMatrix) => Computation<Float64Array>) | undefined {
  const inverses = parts.flatMap(({ name, definition: { inverseTransform } }) =>
    inverseTransform === undefined ? [] : [{ name, inverseTransform }],
  );
  if (inverses.length < parts.length) return undefined;
  return function* inverse(fitted, rows) {
    let design = rows;
    let values: Float64Array = new Float64Array();
    for (let at = inverses.length - 1; at >= 0; at--) {
      const { name, inverseTransform } = inverses[at];
      values = yield* inverseTransform(fittedAt(fitted, at), design);
      if (at > 0) design = asRows(name, design.rows, values);
    }
    return values;
  };
}

function asRows(step: string, rows: number, data: Float64Array): DenseDesign {
  const columns = data.length / rows;
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return { kind: 'dense', rows, columns, data };
  throw new NonFiniteError(
    `Pipeline, after its step ${step}`,
    Math.floor(at / columns),
    at % columns,
    data[at],
  );
}
