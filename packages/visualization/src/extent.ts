/**
 * The largest of some numbers, however many there are.
 *
 * @param values the numbers, none of them NaN
 * @param least what it is at least, and of no number at all
 */
export function largestOf(values: Iterable<number>, least = -Infinity): number {
  let largest = least;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}

/**
 * The smallest of some numbers, however many there are.
 *
 * @param values the numbers, none of them NaN
 * @param most what it is at most, and of no number at all
 */
export function smallestOf(values: Iterable<number>, most = Infinity): number {
  let smallest = most;
  for (const value of values) if (value < smallest) smallest = value;
  return smallest;
}
