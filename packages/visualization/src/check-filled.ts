import { ParameterError } from '@tenfold/core';

/**
 * Checks that a list is an array with something in it.
 *
 * @throws ParameterError when it is not
 */
export function checkFilled<T>(
  owner: string,
  parameter: string,
  items: readonly T[],
  what: string,
): readonly T[] {
  const value: unknown = items;
  if (Array.isArray(value) && value.length > 0) return items;
  throw new ParameterError(owner, parameter, `an array of at least one ${what}`, value);
}
