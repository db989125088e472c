import { plainText } from '@tenfold/core';
import { setImmediate } from 'node:timers/promises';
import stringWidth from 'string-width';

import { type Cell, cellText, paintCell } from './cell.js';
import type { Colours } from './colours.js';
import type { Output } from './output.js';

/** How a table is set. */
export interface TableOptions {
  /** The columns' headings. */
  head: readonly string[];
  /** Which columns hold numbers and are set to the right. */
  right?: readonly number[];
  /** Spaces between columns. Default 2. */
  gap?: number;
}

/** So many rows are measured, or so many characters written, before the event loop gets a turn. */
const rowsPerTurn = 4096;
const charactersPerTurn = 65_536;

/**
 * A small table as text, without lines: columns two spaces apart under dim headings, wide characters two cells wide.
 * Lines carry no trailing spaces.
 */
export function table(colours: Colours, options: TableOptions, rows: readonly (readonly Cell[])[]): string {
  const columns = new Columns(options);
  for (const row of rows) columns.widen(row);
  return [headOf(colours, options), ...rows].map((row) => columns.line(row)).join('\n');
}

/**
 * Prints a table of any number of rows, as `table` sets it. Its rows are gone through twice, once for the widths of
 * the columns and once to print them, and never held together; a slow reader holds it up. With --json nothing is
 * printed.
 *
 * @param out where to print
 * @param options headings, alignment and gap
 * @param rows the rows: an array, or an object whose iterator begins anew each time
 * @param signal stops it between two pieces
 * @throws the signal's reason when it is aborted
 */
export async function streamTable(
  out: Output,
  options: TableOptions,
  rows: Iterable<readonly Cell[]>,
  signal: AbortSignal,
): Promise<void> {
  if (out.options.json) return;
  const columns = await measure(options, rows, signal);
  let lines = [columns.line(headOf(out.colours, options))];
  let characters = 0;
  for (const row of rows) {
    const line = columns.line(row);
    lines.push(line);
    characters += line.length;
    if (characters < charactersPerTurn) continue;
    await out.printSlowly(lines.join('\n'), signal);
    lines = [];
    characters = 0;
  }
  if (lines.length > 0) await out.printSlowly(lines.join('\n'), signal);
}

async function measure(
  options: TableOptions,
  rows: Iterable<readonly Cell[]>,
  signal: AbortSignal,
): Promise<Columns> {
  const columns = new Columns(options);
  let measured = 0;
  for (const row of rows) {
    columns.widen(row);
    if (++measured % rowsPerTurn !== 0) continue;
    await setImmediate();
    signal.throwIfAborted();
  }
  return columns;
}

function headOf({ dim }: Colours, { head }: TableOptions): Cell[] {
  return head.map((text) => ({ text, paint: (title) => dim(title) }));
}

/** The columns of a table: how wide each is, and at which side its cells stand. */
class Columns {
  readonly #widths: number[];
  readonly #right: ReadonlySet<number>;
  readonly #gap: string;

  constructor({ head, right = [], gap = 2 }: TableOptions) {
    this.#widths = head.map((title) => stringWidth(plainText(title)));
    this.#right = new Set(right);
    this.#gap = ' '.repeat(gap);
  }

  /** Makes room for a row. */
  widen(row: readonly Cell[]): void {
    for (const [column, cell] of row.entries()) {
      this.#widths[column] = Math.max(this.#widths[column] ?? 0, stringWidth(cellText(cell)));
    }
  }

  /** A row as a line. */
  line(row: readonly Cell[]): string {
    return row
      .map((cell, column) => {
        const width = this.#widths[column] ?? 0;
        const room = ' '.repeat(Math.max(0, width - stringWidth(cellText(cell))));
        return this.#right.has(column) ? room + paintCell(cell) : paintCell(cell) + room;
      })
      .join(this.#gap)
      .trimEnd();
  }
}
