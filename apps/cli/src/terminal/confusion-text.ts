import { formatNumpy } from 'tenfold';

import type { Output } from './output.js';

/**
 * A confusion matrix as NumPy prints it. On a terminal with colours the right predictions are green, the wrong
 * ones red, and the zeros stand back; the characters are the same.
 */
export function confusionText(out: Output, matrix: number[][]): string {
  const lines = formatNumpy(matrix).split('\n');
  const { green, red, dim } = out.colours;
  // A row that NumPy wraps is no longer one line; it is left as it is.
  if (lines.length !== matrix.length) return lines.join('\n');
  return lines
    .map((line, row) => {
      let column = 0;
      return line.replace(/\d+/g, (number) => {
        const paint = number === '0' ? dim : column === row ? green : red;
        column++;
        return paint(number);
      });
    })
    .join('\n');
}
