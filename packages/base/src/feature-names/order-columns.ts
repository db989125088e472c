import { matrixShape, type FeatureMatrix, takeColumns } from '@tenfold/linalg';

import { checkFeatureNames } from './check-feature-names.js';
import { FeatureNamesError } from './feature-names-error.js';

/**
 * The columns of X in the order in which `fit` saw them. X itself when that is their order, or when either side has no
 * names: then columns are matched by position. Bytes stay bytes.
 *
 * @param X one sample a row, one feature a column
 * @param given the names of X's columns
 * @param expected the names that `fit` saw
 * @param owner the method that was called, for error messages
 * @throws ParameterError, ShapeError when the names given are none for X; FeatureNamesError when they are others
 */
export function orderColumns(
  X: FeatureMatrix,
  given: readonly string[] | undefined,
  expected: readonly string[] | undefined,
  owner: string,
): FeatureMatrix {
  if (given === undefined) return X;
  const names = checkFeatureNames(given, matrixShape(X, owner).columns, owner);
  if (names === undefined || expected === undefined) return X;
  const order = columnOrder(names, expected, owner);
  return order.every((column, position) => column === position) ? X : takeColumns(X, order, owner);
}

/** Where each expected column stands. */
function columnOrder(names: readonly string[], expected: readonly string[], owner: string): Int32Array {
  const positions = new Map(names.map((name, position) => [name, position]));
  const missing = expected.filter((name) => !positions.has(name));
  if (missing.length > 0 || names.length > expected.length) {
    const known = new Set(expected);
    const unexpected = names.filter((name) => !known.has(name));
    throw new FeatureNamesError(owner, missing, unexpected, expected);
  }
  return Int32Array.from(expected, (name) => positions.get(name) ?? -1);
}
