import { Pages } from '../shared/virtual-pages.js';
import type { VisibleRange } from '../shared/virtual-scroll.js';

/** Rows and columns of a block that is asked for at a time. */
export const BLOCK_ROWS = 64;
export const BLOCK_COLUMNS = 16;

/** Bytes of texts that are kept, about. */
const BUDGET = 8 * 2 ** 20;

/** Rows or columns: the first, and how many. */
type Stretch = [start: number, count: number];

/** What a table's blocks are made of. */
export interface TableBlocksParts {
  readonly rows: number;
  readonly columns: number;
  readonly load: (rows: Stretch, columns: Stretch, signal: AbortSignal) => Promise<readonly string[]>;
  readonly onChange: () => void;
}

/** The texts of a table's cells, which come in blocks. */
export class TableBlocks {
  readonly #parts: TableBlocksParts;
  readonly #across: number;
  readonly #pages: Pages<readonly string[]>;

  constructor(parts: TableBlocksParts) {
    this.#parts = parts;
    this.#across = Math.max(1, Math.ceil(parts.columns / BLOCK_COLUMNS));
    this.#pages = new Pages({
      load: (page, signal) => parts.load(...this.#stretches(page), signal),
      sizeOf: (texts) => 16 * texts.length,
      budget: BUDGET,
      onChange: parts.onChange,
    });
  }

  /** The error of a wanted block that could not be loaded. */
  get failure(): string | undefined {
    return this.#pages.failure;
  }

  /** The text of a cell, if it is here. */
  get(row: number, column: number): string | undefined {
    const page = Math.floor(row / BLOCK_ROWS) * this.#across + Math.floor(column / BLOCK_COLUMNS);
    const [, [first, count]] = this.#stretches(page);
    return this.#pages.get(page)?.[(row % BLOCK_ROWS) * count + (column - first)];
  }

  /** Sets which cells are visible. */
  want(rows: VisibleRange, columns: VisibleRange): void {
    const pages: number[] = [];
    for (let r = Math.floor(rows.first / BLOCK_ROWS); r * BLOCK_ROWS < rows.end; r++) {
      for (let c = Math.floor(columns.first / BLOCK_COLUMNS); c * BLOCK_COLUMNS < columns.end; c++) {
        pages.push(r * this.#across + c);
      }
    }
    this.#pages.want(pages);
  }

  /** Asks again for what could not be had. */
  retry(): void {
    this.#pages.retry();
  }

  /** Forgets all of them. */
  close(): void {
    this.#pages.close();
  }

  #stretches(page: number): [rows: Stretch, columns: Stretch] {
    const { rows, columns } = this.#parts;
    const row = Math.floor(page / this.#across) * BLOCK_ROWS;
    const column = (page % this.#across) * BLOCK_COLUMNS;
    return [
      [row, Math.min(BLOCK_ROWS, rows - row)],
      [column, Math.min(BLOCK_COLUMNS, columns - column)],
    ];
  }
}
