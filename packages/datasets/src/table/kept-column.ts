import { detached } from './cells.js';
import type { MemoryAccount } from './memory-account.js';

/** Bytes of a text in an array, beside its characters. */
const PER_TEXT = 32;

/** The text of a column of a table, as it is written. */
export class KeptColumn {
  private readonly values: string[] = [];

  constructor(
    private readonly name: string,
    private readonly column: number,
    private readonly account: MemoryAccount,
  ) {}

  add(cells: readonly string[]): void {
    const cell = cells[this.column];
    this.account.take(PER_TEXT + 2 * cell.length);
    this.values.push(detached(cell));
  }

  finish(): { name: string; values: string[] } {
    return { name: this.name, values: this.values };
  }
}
