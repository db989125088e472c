import { type Cell, paintCell } from './cell.js';
import type { Colours } from './colours.js';
import { wrap } from './wrap.js';

/** A name and its value: one cell, or several a space apart. */
export type Fact = readonly [name: string, value: Cell | readonly Cell[]];

/**
 * Facts under each other: dim names in a column, values behind them.
 *
 * @param colours the palette
 * @param pairs each name with its value
 * @param width where to break values of one plain text; left out, they are not broken
 */
export function facts(colours: Colours, pairs: readonly Fact[], width = Infinity): string {
  const indent = pairs.reduce((widest, [name]) => Math.max(widest, name.length), 0) + 2;
  return pairs
    .map(([name, value]) => {
      const text = isSeveral(value) ? value.map(paintCell).join(' ') : paintCell(value);
      const lines = typeof value === 'string' ? wrap(text, width - indent).split('\n') : [text];
      return `${colours.dim(name.padEnd(indent))}${lines.join(`\n${' '.repeat(indent)}`)}`;
    })
    .join('\n');
}

function isSeveral(value: Fact[1]): value is readonly Cell[] {
  return Array.isArray(value);
}
