/** Divides counts by the sum of their row (the actual class) or column (the predicted one); a share of nothing is 0. */
export function normalizeCounts(
  counts: readonly (readonly number[])[],
  by: 'counts' | 'actual' | 'predicted',
): number[][] {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const columns = counts.map((_, column) => sum(counts.map((row) => row[column])));
  return counts.map((row) => {
    const own = sum(row);
    return row.map((count, column) => {
      if (by === 'counts' || count === 0) return count;
      return count / (by === 'actual' ? own : columns[column]);
    });
  });
}
