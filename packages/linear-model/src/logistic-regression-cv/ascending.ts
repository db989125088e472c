/** Positions of values, from the smallest value to the largest. */
export function ascending(values: readonly number[]): number[] {
  return [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
}
