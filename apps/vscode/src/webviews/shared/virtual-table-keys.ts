import { clamp } from './virtual-scroll.js';

/** A cell of a table: row and column, from 0. */
export type TableCell = readonly [row: number, column: number];

/** The size of a table. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where a key moves the focus of a table (WAI-ARIA's grid pattern).
 *
 * @param from the focused cell
 * @param key as the keyboard event names it
 * @param control whether Ctrl or Cmd is held
 * @param size of the table
 * @param page how many rows are visible at a time
 * @returns the cell; undefined when the key moves nothing
 */
export function moveTableCell(
  from: TableCell,
  key: string,
  control: boolean,
  size: TableSize,
  page: number,
): TableCell | undefined {
  const [row, column] = from;
  const { rows, columns } = size;
  const at = (r: number, c: number): TableCell => [clamp(r, 0, rows - 1), clamp(c, 0, columns - 1)];
  switch (key) {
    case 'ArrowUp':
      return at(control ? 0 : row - 1, column);
    case 'ArrowDown':
      return at(control ? rows : row + 1, column);
    case 'ArrowLeft':
      return at(row, control ? 0 : column - 1);
    case 'ArrowRight':
      return at(row, control ? columns : column + 1);
    case 'Home':
      return control ? at(0, 0) : at(row, 0);
    case 'End':
      return control ? at(rows, columns) : at(row, columns);
    case 'PageUp':
      return at(row - page, column);
    case 'PageDown':
      return at(row + page, column);
    default:
      return undefined;
  }
}
