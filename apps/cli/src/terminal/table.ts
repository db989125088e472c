import Table from 'cli-table3';

import type { Colours } from './output.js';
import { wrap } from './wrap.js';

/** How a table is set. */
export interface TableOptions {
  /** The columns' headings. */
  head: string[];
  /** Which columns hold numbers and are set to the right. */
  right?: number[];
  /** Spaces between columns. Default 2. */
  gap?: number;
}

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** A table without lines: columns two spaces apart under dim headings. Lines carry no trailing spaces. */
export function table(
  colours: Colours,
  { head, right = [], gap = 2 }: TableOptions,
  rows: string[][],
): string {
  const drawn = new Table({
    head: head.map((title) => colours.dim(title)),
    chars: { ...noLines, middle: ' '.repeat(gap) },
    colAligns: head.map((_, column) => (right.includes(column) ? 'right' : 'left')),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
  drawn.push(...rows);
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/**
 * Facts under each other: dim names in a column, values behind them.
 *
 * @param colours the palette
 * @param pairs each name with its value
 * @param width where to break plain values; left out, they are not broken
 */
export function facts(
  colours: Colours,
  pairs: readonly (readonly [string, string])[],
  width = Infinity,
): string {
  const indent = Math.max(...pairs.map(([name]) => name.length)) + 2;
  return pairs
    .map(([name, value]) => {
      const lines = wrap(value, width - indent).split('\n');
      return `${colours.dim(name.padEnd(indent))}${lines.join(`\n${' '.repeat(indent)}`)}`;
    })
    .join('\n');
}
