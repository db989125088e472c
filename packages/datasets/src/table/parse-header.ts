import { describe } from '@tenfold/core';

import { isBlank } from './cells.js';
import { type ColumnNames, list } from './find-columns.js';
import { TableError } from './table-error.js';
import type { CheckedTableOptions } from './table-options.js';

/**
 * Reads the names of the columns from the first row.
 *
 * @param cells the first row
 * @param line the line on which it starts
 * @param second the row after it, which decides whether a column without a name is empty
 * @throws TableError when a name comes twice, or numbers are there instead of names
 */
export function parseHeader(
  cells: readonly string[],
  line: number,
  second: readonly string[],
  options: CheckedTableOptions,
): ColumnNames {
  const written = cells.map((cell) => cell.trim());
  if (options.header === undefined && looksLikeNumbers(written, options)) {
    const shown = list(written);
    const message = `the first line holds numbers and looks like no header: ${shown}; say that there is none, or that this is one`;
    throw new TableError(options.source, 'no-header', message, { line });
  }
  const blank = new Set<number>();
  const taken = new Set(written);
  const names = written.map((name, i) => {
    if (name !== '') return name;
    if (isBlank(second[i] ?? '')) blank.add(i);
    return unnamed(i, taken);
  });
  checkDistinct(names, line, options);
  return { names, header: true, blank };
}

/** The columns of a table without a header: each is named by its number. */
export function numberedColumns(width: number): ColumnNames {
  return { names: Array.from({ length: width }, (_, i) => String(i)), header: false, blank: new Set() };
}

/** Warnings about a header that can be read. */
export function headerWarnings(
  { names, header }: ColumnNames,
  features: readonly number[],
  options: CheckedTableOptions,
): string[] {
  if (!header) return [];
  const warnings = unnamedWarnings(
    names,
    features.filter((i) => names[i].startsWith(UNNAMED)),
  );
  const numbers = names.filter((name) => options.toNumber(name) !== undefined);
  if (options.header === undefined && 2 * numbers.length >= names.length && !isCount(numbers, options)) {
    warnings.push(
      `the first line is taken for the header, though it holds numbers: ${list(names)}; if it is a row of data, say that there is no header`,
    );
  }
  return warnings;
}

/** One sentence, however many columns there are without a name. */
function unnamedWarnings(names: readonly string[], columns: readonly number[]): string[] {
  if (columns.length === 0) return [];
  const [first] = columns;
  const which =
    columns.length === 1
      ? `column ${first + 1} is read as a feature, but has no name of its own ("${names[first]}")`
      : `columns ${list(columns.map((i) => String(i + 1)))} are read as features, but have no names of their own`;
  return [`${which}; if it is an index, as pandas writes it, leave it out`];
}

const UNNAMED = 'Unnamed: ';

/** The name that pandas gives, by the position from 0. */
function unnamed(position: number, taken: Set<string>): string {
  let name = `${UNNAMED}${position}`;
  while (taken.has(name)) name += '_1';
  taken.add(name);
  return name;
}

/** Nothing but numbers, which do not count the columns, as NumPy's names in pandas do, and have not the target's name. */
function looksLikeNumbers(cells: readonly string[], options: CheckedTableOptions): boolean {
  if (!cells.every((cell) => options.toNumber(cell) !== undefined)) return false;
  const named = typeof options.target === 'string' && cells.includes(options.target.trim());
  const distinct = new Set(cells).size === cells.length;
  return !(distinct && (named || isCount(cells, options)));
}

/** Whether these are whole numbers that go up by one. */
function isCount(cells: readonly string[], { toNumber }: CheckedTableOptions): boolean {
  const start = toNumber(cells[0] ?? '') ?? 0;
  return (
    cells.length > 1 && Number.isInteger(start) && cells.every((cell, i) => toNumber(cell) === start + i)
  );
}

function checkDistinct(
  names: readonly string[],
  line: number,
  { source, toNumber }: CheckedTableOptions,
): void {
  const seen = new Map<string, number>();
  names.forEach((name, i) => {
    const first = seen.get(name);
    if (first !== undefined) {
      const hint = toNumber(name) === undefined ? '' : '; if this line is no header, say that there is none';
      const message = `the name ${describe(name)} is taken by column ${first + 1} already${hint}`;
      throw new TableError(source, 'duplicate-column', message, { line, column: i + 1, columnName: name });
    }
    seen.set(name, i);
  });
}
