/** How many labels an array holds: a list, or a single row or column of them; undefined when it holds something else. */
export function labelCount(shape: readonly number[]): number | undefined {
  if (shape.length === 0 || shape.length > 2) return undefined;
  const long = shape.filter((length) => length !== 1);
  if (long.length > 1) return undefined;
  return long.length === 1 ? long[0] : 1;
}
