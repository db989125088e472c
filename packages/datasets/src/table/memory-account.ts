import { TableSizeError } from './table-error.js';

/** Counts the memory that a table takes while it is read. */
export class MemoryAccount {
  /** Rows read so far. */
  rows = 0;
  /** What a row will take at the end, beside what is held until then. */
  perRow = 0;
  private held = 0;

  constructor(
    private readonly source: string,
    private readonly maxBytes: number,
  ) {}

  /**
   * Takes memory that is held from now on.
   *
   * @param bytes how much; less than 0 gives some back
   * @throws TableSizeError when there is not so much, or would not be at the end
   */
  take(bytes: number): void {
    this.held += bytes;
    const needed = this.held + this.rows * this.perRow;
    if (needed > this.maxBytes) throw new TableSizeError(this.source, this.rows, needed, this.maxBytes);
  }
}
