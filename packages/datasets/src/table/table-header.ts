import { closest, describe } from '@tenfold/errors';

import { TableError } from './table-error.js';

/** The columns of a table and which of them is the target. */
export interface TableHeader {
  readonly names: readonly string[];
  /** The target's position, or -1 when the table has no target. */
  readonly targetIndex: number;
  /** The positions of the features. */
  readonly featureIndices: readonly number[];
}

/**
 * Reads the first row.
 *
 * @throws TableError when a name comes twice, or the target or every feature is missing
 */
export function parseTableHeader(
  cells: readonly string[],
  target: string | undefined,
  source: string,
): TableHeader {
  const names = cells.map((cell) => cell.trim());
  checkDistinct(names, source);
  const targetIndex = target === undefined ? -1 : findTarget(names, target, source);
  const featureIndices = names.map((_, i) => i).filter((i) => i !== targetIndex);
  if (featureIndices.length === 0) {
    throw new TableError(source, 'no-features', 'there is no column beside the target');
  }
  return { names, targetIndex, featureIndices };
}

function checkDistinct(names: readonly string[], source: string): void {
  const seen = new Map<string, number>();
  names.forEach((name, i) => {
    const first = seen.get(name);
    if (first !== undefined) {
      const message = `the name ${describe(name)} is taken by column ${first + 1} already`;
      throw new TableError(source, 'duplicate-column', message, { line: 1, column: i + 1, columnName: name });
    }
    seen.set(name, i);
  });
}

function findTarget(names: readonly string[], target: string, source: string): number {
  const index = names.indexOf(target.trim());
  if (index >= 0) return index;
  const near = closest(target, names);
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  const other = names.length === 1 ? otherDelimiter(names[0]) : '';
  const message = `there is no column ${describe(target)}${hint}; the columns are ${list(names)}${other}`;
  throw new TableError(source, 'missing-column', message, { columnName: target });
}

function otherDelimiter(header: string): string {
  const found = [';', '\t', '|'].find((delimiter) => header.includes(delimiter));
  return found === undefined
    ? ''
    : `; the cells seem to be separated by ${describe(found)}: set the delimiter`;
}

function list(names: readonly string[]): string {
  return names.length <= 8
    ? names.join(', ')
    : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`;
}
