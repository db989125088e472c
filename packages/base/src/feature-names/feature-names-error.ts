import { closest, describe, InputError } from '@tenfold/core';

/** As many names as a message lists. */
const LISTED = 8;

/** Columns have other names than those that a model was fitted on. */
export class FeatureNamesError extends InputError {
  /**
   * @param owner the method that was called
   * @param missing names that `fit` saw and that are not there, in the order of `fit`
   * @param unexpected names that are there and that `fit` did not see, in their order
   * @param expected all names that `fit` saw
   */
  constructor(
    readonly owner: string,
    readonly missing: readonly string[],
    readonly unexpected: readonly string[],
    readonly expected: readonly string[],
  ) {
    const parts = [
      missing.length === 0 ? '' : `missing ${list(missing, (name) => hint(name, unexpected))}`,
      unexpected.length === 0 ? '' : `unexpected ${list(unexpected)}`,
    ].filter((part) => part !== '');
    super(
      `${owner}: the columns are not those seen in fit: ${parts.join('; ')}. Expected, in any order: ${list(expected)}`,
    );
  }
}

/** The first of some names, and how many more there are. */
function list(names: readonly string[], note: (name: string) => string = () => ''): string {
  const shown = names.slice(0, LISTED).map((name) => describe(name) + note(name));
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

function hint(name: string, others: readonly string[]): string {
  const near = closest(name, others.slice(0, 100 * LISTED));
  return near === undefined ? '' : ` (is it ${describe(near)}?)`;
}
