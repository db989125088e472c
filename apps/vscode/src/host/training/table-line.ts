import { largestPlace } from '../../model/ranking.js';

/** What may separate cells; of equals the first. */
const DELIMITERS = [',', ';', '\t', '|'];

/** The cells of a table's first line, as RFC 4180 has them: what its columns are called. */
export function tableHeader(text: string): string[] {
  return headerCells(text).map(({ text: cell }) => cell);
}

/**
 * Where a cell begins in a line of a table, counted from 1 as an editor does; 1 when there is no such cell.
 *
 * @param header the table's first line, which tells what separates cells
 * @param line the line
 * @param cell the cell's number, from 1
 */
export function cellColumn(header: string, line: string, cell: number): number {
  return (cellsOf(line, delimiterOf(header))[cell - 1]?.start ?? 0) + 1;
}

/** The character that cuts a header into most cells. */
function delimiterOf(header: string): string {
  const counts = DELIMITERS.map((delimiter) => cellsOf(header, delimiter).length);
  return DELIMITERS[largestPlace(counts)];
}

function headerCells(text: string): Cell[] {
  const header = text.replace(/^\ufeff/, '');
  return cellsOf(header, delimiterOf(header));
}

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** The cells up to the end of the first line; a quoted cell may go on over several. */
function cellsOf(text: string, delimiter: string): Cell[] {
  const cells: Cell[] = [];
  const cut = `\\x${delimiter.charCodeAt(0).toString(16).padStart(2, '0')}`;
  const pattern = new RegExp(
    `(?:"((?:[^"]|"")*)"[^${cut}\\r\\n]*|([^${cut}\\r\\n]*))(${cut}|\\r?\\n|\\r|$)`,
    'y',
  );
  for (;;) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) return cells;
    const [, quoted, plain, end] = match as unknown as [string, string?, string?, string?];
    cells.push({ text: quoted?.replaceAll('""', '"') ?? plain ?? '', start });
    if (end !== delimiter) return cells;
  }
}
