/** A legend names as many lines as stand beside a chart. */
export const MOST_NAMED = 20;

/** The names that a legend shows, and how many it leaves out: of many one line says how many more there are. */
export function legendNames<T>(named: readonly T[]): { shown: readonly T[]; more: number } {
  if (named.length <= MOST_NAMED) return { shown: named, more: 0 };
  const shown = named.slice(0, MOST_NAMED - 1);
  return { shown, more: named.length - shown.length };
}
