/** The cells of a table's first line, as RFC 4180 has them: what its columns are called. */
export function tableHeader(text: string): string[] {
  return cellsOf(text.replace(/^\ufeff/, '')).map(({ text: cell }) => cell);
}

/**
 * Where a cell begins in a line of a table, counted from 1 as an editor does; 1 when there is no such cell.
 *
 * @param line the line
 * @param cell the cell's number, from 1
 */
export function cellColumn(line: string, cell: number): number {
  return (cellsOf(line)[cell - 1]?.start ?? 0) + 1;
}

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** The cells up to the end of the first line; a quoted cell may go on over several. */
function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"[^,\r\n]*|([^,\r\n]*))(,|\r?\n|\r|$)/y;
  for (;;) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) return cells;
    const [, quoted, plain, end] = match as unknown as [string, string?, string?, string?];
    cells.push({ text: quoted?.replaceAll('""', '"') ?? plain ?? '', start });
    if (end !== ',') return cells;
  }
}
