/**
 * The largest of any number of values. `Math.max(...values)` hands each value over as an argument, of which there is
 * room for about a hundred thousand: more overflow the stack.
 *
 * @param values numbers in any order
 * @param atLeast what is given when no value is larger, as when there are none. Default -Infinity
 * @returns NaN when a value is NaN
 */
export function largest(values: Iterable<number>, atLeast = -Infinity): number {
  let most = atLeast;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/**
 * The smallest of any number of values; see `largest`.
 *
 * @param values numbers in any order
 * @param atMost what is given when no value is smaller, as when there are none. Default Infinity
 * @returns NaN when a value is NaN
 */
export function smallest(values: Iterable<number>, atMost = Infinity): number {
  let least = atMost;
  for (const value of values) least = Math.min(least, value);
  return least;
}
