import { plainText } from '@tenfold/core';

/** The text of a cell or a fact: as it is, or with the colour that is applied after control characters are escaped. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

/** A cell's text, in which nothing is hidden and which no terminal obeys. */
export function cellText(cell: Cell): string {
  return plainText(typeof cell === 'string' ? cell : cell.text);
}

/** A cell's text as `cellText` gives it, painted. */
export function paintCell(cell: Cell): string {
  return typeof cell === 'string' ? cellText(cell) : cell.paint(cellText(cell));
}
