import { TableSizeError } from './table-error.js';

/** Counts the memory that a table takes while it is read. */
export class MemoryAccount {
  /** Rows read so far, for the refusal. */
  rows = 0;
  private held = 0;

  constructor(
    private readonly source: string,
    private readonly maxBytes: number,
  ) {}

  /** The bytes taken so far. */
  get bytes(): number {
    return this.held;
  }

  /**
   * Takes memory that is held from now on.
   *
   * @param bytes how much; less than 0 gives some back
   * @param ahead what will be needed at the end for what is read so far, and is not held yet
   * @throws TableSizeError when there is not so much
   */
  take(bytes: number, ahead = 0): void {
    this.held += bytes;
    const needed = this.held + ahead;
    if (needed > this.maxBytes) throw new TableSizeError(this.source, this.rows, needed, this.maxBytes);
  }
}
