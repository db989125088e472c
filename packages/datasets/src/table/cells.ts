const TRUE = new Set(['True', 'true', 'TRUE']);
const FALSE = new Set(['False', 'false', 'FALSE']);
const PREFIX = /^0[xob]/i;
const INFINITE = /^[+-]?inf(inity)?$/i;

/** Reads the number in a cell, or gives undefined when there is none. */
export type NumberReader = (cell: string) => number | undefined;

/**
 * A reader of numbers: digits with a sign, the decimal mark and an exponent, blanks around them. Leading zeros do not
 * count, and there is no minus zero. What is too large for a double is none.
 */
export function numberReader(decimal: '.' | ','): NumberReader {
  return decimal === '.'
    ? (cell) => digitsOnly(cell) ?? pointNumber(cell)
    : (cell) => digitsOnly(cell) ?? (cell.includes('.') ? undefined : pointNumber(cell.replace(',', '.')));
}

/** The value of one to nine digits: most cells of most tables, read in a fraction of the time. */
function digitsOnly(cell: string): number | undefined {
  if (cell.length === 0 || cell.length > 9) return undefined;
  let value = 0;
  for (let i = 0; i < cell.length; i++) {
    const digit = cell.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** Number() alone also reads "", "0x10" and "Infinity". */
function pointNumber(cell: string): number | undefined {
  const value = Number(cell);
  if (value === 0) return /\d/.test(cell) && !hasPrefix(cell) ? 0 : undefined;
  return Number.isFinite(value) && !hasPrefix(cell) ? value : undefined;
}

/** Whether it is a number in base 16, 8 or 2: zero and a letter, after blanks of any kind. */
function hasPrefix(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return first === 48 ? PREFIX.test(cell) : (first <= 32 || first > 127) && PREFIX.test(cell.trim());
}

/** The truth value in a cell, as Python, R and JSON write it, or undefined when there is none. */
export function toBoolean(cell: string): boolean | undefined {
  const text = cell.trim();
  return TRUE.has(text) ? true : FALSE.has(text) ? false : undefined;
}

/** Whether a cell holds an infinity, by name or as a number that is too large. */
export function isInfinite(cell: string, decimal: '.' | ','): boolean {
  const text = cell.trim();
  const value = Number(decimal === ',' ? text.replace(',', '.') : text);
  return INFINITE.test(text) || value === Infinity || value === -Infinity;
}

/** Whether a cell holds nothing: it is blank. */
export function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

/** Whether every cell of a row is blank. */
export function isBlankRow(cells: readonly string[]): boolean {
  return isBlank(cells[0]) && cells.every(isBlank);
}

/** A copy that does not keep the long text alive from which it was cut. */
export function detached(text: string): string {
  return text.length < SHORTEST_SLICE ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** V8 copies shorter pieces anyway. */
const SHORTEST_SLICE = 13;
