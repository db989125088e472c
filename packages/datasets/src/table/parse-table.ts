import { Matrix } from '@tenfold/linalg';
import Papa from 'papaparse';

import type { TableDataset } from '../dataset.js';
import { cellError, isBlank, toNumber } from './cells.js';
import { decodeText } from './decode-text.js';
import { TableError } from './table-error.js';
import { parseTableHeader, type TableHeader } from './table-header.js';

/** How a table is read. */
export interface TableOptions {
  /** The name of the column with the labels. */
  target: string;
  /** What separates cells. Default a comma. */
  delimiter?: string;
}

/** How a table without labels is read. */
export type FeatureTableOptions = Omit<TableOptions, 'target'> & { target?: undefined };

/** A table without labels. */
export type FeatureTable = Omit<TableDataset, 'target' | 'targetNames'>;

/** What `parseTable` may be told beside. */
export interface ParseOptions {
  /** What errors call the table: a path. Default "the table". */
  source?: string;
  /** The data set's name. Default the source. */
  name?: string;
}

/**
 * Reads a table in the form of RFC 4180: a header, then one sample a row. Cells may be quoted, lines may end in CR LF,
 * a byte order mark and blank lines are passed over. Every column but the target must hold finite numbers. The labels
 * are numbers when all of them are, else text. Without a `target` all columns are features.
 *
 * @param table the text, or its bytes in UTF-8
 * @throws TableError with the line and column as an editor counts them, or when the bytes are in another encoding
 */
export function parseTable(table: string | Uint8Array, options: TableOptions & ParseOptions): TableDataset;
export function parseTable(
  table: string | Uint8Array,
  options?: FeatureTableOptions & ParseOptions,
): FeatureTable;
export function parseTable(
  table: string | Uint8Array,
  options: (TableOptions | FeatureTableOptions) & ParseOptions = {},
): TableDataset | FeatureTable {
  const { source = 'the table', name = source, delimiter = ',' } = options;
  const rows = new TableRows(options.target, source);
  const text = typeof table === 'string' ? table : decodeText(table, source);
  readRows(text, delimiter, source, (cells, line) => {
    rows.add(cells, line);
  });
  return rows.finish(name);
}

/** Collects the rows of a table, each checked as it comes. */
class TableRows {
  private header: TableHeader | undefined;
  private readonly features: Float64Array[] = [];
  private readonly labels: string[] = [];

  constructor(
    private readonly target: string | undefined,
    private readonly source: string,
  ) {}

  add(cells: readonly string[], line: number): void {
    if (this.header) this.addRow(this.header, cells, line);
    else this.header = parseTableHeader(cells, this.target, this.source);
  }

  finish(name: string): TableDataset | FeatureTable {
    if (!this.header) throw new TableError(this.source, 'empty', 'there is nothing in it');
    if (this.features.length === 0)
      throw new TableError(this.source, 'no-rows', 'there is no row below the header');
    const { names, featureIndices, targetIndex } = this.header;
    const data = toMatrix(this.features, featureIndices.length);
    const featureNames = featureIndices.map((i) => names[i]);
    const DESCR = `${name}: a table of ${data.rows} rows and ${data.columns} features.`;
    const table = { name, data, featureNames, DESCR };
    return targetIndex < 0 ? table : { ...table, ...readLabels(this.labels) };
  }

  private addRow(
    { names, featureIndices, targetIndex }: TableHeader,
    cells: readonly string[],
    line: number,
  ): void {
    const { source } = this;
    if (cells.length !== names.length) {
      const message = `expected ${names.length} cells as in the header, got ${cells.length}`;
      throw new TableError(source, 'ragged', message, { line });
    }
    const row = new Float64Array(featureIndices.length);
    for (let i = 0; i < row.length; i++) {
      const column = featureIndices[i];
      const value = toNumber(cells[column]);
      if (value === undefined) {
        throw cellError(source, cells[column], { line, column: column + 1, columnName: names[column] });
      }
      row[i] = value;
    }
    this.features.push(row);
    if (targetIndex >= 0) this.labels.push(this.label(cells[targetIndex], names, targetIndex, line));
  }

  private label(cell: string, names: readonly string[], index: number, line: number): string {
    if (!isBlank(cell)) return cell;
    const place = { line, column: index + 1, columnName: names[index], value: cell };
    throw new TableError(this.source, 'missing-value', 'the label is missing', place);
  }
}

/** Passes the cells of each row that is not blank, with the line on which it starts. */
function readRows(
  text: string,
  delimiter: string,
  source: string,
  take: (cells: readonly string[], line: number) => void,
): void {
  // One kind of line end, so that lines can be counted and a mixture does no harm.
  const lines = stripMark(text).replace(/\r\n?/g, '\n');
  const quoted = lines.includes('"');
  let line = 1;
  Papa.parse<string[]>(lines, {
    delimiter,
    newline: '\n',
    fastMode: !quoted,
    step: ({ data: cells, errors }) => {
      const problem = errors.find(({ type }) => type === 'Quotes');
      if (problem) throw new TableError(source, 'quotes', quoteMessage(problem.code), { line });
      if (cells.length > 1 || cells[0] !== '') take(cells, line);
      line += 1 + (quoted ? cells.reduce((sum, cell) => sum + newlines(cell), 0) : 0);
    },
  });
}

function quoteMessage(code: string): string {
  return code === 'MissingQuotes'
    ? 'a quoted cell begins here and does not end'
    : 'a quote stands inside a cell; inside quotes write it twice, ""';
}

function toMatrix(rows: readonly Float64Array[], columns: number): Matrix {
  const matrix = new Matrix(rows.length, columns);
  rows.forEach((row, i) => matrix.setRow(i, row));
  return matrix;
}

function readLabels(cells: readonly string[]): Pick<TableDataset, 'target' | 'targetNames'> {
  const numbers = cells.map(toNumber);
  if (numbers.every((value) => value !== undefined)) {
    const names = [...new Set(numbers)].sort((a, b) => a - b).map(String);
    return { target: numbers, targetNames: names };
  }
  return { target: cells, targetNames: [...new Set(cells)].sort() };
}

function newlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
