import type { Table } from '../dataset.js';
import { findDelimiter } from './find-delimiter.js';
import { LineEnds } from './line-ends.js';
import { RowSplitter } from './split-rows.js';
import { TableBuilder } from './table-builder.js';
import type { CheckedTableOptions } from './table-options.js';

/** The text in which the delimiter is looked for, when it holds two lines; else more is waited for, up to the other. */
const SAMPLE = 1 << 16;
const LARGEST_SAMPLE = 1 << 25;

/** Reads a table from text that comes piece by piece. */
export class TableParser {
  private readonly lineEnds = new LineEnds();
  private readonly builder: TableBuilder;
  private splitter: RowSplitter | undefined;
  private sample = '';
  private sampleLines = 0;

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
    this.sample += text;
    for (let at = text.indexOf('\n'); at >= 0 && this.sampleLines < 2; at = text.indexOf('\n', at + 1)) {
      this.sampleLines++;
    }
    const enough = this.sampleLines >= 2 ? SAMPLE : LARGEST_SAMPLE;
    if (this.sample.length >= enough) this.start(false);
  }

  private start(whole: boolean): RowSplitter {
    const { delimiter, warning } = findDelimiter(this.sample, whole, this.options);
    if (warning !== undefined) this.builder.warn(warning);
    this.splitter = this.splitAt(delimiter);
    this.splitter.push(this.sample);
    this.sample = '';
    return this.splitter;
  }

  private splitAt(delimiter: string): RowSplitter {
    return new RowSplitter(delimiter, this.options.source, (cells, line) => {
      this.builder.add(cells, line);
    });
  }
}
