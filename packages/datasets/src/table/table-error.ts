import { formatMegabytes, InputError } from '@tenfold/core';

/**
 * What is wrong with a table: nothing in it (`empty`), a header and nothing else (`no-rows`), numbers where the header
 * belongs (`no-header`), a row of another length (`ragged`), a column named twice (`duplicate-column`), a column that is
 * asked for and not there (`missing-column`), one asked for in two roles (`column-clash`), nothing beside the target
 * (`no-features`), a feature or a label that is missing (`missing-value`, `missing-label`), NaN or infinity (`non-finite`), text where a number
 * belongs (`text`), a label of another kind than asked for (`label-type`), labels that are no classes (`continuous`), a
 * quote that does not end (`quotes`), bytes that are no UTF-8 (`encoding`), damaged gzip data (`gzip`), or more than
 * may be held (`too-large`).
 */
export type TableProblem =
  | 'empty'
  | 'no-rows'
  | 'no-header'
  | 'ragged'
  | 'duplicate-column'
  | 'missing-column'
  | 'column-clash'
  | 'no-features'
  | 'missing-value'
  | 'missing-label'
  | 'non-finite'
  | 'text'
  | 'label-type'
  | 'continuous'
  | 'quotes'
  | 'encoding'
  | 'gzip'
  | 'too-large';

/** Where in a table something is wrong, as far as that can be said. */
export interface TablePlace {
  /** The line in the file, counted from 1 as an editor shows it. */
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
    options?: ErrorOptions,
  ) {
    super(`${source}${describePlace(place)}: ${message}`, options);
    this.line = place.line;
    this.column = place.column;
    this.columnName = place.columnName;
    this.value = place.value;
  }
}

/** A table has not the columns that are wanted as features. */
export class TableColumnsError extends TableError {
  /**
   * @param source the file's path, or "the table"
   * @param missing the columns that are wanted and not there, in the order wanted
   * @param unexpected the columns that are there and not wanted, in the table's order
   * @param taken those of the missing that are there in another role: the target, or left out
   * @param message all in words
   */
  constructor(
    source: string,
    readonly missing: readonly string[],
    readonly unexpected: readonly string[],
    readonly taken: readonly string[],
    message: string,
  ) {
    super(source, 'missing-column', message);
  }
}

/** A table would take more memory than it may. */
export class TableSizeError extends TableError {
  /**
   * @param source the file's path, or "the table"
   * @param rows the rows read so far
   * @param bytes the memory that they and the next ones need
   * @param maxBytes the memory that the table may take
   */
  constructor(
    source: string,
    readonly rows: number,
    readonly bytes: number,
    readonly maxBytes: number,
  ) {
    const needed = `after ${rows} rows the table needs ${formatMegabytes(bytes)} of memory, and the limit is`;
    super(
      source,
      'too-large',
      `${needed} ${formatMegabytes(maxBytes)}: leave columns out or read fewer rows`,
    );
  }
}

function describePlace({ line, column, columnName }: TablePlace): string {
  const parts: string[] = [];
  if (line !== undefined) parts.push(`line ${line}`);
  if (column !== undefined)
    parts.push(`column ${column}${columnName === undefined ? '' : ` (${columnName})`}`);
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
}
