import { ParameterError, ShapeError } from '@tenfold/core';

/**
 * Checks and copies the names of columns.
 *
 * @param value the names, or undefined for none
 * @param columns how many columns there are
 * @param owner the function or method that was called, for error messages
 * @throws ParameterError when it is no array, a name is no text or occurs twice; ShapeError when there are not as many
 *   names as columns
 */
export function checkFeatureNames(
  value: unknown,
  columns: number,
  owner: string,
): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new ParameterError(owner, 'featureNames', 'an array of names', value);
  const names = new Set<string>();
  // Unlike forEach this visits holes too.
  for (const [i, name] of (value as readonly unknown[]).entries()) {
    if (typeof name !== 'string') throw new ParameterError(owner, `featureNames[${i}]`, 'text', name);
    if (names.has(name)) {
      throw new ParameterError(owner, `featureNames[${i}]`, 'another name than those before', name);
    }
    names.add(name);
  }
  if (names.size !== columns) {
    throw new ShapeError(owner, `as many featureNames as X has columns (${columns})`, `${names.size}`);
  }
  return Object.freeze([...names]);
}
