import Papa from 'papaparse';

import { TableError } from './table-error.js';

/** Takes the cells of a row and the line on which it starts. */
export type TakeRow = (cells: string[], line: number) => void;

/** Characters that are cut into rows at a time. */
const PIECE = 1 << 16;
/** The longest row; a longer one is a quoted cell that does not end. */
const LONGEST_ROW = 1 << 28;

/** Cuts text, which comes piece by piece and has `\n` as line ends, into rows of cells. */
export class RowSplitter {
  /** The line on which the next row starts. */
  line = 1;
  private rest = '';
  private wanted: number;

  constructor(
    private readonly delimiter: string,
    private readonly source: string,
    private readonly take: TakeRow,
    private readonly piece = PIECE,
  ) {
    this.wanted = piece;
  }

  /** Passes on the rows that are whole. */
  push(text: string): void {
    this.rest += text;
    if (this.rest.length >= this.wanted) this.split(false);
  }

  /** Passes on what is left. */
  end(): void {
    this.split(true);
  }

  private split(last: boolean): void {
    const text = this.rest;
    const { rows, errors, end } = parseRows(text, this.delimiter, !last);
    const quoted = text.includes('"');
    for (let i = 0; i < rows.length; i++) {
      const problem = errors.find(({ row }) => row === i);
      if (problem) this.refuse(problem.code);
      const cells = rows[i];
      this.take(cells, this.line);
      this.line += 1 + (quoted ? lineEnds(cells) : 0);
    }
    this.rest = last ? '' : text.slice(end);
    if (this.rest.length > LONGEST_ROW) this.refuseLength();
    if (isBrokenQuote(this.rest, errors.filter(({ row }) => row === rows.length).length))
      this.refuse('InvalidQuotes');
    // A row that is longer than a piece is looked at again when it has doubled, so that the work stays in proportion.
    this.wanted = Math.max(this.piece, 2 * this.rest.length);
  }

  private refuse(code: string): never {
    const message =
      code === 'MissingQuotes'
        ? 'a quoted cell begins here and does not end'
        : 'a quote stands inside a cell; inside quotes write it twice, ""';
    throw new TableError(this.source, 'quotes', message, { line: this.line });
  }

  private refuseLength(): never {
    const message = `a row of more than ${LONGEST_ROW} characters begins here; does a quoted cell not end?`;
    throw new TableError(this.source, 'too-large', message, { line: this.line });
  }
}

/** Whether a row that is not whole cannot become right: an error at its very end may yet do so. */
function isBrokenQuote(rest: string, errors: number): boolean {
  return errors > 1 || (errors === 1 && rest.slice(rest.lastIndexOf('"') + 1).trim() !== '');
}

/** What papaparse finds in a text. */
interface Parsed {
  readonly rows: string[][];
  /** Errors of quoting; one with the number of no row is of the row that is not whole. */
  readonly errors: readonly { readonly row: number; readonly code: string }[];
  /** Where the last whole row ends. */
  readonly end: number;
}

/**
 * Cuts a text into rows.
 *
 * @param text with `\n` as line ends
 * @param delimiter what separates cells
 * @param wholeOnly whether a last row without a line end is left out, because more may come
 * @param most the most rows; all by default
 */
export function parseRows(text: string, delimiter: string, wholeOnly: boolean, most = 0): Parsed {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: most });
  const { data, errors, meta } = parser.parse(text, 0, wholeOnly) as {
    data: string[][];
    errors: { row: number; code: string }[];
    meta: { cursor: number };
  };
  return { rows: data, errors, end: meta.cursor };
}

function lineEnds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}
