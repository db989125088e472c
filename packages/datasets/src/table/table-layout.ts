import { workMeter } from '@tenfold/linalg';

import { isBlankRow } from './cells.js';
import { TextPieces } from './decode-text.js';
import { findDelimiter } from './find-delimiter.js';
import { LineEnds } from './line-ends.js';
import { numberedColumns, parseHeader } from './parse-header.js';
import { pieces } from './pieces.js';
import { RowSplitter } from './split-rows.js';
import { tableChunks } from './table-chunks.js';
import { TableError } from './table-error.js';
import {
  type CheckedTableOptions,
  checkTableOptions,
  type ParseOptions,
  type TableOptions,
} from './table-options.js';
import { TableSample } from './table-sample.js';

/** How the first lines of a table are laid out. */
export interface TableLayout {
  /** What separates cells. */
  readonly delimiter: string;
  /**
   * The columns' names, as `parseTable` gives them; without a header their numbers. A column with neither a name nor a
   * value, which `parseTable` passes over, has an empty one.
   */
  readonly columns: readonly string[];
}

/**
 * Reads how a table is laid out, by the same rules as `parseTableAsync`, from its first lines: some 64 kB of text.
 *
 * @param table the text, its bytes, gzipped or not, or chunks of them
 * @param options as of `parseTableAsync`; of those, the ones about the header are used
 * @throws TableError, ParameterError as `parseTable`; rejects with the signal's reason when cancelled
 */
export async function readTableLayout(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: TableOptions & ParseOptions = {},
): Promise<TableLayout> {
  const checked = checkTableOptions('readTableLayout', options);
  checked.signal?.throwIfAborted();
  const { text, whole } = await readSample(table, checked);
  const delimiter = checked.delimiter ?? findDelimiter(text, whole, checked).delimiter;
  const [first, second] = firstRows(text, whole, delimiter, checked.source);
  if (first === undefined) throw new TableError(checked.source, 'empty', 'there is nothing in it');
  const { names, blank } =
    checked.header === false
      ? numberedColumns(first.cells.length)
      : parseHeader(first.cells, first.line, second?.cells ?? [], checked);
  return { delimiter, columns: names.map((name, i) => (blank.has(i) ? '' : name)) };
}

/** The text in which the layout is looked for, and whether that is the whole table. */
async function readSample(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  { source, signal }: CheckedTableOptions,
): Promise<{ text: string; whole: boolean }> {
  const sample = new TableSample();
  const lineEnds = new LineEnds();
  const text = new TextPieces(source);
  for await (const chunk of tableChunks(table, source, signal)) {
    for (const piece of pieces(chunk)) {
      if (sample.add(lineEnds.take(text.take(piece)))) return { text: sample.text, whole: false };
      await workMeter.spend(piece.length, signal);
    }
  }
  sample.add(lineEnds.take(text.end()) + lineEnds.end());
  return { text: sample.text, whole: true };
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The first two rows that are not blank. */
function firstRows(text: string, whole: boolean, delimiter: string, source: string): (Row | undefined)[] {
  const rows: Row[] = [];
  const splitter = new RowSplitter(delimiter, source, (cells, line) => {
    if (rows.length < 2 && !isBlankRow(cells)) rows.push({ cells, line });
  });
  splitter.push(text);
  if (whole || rows.length === 0) splitter.end();
  return rows;
}
