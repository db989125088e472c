import { formatCount, toFixedEven } from '@tenfold/core';

import type { MatrixStyle } from './cell-colors.js';
import { cellValue, type MatrixData, type Normalization } from './matrix-data.js';

/** How the texts of all cells are written. */
export interface Annotations {
  /** Height of the font in pixels; 0 when cells are too small for any text. */
  readonly size: number;
  readonly text: (row: number, column: number) => string;
}

type Format = (value: number) => string;

const LARGEST = 14;
const SMALLEST = 9;
/** Width of a digit as a share of the font's height; other characters of numbers are no wider. */
const DIGIT = 0.62;
const MARGIN = 6;

/** From this many classes on, cells with nothing in them stay empty in the theme's style. */
const CROWDED = 21;

/**
 * Finds the longest form of the cells' texts that fits all of them at a size that can be read; without such a form
 * cells stay empty, and their values are shown on hover, on focus and in the table.
 *
 * @param style how the matrix is drawn
 * @param data the matrix
 * @param normalization what cells show
 * @param cell side of a cell in pixels
 */
export function annotate(
  style: MatrixStyle,
  data: MatrixData,
  normalization: Normalization,
  cell: number,
): Annotations {
  const isCrowded = data.labels.length >= CROWDED;
  for (const format of formats(style, normalization)) {
    const longest = longestText(data, normalization, format);
    const size = Math.min(LARGEST, cell * 0.5, (cell - MARGIN) / (longest * DIGIT));
    if (size < SMALLEST) continue;
    const text = (row: number, column: number): string => {
      const value = cellValue(data, normalization, row, column);
      return value === 0 && style === 'theme' && isCrowded ? '' : format(value);
    };
    return { size: Math.floor(size * 2) / 2, text };
  }
  return { size: 0, text: () => '' };
}

/** The forms of a value, the longest first. */
function formats(style: MatrixStyle, normalization: Normalization): readonly Format[] {
  if (normalization === 'counts') {
    const whole: Format = formatCount;
    if (style === 'seaborn') return [(value) => toFixedEven(value, 3), whole, abbreviated];
    return [whole, abbreviated];
  }
  const percent: Format = (share) => (share === 0 ? '0' : String(Math.max(1, Math.round(share * 100))));
  const short: Format = (share) =>
    share === 0 ? '0' : share === 1 ? '1' : toFixedEven(share, 2).replace(/^0/, '');
  const long: Format = (share) =>
    share === 0 && style === 'theme' ? '0' : toFixedEven(share, style === 'seaborn' ? 3 : 2);
  return [long, short, percent];
}

/** A count in at most four characters: 1234 is "1.2k", 60000 is "60k". */
export function abbreviated(count: number): string {
  if (count < 1000) return String(count);
  const [divisor, unit] = count < 999_500 ? [1e3, 'k'] : [1e6, 'M'];
  const scaled = count / divisor;
  return `${scaled < 9.95 ? scaled.toFixed(1) : Math.round(scaled)}${unit}`;
}

function longestText(data: MatrixData, normalization: Normalization, format: Format): number {
  let longest = 1;
  for (let row = 0; row < data.counts.length; row++) {
    for (let column = 0; column < data.counts.length; column++)
      longest = Math.max(longest, format(cellValue(data, normalization, row, column)).length);
  }
  return longest;
}
