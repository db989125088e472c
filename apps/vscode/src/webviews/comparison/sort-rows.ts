import type { ComparedRow } from '../../protocol/webviews/comparison.js';

/** The columns that rows can be sorted by. */
export type SortColumn = 'name' | 'dataset' | 'estimator' | 'accuracy' | 'seconds' | 'iterations';

/** By which column, and in which direction. */
export interface Sorting {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** The rows in another order; those without a value come last either way. */
export function sortRows(rows: readonly ComparedRow[], { column, isDescending }: Sorting): ComparedRow[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [first, second] = [a[column], b[column]];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    if (typeof first === 'number' && typeof second === 'number') return sign * (first - second);
    return sign * String(first).localeCompare(String(second), undefined, { numeric: true });
  });
}

/** What a click on a column's heading makes of the sorting: the best first, and the other way on a second click. */
export function sortBy(sorting: Sorting, column: SortColumn): Sorting {
  if (sorting.column === column) return { column, isDescending: !sorting.isDescending };
  return { column, isDescending: column === 'accuracy' };
}
