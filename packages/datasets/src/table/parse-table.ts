import { workMeter } from '@tenfold/linalg';

import type { FeatureTable, Table, TableDataset } from '../dataset.js';
import { TextPieces } from './decode-text.js';
import { isGzip } from './gunzip-if-needed.js';
import { tableChunks } from './table-chunks.js';
import { pieces } from './pieces.js';
import { TableError } from './table-error.js';
import {
  type CheckedTableOptions,
  checkTableOptions,
  type FeatureTableOptions,
  type LabelledTableOptions,
  type ParseOptions,
  type TableOptions,
} from './table-options.js';
import { TableParser } from './table-parser.js';

/** The work of reading a character, in the units of the work meter: some twenty nanoseconds. */
const WORK_PER_CHARACTER = 10;

/**
 * Reads a table in the form of RFC 4180: a header, then one sample a row. Cells may be quoted, lines may end in CR LF,
 * LF or CR, a byte order mark and blank lines are passed over, and so are rows of blank cells at the end. Every feature
 * must hold finite numbers, or True and False, which are 1 and 0. Values that are all whole numbers from 0 to 255 are
 * bytes. Without a `target` all columns are features.
 *
 * @param table the text, or its bytes in UTF-8
 * @throws TableError with the line and column as an editor counts them, or when the bytes are in another encoding
 * @throws ParameterError when an option is unknown or has a value outside its range
 */
export function parseTable(
  table: string | Uint8Array,
  options: LabelledTableOptions & ParseOptions,
): TableDataset;
export function parseTable(
  table: string | Uint8Array,
  options?: FeatureTableOptions & ParseOptions,
): FeatureTable;
export function parseTable(table: string | Uint8Array, options: TableOptions & ParseOptions): Table;
export function parseTable(
  table: string | Uint8Array,
  options: TableOptions & ParseOptions = {},
): TableDataset | FeatureTable | Table {
  const checked = checkTableOptions('parseTable', options);
  if (typeof table !== 'string' && isGzip(table)) {
    const message = 'it is gzipped: unpack it first, or read it asynchronously';
    throw new TableError(checked.source, 'gzip', message);
  }
  const reader = new TableReader(checked);
  for (const piece of pieces(table)) reader.take(piece);
  const steps = reader.finish();
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * The same as `parseTable`, giving the event loop back as it goes, also from bytes that come one chunk after the other.
 * A chunk may be used again once the next one is asked for.
 *
 * @param table the text, its bytes, gzipped or not, or chunks of them
 * @throws TableError, ParameterError as `parseTable`; rejects with the signal's reason when cancelled
 */
export function parseTableAsync(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: LabelledTableOptions & ParseOptions,
): Promise<TableDataset>;
export function parseTableAsync(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  options?: FeatureTableOptions & ParseOptions,
): Promise<FeatureTable>;
export function parseTableAsync(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: TableOptions & ParseOptions,
): Promise<Table>;
export async function parseTableAsync(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: TableOptions & ParseOptions = {},
): Promise<TableDataset | FeatureTable | Table> {
  return readChunks(table, checkTableOptions('parseTableAsync', options));
}

/** Reads a table whose options have been checked. */
export async function readChunks(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: CheckedTableOptions,
): Promise<Table> {
  const { signal } = options;
  signal?.throwIfAborted();
  const reader = new TableReader(options);
  for await (const chunk of tableChunks(table, options.source, signal)) {
    for (const piece of pieces(chunk)) {
      reader.take(piece);
      await workMeter.spend(piece.length * WORK_PER_CHARACTER, signal);
    }
  }
  const steps = reader.finish();
  let step = steps.next();
  while (step.done !== true) {
    await workMeter.spend(step.value, signal);
    step = steps.next();
  }
  return step.value;
}

/** Takes a table's bytes or text, piece by piece. */
class TableReader {
  private readonly parser: TableParser;
  private readonly text: TextPieces;

  constructor(options: CheckedTableOptions) {
    this.parser = new TableParser(options);
    this.text = new TextPieces(options.source);
  }

  take(piece: string | Uint8Array): void {
    this.parser.push(this.text.take(piece));
  }

  *finish(): Generator<number, Table> {
    this.parser.push(this.text.end());
    return yield* this.parser.finish();
  }
}
