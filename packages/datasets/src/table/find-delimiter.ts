import { isBlankRow, numberReader, toBoolean } from './cells.js';
import { parseRows } from './split-rows.js';
import { list } from './find-columns.js';
import type { CheckedTableOptions } from './table-options.js';

const CANDIDATES = [',', ';', '\t', '|'];
const ROWS = 20;

const point = numberReader('.');
const comma = numberReader(',');

/**
 * Finds what separates the cells of a table: the character that cuts every row into as many cells as the first one, with
 * the fewest errors of quoting. When several do, it is the one whose first row holds the names asked for, then the one
 * that gives most numbers.
 *
 * @param sample the beginning of the table, with `\n` as line ends
 * @param whole whether that is all of it
 * @returns the delimiter, and a warning when another one would do as well
 */
export function findDelimiter(
  sample: string,
  whole: boolean,
  options: CheckedTableOptions,
): { delimiter: string; warning?: string } {
  const trials = CANDIDATES.filter((delimiter) => delimiter !== options.decimal).map((delimiter) => {
    const { rows, errors } = parseRows(sample, delimiter, !whole, ROWS);
    return { delimiter, rows: rows.filter((cells) => !isBlankRow(cells)), errors: errors.length };
  });
  const fitting = trials.filter(({ rows }) => rows.length > 0 && rows[0].length > 1 && haveOneWidth(rows));
  const quoted = best(fitting, ({ errors }) => 1 / (1 + errors));
  const named = best(quoted, ({ rows }) => countNames(rows[0], options));
  const chosen = best(named, ({ rows, delimiter }) => shareOfNumbers(rows, delimiter));
  if (chosen.length === 1) return { delimiter: chosen[0].delimiter };
  if (chosen.length === 0) return { delimiter: widest(trials) };
  const others = list(chosen.slice(1).map((each) => describeDelimiter(each.delimiter)));
  const { delimiter } = chosen[0];
  const warning = `cells are taken to be separated by ${describeDelimiter(delimiter)}; ${others} would do as well: say which it is`;
  return { delimiter, warning };
}

/** The rows that a delimiter gives. */
interface DelimiterTrial {
  readonly delimiter: string;
  readonly rows: readonly string[][];
  /** How many errors of quoting they have. */
  readonly errors: number;
}

function haveOneWidth(rows: readonly string[][]): boolean {
  return rows.every((cells) => cells.length === rows[0].length);
}

/** Those with the highest score. */
function best(
  trials: readonly DelimiterTrial[],
  score: (each: DelimiterTrial) => number,
): readonly DelimiterTrial[] {
  const scores = trials.map(score);
  const highest = scores.reduce((a, b) => Math.max(a, b), 0);
  return trials.filter((_, i) => scores[i] === highest);
}

function countNames(
  cells: readonly string[],
  { target, columns = [], drop, keep }: CheckedTableOptions,
): number {
  const names = new Set(cells.map((cell) => cell.trim()));
  return [target, ...columns, ...drop, ...keep].filter(
    (name) => typeof name === 'string' && names.has(name.trim()),
  ).length;
}

function shareOfNumbers(rows: readonly string[][], delimiter: string): number {
  const cells = rows.slice(1).flat();
  const isNumber = (cell: string): boolean =>
    (point(cell) ?? (delimiter === ',' ? undefined : comma(cell)) ?? toBoolean(cell)) !== undefined;
  return cells.length === 0 ? 0 : cells.filter(isNumber).length / cells.length;
}

/** The delimiter that gives most cells in the first row. None fits all rows, and the error about a row of another width is clearest with this one. */
function widest(trials: readonly DelimiterTrial[]): string {
  let found = { delimiter: ',', cells: 1 };
  for (const { delimiter, rows } of trials) {
    const cells = rows.length === 0 ? 0 : rows[0].length;
    if (cells > found.cells) found = { delimiter, cells };
  }
  return found.delimiter;
}

function describeDelimiter(delimiter: string): string {
  return delimiter === '\t' ? 'tabs' : JSON.stringify(delimiter);
}
