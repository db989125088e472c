/** Rows in three groups, one column of which is a thousand times as large as the others. */
export function threeGroups(rows = 60): { X: number[][]; y: string[] } {
  const X = Array.from({ length: rows }, (_, i) => [
    3000 * Math.sin(i * 12.9898) + 5000 * (i % 3),
    3 * Math.cos(i * 78.233) - (i % 3 === 1 ? 6 : 0),
    Math.sin(i * 3.7),
  ]);
  return { X, y: X.map((_, i) => ['a', 'b', 'c'][i % 3]) };
}
