import { describe } from '@tenfold/errors';

import { TableError, type TablePlace } from './table-error.js';

const MISSING = /^(|na|n\/a|null|none|\?)$/i;
const NOT_FINITE = /^[+-]?(nan|inf|infinity)$/i;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number in a cell, or undefined when there is none. Number() alone also reads "", "0x10" and "Infinity". */
export function toNumber(cell: string): number | undefined {
  return digitsOnly(cell) ?? decimal(cell.trim());
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

function decimal(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) && DECIMAL.test(text) ? value : undefined;
}

/** Whether a cell holds nothing: it is blank. */
export function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** Says why a cell of a feature is no number. */
export function cellError(source: string, cell: string, place: TablePlace): TableError {
  const text = cell.trim();
  const full = { ...place, value: cell };
  if (MISSING.test(text)) {
    const shown = text === '' ? 'the cell is empty' : `${describe(text)} stands for a missing value`;
    return new TableError(source, 'missing-value', `${shown}; every feature needs a number`, full);
  }
  if (NOT_FINITE.test(text) || DECIMAL.test(text)) {
    return new TableError(source, 'non-finite', `${describe(text)} is not a finite number`, full);
  }
  return new TableError(source, 'text', `expected a number, got ${describe(cell)}`, full);
}
