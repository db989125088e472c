import { closest, describe } from '@tenfold/core';

import { TableColumnsError, TableError } from './table-error.js';
import type { CheckedTableOptions } from './table-options.js';

/** The names of a table's columns, and where they come from. */
export interface ColumnNames {
  /** One a column; without a header their numbers. */
  readonly names: readonly string[];
  /** Whether they come from the table. */
  readonly header: boolean;
  /** The columns without a name and without a value, which are passed over. */
  readonly blank: ReadonlySet<number>;
}

/** What each column of a table is. */
export interface TableColumns extends ColumnNames {
  /** The position of each feature, in the order wanted. */
  readonly features: readonly number[];
  readonly featureNames: readonly string[];
  /** The target's position, or -1. */
  readonly target: number;
  /** The positions of the columns whose text is kept. */
  readonly kept: readonly number[];
}

/**
 * Gives each column its role.
 *
 * @throws TableError when one is not there, has two roles, or none is a feature
 */
export function findColumns(table: ColumnNames, options: CheckedTableOptions): TableColumns {
  const { source, columns } = options;
  const find = (column: string | number) => findColumn(table, column, source);
  const target = findTarget(table, options);
  const dropped = new Set(options.drop.map(find));
  const kept = options.keep.map(find);
  checkRoles(table, target, dropped, kept, source);
  const outside = new Set([...dropped, ...table.blank, target]);
  const noFeature = new Set([...outside, ...kept]);
  const features =
    columns === undefined
      ? table.names.map((_, i) => i).filter((i) => !noFeature.has(i))
      : pickFeatures(table, columns, outside, source);
  if (features.length === 0) {
    throw new TableError(source, 'no-features', 'there is no column beside those that are no features');
  }
  const featureNames = table.header ? features.map((i) => table.names[i]) : features.map((_, i) => `x${i}`);
  return { ...table, features, featureNames, target, kept };
}

function findTarget(table: ColumnNames, { target, targetOptional, source }: CheckedTableOptions): number {
  if (target === undefined) return -1;
  return targetOptional && positionOf(table, target) < 0 ? -1 : findColumn(table, target, source);
}

function checkRoles(
  { names }: ColumnNames,
  target: number,
  dropped: ReadonlySet<number>,
  kept: readonly number[],
  source: string,
): void {
  const clash = (column: number, roles: string): never => {
    const place = { column: column + 1, columnName: names[column] };
    throw new TableError(source, 'column-clash', `the column is ${roles}`, place);
  };
  if (dropped.has(target)) clash(target, 'the target and is to be left out');
  const both = kept.find((column) => dropped.has(column));
  if (both !== undefined) clash(both, 'to be kept and to be left out');
}

function pickFeatures(
  table: ColumnNames,
  columns: readonly string[],
  outside: ReadonlySet<number>,
  source: string,
): number[] {
  const offered = table.names.map((_, i) => i).filter((i) => !outside.has(i));
  // Without a header, features have the names of their places.
  const positions = new Map(offered.map((i, place) => [table.header ? table.names[i] : `x${place}`, i]));
  const missing = columns.filter((name) => !positions.has(name));
  if (missing.length === 0) return columns.map((name) => positions.get(name) ?? 0);
  const wanted = new Set(columns);
  const unexpected = [...positions.keys()].filter((name) => !wanted.has(name));
  const names = new Set(table.names);
  const taken = table.header ? missing.filter((name) => names.has(name)) : [];
  throw columnsError(source, missing, unexpected, taken);
}

function columnsError(
  source: string,
  missing: readonly string[],
  unexpected: readonly string[],
  taken: readonly string[],
): TableColumnsError {
  const parts = [
    `${missing.length} of the columns wanted as features ${missing.length === 1 ? 'is' : 'are'} not there: ${list(missing)}`,
  ];
  if (taken.length > 0) parts.push(`of these no features are ${list(taken)} (the target, or left out)`);
  parts.push(unexpected.length > 0 ? `others are there: ${list(unexpected)}` : 'there is no other');
  return new TableColumnsError(source, missing, unexpected, taken, parts.join('; '));
}

/** The position of a column, or -1. */
function positionOf({ names, header }: ColumnNames, column: string | number): number {
  if (typeof column === 'string') return header ? names.indexOf(column.trim()) : -1;
  const position = column < 0 ? column + names.length : column;
  return position >= 0 && position < names.length ? position : -1;
}

function findColumn(table: ColumnNames, column: string | number, source: string): number {
  const position = positionOf(table, column);
  if (position >= 0) return position;
  const { names, header } = table;
  if (typeof column === 'number') {
    const message = `there is no column number ${column}; the table has ${names.length}, 0 to ${names.length - 1}`;
    throw new TableError(source, 'missing-column', message);
  }
  if (!header) {
    const message = `there is no column ${describe(column)}, for the table has no header; name columns by number, 0 to ${names.length - 1}`;
    throw new TableError(source, 'missing-column', message, { columnName: column });
  }
  const near = closest(column, names);
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  const message = `there is no column ${describe(column)}${hint}; the columns are ${list(names)}`;
  throw new TableError(source, 'missing-column', message, { columnName: column });
}

/** Some names, at most eight. */
export function list(names: readonly string[]): string {
  return names.length <= 8
    ? names.join(', ')
    : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`;
}
