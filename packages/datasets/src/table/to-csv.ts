import type { Label } from '@tenfold/linalg';

import Papa from 'papaparse';

/** The options of `toCsv`. */
export interface CsvOptions {
  /** What ends a row: Windows' programs write `\r\n`. Default `\n`. */
  readonly newline?: '\n' | '\r\n';
}

// A formula has more than one character, so that the classes + and - stay as they are; a number is none.
const NUMBER = String.raw`[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?)`;
const FORMULA = new RegExp(String.raw`^(?!.$|${NUMBER}$)[=+\-@\t\r]`, 'i');

/**
 * Rows as CSV (RFC 4180), each with its end of line. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it, as labels and names come from files of others; texts that are numbers, such as `-1`, stay as they are.
 *
 * @param rows each as long as the first, or not: every row is written as it is
 * @param options of it
 * @param options.newline what ends a row
 * @returns '' for no rows
 */
export function toCsv(rows: readonly (readonly Label[])[], { newline = '\n' }: CsvOptions = {}): string {
  if (rows.length === 0) return '';
  // papaparse's types ask for arrays that may be changed; it does not change them.
  return `${Papa.unparse(rows as Label[][], { newline, escapeFormulae: FORMULA })}${newline}`;
}
