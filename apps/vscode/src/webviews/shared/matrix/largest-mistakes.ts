import type { Cell } from './grid-keys.js';

/**
 * The cells off the diagonal with the largest counts, the largest first; of equal ones that of the earlier row, then of
 * the earlier column. Cells with nothing in them are none.
 *
 * @param counts row: actual, column: predicted
 * @param most how many cells
 */
export function largestMistakes(counts: readonly (readonly number[])[], most: number): Cell[] {
  const cells: Cell[] = [];
  const count = ([row, column]: Cell): number => counts[row][column];
  counts.forEach((row, actual) =>
    row.forEach((value, predicted) => {
      if (actual === predicted || value === 0) return;
      if (cells.length === most && value <= count(cells[most - 1])) return;
      const place = cells.findIndex((cell) => count(cell) < value);
      cells.splice(place < 0 ? cells.length : place, 0, [actual, predicted]);
      if (cells.length > most) cells.pop();
    }),
  );
  return cells;
}
