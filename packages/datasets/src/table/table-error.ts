import { InputError } from '@tenfold/errors';

/**
 * What is wrong with a table: nothing in it (`empty`), a header and nothing else (`no-rows`), a row of another length
 * (`ragged`), a column named twice (`duplicate-column`), no column of the target's name (`missing-column`), nothing
 * beside the target (`no-features`), a cell with nothing in it (`missing-value`), NaN or infinity (`non-finite`), text
 * where a number belongs (`text`), a quote that does not end (`quotes`), bytes that are no UTF-8 (`encoding`), or more
 * than one string can hold (`too-large`).
 */
export type TableProblem =
  | 'empty'
  | 'no-rows'
  | 'ragged'
  | 'duplicate-column'
  | 'missing-column'
  | 'no-features'
  | 'missing-value'
  | 'non-finite'
  | 'text'
  | 'quotes'
  | 'encoding'
  | 'too-large';

/** Where in a table something is wrong, as far as that can be said. */
export interface TablePlace {
  /** The line in the file, counted from 1 as an editor shows it; the header is line 1. */
  line?: number;
  /** The column, counted from 1. */
  column?: number;
  /** The column's name. */
  columnName?: string;
  /** What the cell holds. */
  value?: string;
}

/** A table cannot be read. */
export class TableError extends InputError {
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly columnName: string | undefined;
  readonly value: string | undefined;

  /**
   * @param source the file's path, or "the table"
   * @param problem what is wrong
   * @param message the same in words
   * @param place where
   */
  constructor(
    readonly source: string,
    readonly problem: TableProblem,
    message: string,
    place: TablePlace = {},
  ) {
    super(`${source}${describePlace(place)}: ${message}`);
    this.line = place.line;
    this.column = place.column;
    this.columnName = place.columnName;
    this.value = place.value;
  }
}

function describePlace({ line, column, columnName }: TablePlace): string {
  const parts: string[] = [];
  if (line !== undefined) parts.push(`line ${line}`);
  if (column !== undefined)
    parts.push(`column ${column}${columnName === undefined ? '' : ` (${columnName})`}`);
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
}
