import { readTableLayout } from '@tenfold/datasets';

/**
 * Where a cell of a table begins in its line, counted from 1 as an editor does; 1 when there is no such cell.
 *
 * @param table the table's text
 * @param line the line on which the row starts
 * @param cell the cell's number, from 1
 */
export async function cellColumn(table: string, line: string, cell: number): Promise<number> {
  const { delimiter } = await readTableLayout(table, { header: false });
  return (cellStarts(line, delimiter)[cell - 1] ?? 0) + 1;
}

/** Where the cells of a line begin, by RFC 4180. */
function cellStarts(line: string, delimiter: string): number[] {
  const starts: number[] = [];
  const cut = `\\x${delimiter.charCodeAt(0).toString(16).padStart(2, '0')}`;
  const pattern = new RegExp(`(?:"(?:[^"]|"")*"[^${cut}]*|[^${cut}]*)(${cut}|$)`, 'y');
  for (;;) {
    const start = pattern.lastIndex;
    const match = pattern.exec(line);
    if (match === null) return starts;
    starts.push(start);
    if (match[1] !== delimiter) return starts;
  }
}
