import { checkNumber, ParameterError, ShapeError } from '@tenfold/core';

/**
 * Checks row weights and copies them into doubles.
 *
 * @param value the weights, or undefined for 1 each
 * @param rows how many there must be
 * @param owner the function or class that was called, for error messages
 * @throws ShapeError when there are not as many as rows, ParameterError when one is negative or not finite, or
 *   when they are all 0
 */
export function checkSampleWeight(
  value: ArrayLike<number> | undefined,
  rows: number,
  owner: string,
): Float64Array | undefined {
  if (value === undefined) return undefined;
  if (value.length !== rows) {
    throw new ShapeError(owner, `as many sample weights as X has rows (${rows})`, `${value.length}`);
  }
  const weights = Float64Array.from(value, (weight, i) =>
    checkNumber(owner, `sampleWeight of row ${i}`, weight, { min: 0 }),
  );
  if (weights.every((weight) => weight === 0)) {
    throw new ParameterError(owner, 'sampleWeight', 'above 0 for at least one row', value);
  }
  return weights;
}
