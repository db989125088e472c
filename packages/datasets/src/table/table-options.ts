import { checkBoolean, checkNames, checkNumber, checkOneOf, ParameterError } from '@tenfold/core';

import { checkMissing } from '../missing-values.js';
import { type NumberReader, numberReader, toBoolean } from './cells.js';

/** How labels are read. */
export type LabelType = 'auto' | 'number' | 'text' | 'boolean';

/** How a table is read. */
export interface TableOptions {
  /** The column with the labels: its name, or its number from 0, or from -1 backwards. None by default. */
  target?: string | number | undefined;
  /** Whether the target may be absent, as from rows to predict. Default false. */
  targetOptional?: boolean | undefined;
  /** What separates cells. By default found in the first rows: a comma, a semicolon, a tab or a bar. */
  delimiter?: string | undefined;
  /** The decimal mark of numbers. Default '.'. */
  decimal?: '.' | ',' | undefined;
  /**
   * Whether the first line names the columns. By default it has to, and a line of nothing but numbers is refused;
   * `true` takes that one too. With `false` features are named by their position, x0, x1 and so on, and other columns
   * by number.
   */
  header?: boolean | undefined;
  /** Columns to leave out, by name or number. Default none. */
  drop?: readonly (string | number)[] | undefined;
  /** Columns that are no features and whose text is kept beside them, by name or number. Default none. */
  keep?: readonly (string | number)[] | undefined;
  /** The features, by name, in the order wanted; other columns are left out. Default: all columns, in their order. */
  columns?: readonly string[] | undefined;
  /** What stands for a missing value, blanks around it aside, beside a blank cell. Default `MISSING_VALUES`. */
  missing?: readonly string[] | undefined;
  /**
   * What labels are. `'auto'` (default): numbers when all of them are, truth values when all of them are, else text.
   * `'number'` and `'boolean'` refuse others; `'text'` takes them as they are written.
   */
  labelType?: LabelType | undefined;
  /** The most bytes of memory that the table may take. Default 4 GiB, as much as the kernels' memory. */
  maxBytes?: number | undefined;
  /** Stops the reading, where it is asynchronous: the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** How a table with labels is read. */
export type LabelledTableOptions = TableOptions & {
  target: string | number;
  targetOptional?: false | undefined;
};

/** How a table without labels is read. */
export type FeatureTableOptions = TableOptions & { target?: undefined };

/** The options of `parseTable`. */
export interface ParseOptions {
  /** What errors call the table: a path. Default "the table". */
  source?: string | undefined;
  /** The data set's name. Default the source. */
  name?: string | undefined;
}

/** Options that are in order, with their defaults. */
export interface CheckedTableOptions {
  readonly source: string;
  readonly name: string;
  readonly target: string | number | undefined;
  readonly targetOptional: boolean;
  readonly delimiter: string | undefined;
  readonly decimal: '.' | ',';
  readonly toNumber: NumberReader;
  readonly header: boolean | undefined;
  readonly drop: readonly (string | number)[];
  readonly keep: readonly (string | number)[];
  readonly columns: readonly string[] | undefined;
  readonly missing: ReadonlySet<string>;
  /** Whether something that can be read as a number stands for a missing value. */
  readonly missingNumbers: boolean;
  readonly labelType: LabelType;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** As much as the kernels' memory can take. */
const MAX_BYTES = 2 ** 32;

const NAMES: readonly string[] = [
  'target',
  'targetOptional',
  'delimiter',
  'decimal',
  'header',
  'drop',
  'keep',
  'columns',
  'missing',
  'labelType',
  'maxBytes',
  'signal',
] satisfies (keyof TableOptions)[];

/**
 * Checks how a table is to be read.
 *
 * @param owner the function that was called
 * @throws ParameterError when an option is unknown or has a value outside its range
 */
export function checkTableOptions(owner: string, options: TableOptions & ParseOptions): CheckedTableOptions {
  checkNames(owner, options, [...NAMES, 'source', 'name']);
  const { source = 'the table', name = source, delimiter, header, columns, signal } = options;
  const { decimal = '.', labelType = 'auto', maxBytes = MAX_BYTES, targetOptional = false } = options;
  checkOneOf(owner, 'decimal', decimal, ['.', ',']);
  checkDelimiter(owner, delimiter, decimal);
  if (options.target !== undefined) checkColumn(owner, 'target', options.target);
  if (columns !== undefined) checkDistinct(owner, checkList(owner, 'columns', columns, isText, 'names'));
  const toNumber = numberReader(decimal);
  const missing = checkMissing(owner, options.missing);
  return {
    source,
    name,
    target: options.target,
    targetOptional: checkBoolean(owner, 'targetOptional', targetOptional),
    delimiter,
    decimal,
    toNumber,
    header: header === undefined ? undefined : checkBoolean(owner, 'header', header),
    drop: checkList(owner, 'drop', options.drop ?? [], isColumn, 'names and whole numbers'),
    keep: checkList(owner, 'keep', options.keep ?? [], isColumn, 'names and whole numbers'),
    columns,
    missing,
    missingNumbers: [...missing].some(
      (text) => toNumber(text) !== undefined || toBoolean(text) !== undefined,
    ),
    labelType: checkOneOf(owner, 'labelType', labelType, ['auto', 'number', 'text', 'boolean']),
    maxBytes: checkNumber(owner, 'maxBytes', maxBytes, { above: 0, infinite: true }),
    signal,
  };
}

function checkDelimiter(owner: string, delimiter: unknown, decimal: string): void {
  if (delimiter === undefined) return;
  if (typeof delimiter !== 'string' || delimiter === '' || /["\r\n\uFEFF]/.test(delimiter)) {
    throw new ParameterError(owner, 'delimiter', 'text without quotes and line ends', delimiter);
  }
  if (delimiter === decimal) {
    throw new ParameterError(owner, 'delimiter', 'another character than the decimal mark', delimiter);
  }
}

function checkColumn(owner: string, parameter: string, value: unknown): void {
  if (!isColumn(value)) throw new ParameterError(owner, parameter, 'a name or a whole number', value);
}

function checkList<T>(
  owner: string,
  parameter: string,
  list: unknown,
  fits: (value: unknown) => value is T,
  what: string,
): readonly T[] {
  if (!Array.isArray(list)) throw new ParameterError(owner, parameter, `an array of ${what}`, list);
  for (const value of list as readonly unknown[]) {
    if (!fits(value)) throw new ParameterError(owner, parameter, `an array of ${what}`, value);
  }
  return list as readonly T[];
}

function checkDistinct(owner: string, columns: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of columns) {
    if (seen.has(name)) throw new ParameterError(owner, 'columns', 'an array of distinct names', name);
    seen.add(name);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isColumn(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value));
}
