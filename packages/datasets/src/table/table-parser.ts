import type { Table } from '../dataset.js';
import { findDelimiter } from './find-delimiter.js';
import { LineEnds } from './line-ends.js';
import { RowSplitter } from './split-rows.js';
import { TableBuilder } from './table-builder.js';
import type { CheckedTableOptions } from './table-options.js';
import { TableSample } from './table-sample.js';

/** Reads a table from text that comes piece by piece. */
export class TableParser {
  private readonly lineEnds = new LineEnds();
  private readonly builder: TableBuilder;
  private splitter: RowSplitter | undefined;
  private sample = new TableSample();

  constructor(private readonly options: CheckedTableOptions) {
    this.builder = new TableBuilder(options);
    if (options.delimiter !== undefined) this.splitter = this.splitAt(options.delimiter);
  }

  /** Rows read so far. */
  get rows(): number {
    return this.builder.rows;
  }

  /** Takes the next piece of the text. */
  push(piece: string): void {
    this.take(this.lineEnds.take(piece));
  }

  /** The table, when there is no more text. Yields the work done. */
  *finish(): Generator<number, Table> {
    this.take(this.lineEnds.end());
    const splitter = this.splitter ?? this.start(true);
    splitter.end();
    return yield* this.builder.finish();
  }

  private take(text: string): void {
    if (this.splitter !== undefined) {
      this.splitter.push(text);
      return;
    }
    if (this.sample.add(text)) this.start(false);
  }

  private start(whole: boolean): RowSplitter {
    const { text } = this.sample;
    const { delimiter, warning } = findDelimiter(text, whole, this.options);
    if (warning !== undefined) this.builder.warn(warning);
    this.splitter = this.splitAt(delimiter);
    this.splitter.push(text);
    this.sample = new TableSample();
    return this.splitter;
  }

  private splitAt(delimiter: string): RowSplitter {
    return new RowSplitter(delimiter, this.options.source, (cells, line) => {
      this.builder.add(cells, line);
    });
  }
}
