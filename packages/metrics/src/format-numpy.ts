import {
  type CheckedOptions,
  checkOptions,
  choiceOption,
  integerOption,
  type OptionReaders,
  ParameterError,
} from '@tenfold/core';
import { type MatrixLike, matrixRows, type NumberArray } from '@tenfold/linalg';

import { floatFormat, integerFormat, type NumberFormat } from './float-format.js';
import { isTable } from './probabilities.js';

/** Options of `formatNumpy`; the defaults are NumPy's. */
export interface FormatNumpyOptions {
  /**
   * `'int'` prints whole numbers, `'float'` prints a point in each (`1.`). Default `'auto'`: `'int'` when every value is
   * whole. A normalized confusion matrix wants `'float'`, as all its values may happen to be 0 and 1.
   */
  dtype?: 'auto' | 'int' | 'float';
  /** Most decimals of a float, from 0 to 100. Default 8. */
  precision?: number;
  /** Largest number of values printed in full; of more, only the edges are shown. Default 1000. */
  threshold?: number;
  /** How many values are shown at each edge of a summarised axis, at least 1. Default 3. */
  edgeItems?: number;
  /** Longest line; longer rows are wrapped. Default 75. */
  lineWidth?: number;
}

const OPTIONS = {
  dtype: choiceOption('auto', ['auto', 'int', 'float']),
  precision: integerOption(8, { min: 0, max: 100 }),
  threshold: integerOption(1000, { min: 0 }),
  edgeItems: integerOption(3, { min: 1 }),
  lineWidth: integerOption(75, { min: 1 }),
} satisfies OptionReaders<FormatNumpyOptions>;

/** Marks the place of what a summary leaves out. */
const GAP = '...';

/**
 * A matrix, or a list of numbers, as NumPy prints it: `[[37  0]\n [ 0 39]]`. Values are right-aligned by the widest,
 * floats at their points, rows longer than a line are wrapped, and of a matrix of more than 1000 values only the
 * corners are printed. NaN and infinities are allowed. Mirrors NumPy's `array2string`.
 *
 * @param values a matrix of any kind, or a list of numbers
 * @returns one or more lines without a newline at the end; `[]` when there are no values
 * @throws ParameterError when an option is outside its range, or `dtype` is `'int'` and a value is not whole
 * @throws ShapeError when it is no matrix and no list, or the rows differ in length
 * @throws NonFiniteError when a value is missing or no number
 */
export function formatNumpy(
  values: MatrixLike | ArrayLike<number>,
  options: FormatNumpyOptions = {},
): string {
  const style = checkOptions('formatNumpy', options, OPTIONS);
  const rows = readRows(values);
  const all = rows.flat();
  if (all.length === 0) return '[]';
  const isVector = !isTable(values);
  const edge = all.length > style.threshold ? style.edgeItems : Infinity;
  const shown = pickEdges(rows, edge).map((row) => pickEdges(row, edge));
  const format = chooseFormat(style, all, shown.flat());
  if (isVector) return formatRow(rows[0], format, edge, style.lineWidth, ' ');
  const lines = rows.length > 2 * edge ? [...rows.slice(0, edge), undefined, ...rows.slice(-edge)] : rows;
  // One character of the width belongs to the bracket that closes the matrix.
  const text = lines.map((row) => (row ? formatRow(row, format, edge, style.lineWidth - 1, '  ') : GAP));
  return `[${text.join('\n ')}]`;
}

function chooseFormat(
  { dtype, precision }: CheckedOptions<typeof OPTIONS>,
  all: readonly number[],
  shown: readonly number[],
): NumberFormat {
  const broken = all.find((value) => !Number.isInteger(value));
  if (dtype === 'int' && broken !== undefined) {
    throw new ParameterError('formatNumpy', 'values', "whole numbers with dtype 'int'", broken);
  }
  const isInteger = dtype === 'int' || (dtype === 'auto' && broken === undefined);
  return isInteger ? integerFormat(shown) : floatFormat(shown, precision);
}

/** One row in brackets, wrapped where it is too long; `indent` begins each further line. */
function formatRow(row: number[], format: NumberFormat, edge: number, width: number, indent: string): string {
  const words = row.length > 2 * edge ? summarise(row, format, edge) : row.map(format);
  const done: string[] = [];
  let line = indent;
  for (const [i, word] of words.entries()) {
    const isFull = line.length + word.length > width - 1;
    if (isFull && line.length > indent.length) {
      done.push(line.trimEnd());
      line = indent;
    }
    line += i < words.length - 1 ? `${word} ` : word;
  }
  return `[${[...done, line].join('\n').slice(indent.length)}]`;
}

function summarise(row: number[], format: NumberFormat, edge: number): string[] {
  return [...row.slice(0, edge).map(format), GAP, ...row.slice(-edge).map(format)];
}

function pickEdges<T>(items: readonly T[], edge: number): readonly T[] {
  return items.length > 2 * edge ? [...items.slice(0, edge), ...items.slice(-edge)] : items;
}

function readRows(values: MatrixLike | ArrayLike<number>): number[][] {
  const table = isTable(values) ? values : [values as NumberArray];
  const rows = matrixRows(table, { owner: 'formatNumpy', name: 'values', allowNonFinite: true });
  return rows.map((row) => Array.from(row));
}
