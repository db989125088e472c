/** A cell of a matrix: row and column, from 0. */
export type Cell = readonly [row: number, column: number];

const PAGE = 10;

/**
 * Where a key moves the focus of a square grid (WAI-ARIA's grid pattern).
 *
 * @param cell where the focus is
 * @param key as the keyboard event names it
 * @param control whether Ctrl or Cmd is held
 * @param size rows, and columns
 * @returns the cell; undefined when the key moves nothing
 */
export function moveCell(cell: Cell, key: string, control: boolean, size: number): Cell | undefined {
  const [row, column] = cell;
  const last = size - 1;
  const within = (value: number): number => Math.min(last, Math.max(0, value));
  switch (key) {
    case 'ArrowUp':
      return [within(control ? 0 : row - 1), column];
    case 'ArrowDown':
      return [within(control ? last : row + 1), column];
    case 'ArrowLeft':
      return [row, within(control ? 0 : column - 1)];
    case 'ArrowRight':
      return [row, within(control ? last : column + 1)];
    case 'Home':
      return control ? [0, 0] : [row, 0];
    case 'End':
      return control ? [last, last] : [row, last];
    case 'PageUp':
      return [within(row - PAGE), column];
    case 'PageDown':
      return [within(row + PAGE), column];
    default:
      return undefined;
  }
}
