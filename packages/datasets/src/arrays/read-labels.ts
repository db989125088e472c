import type { ArrayEntry, TextArray } from '@tenfold/arrays';
import { describe } from '@tenfold/core';
import type { Labels } from '@tenfold/linalg';

import { ArrayDataError } from './array-data-error.js';
import { labelCount } from './label-shape.js';
import type { ChosenArray } from './opened-file.js';
import { describeShape } from './opened-file.js';
import { blocksOf } from './read-rows.js';

/** Labels, and warnings about those that were read in an unexpected way. */
export interface ReadLabels {
  readonly target: Labels;
  readonly warnings: readonly string[];
}

/** QMNIST's labels have as many columns, of which the first is the digit. */
const QMNIST_COLUMNS = 8;

/** How many labels an array holds, or undefined when it holds no labels. */
export function countLabels({ array, file }: ChosenArray): number | undefined {
  return isQmnist(array, file.format) ? array.rows : labelCount(array.shape);
}

/** How labels are read. */
export interface ReadLabelsOptions {
  /** What stands for a missing label. */
  readonly missing: ReadonlySet<string>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads labels: whole numbers, truth values or text.
 *
 * @throws ArrayDataError when it is no list of labels, or one of them is missing or no label
 */
export async function readLabels(chosen: ChosenArray, options: ReadLabelsOptions): Promise<ReadLabels> {
  const { array, source } = chosen;
  if (countLabels(chosen) === undefined) throw labelShapeError(source, array.shape);
  if ('readText' in array) {
    const texts = await array.readText(0, array.rows, options.signal);
    checkPresent(texts, source, options.missing);
    return { target: texts, warnings: [] };
  }
  return readNumbers(array, chosen, options);
}

async function readNumbers(
  array: ArrayEntry,
  { source, file }: ChosenArray,
  { missing, signal }: ReadLabelsOptions,
): Promise<ReadLabels> {
  const column = isQmnist(array, file.format);
  const elements = await readColumn(array, column ? array.rowLength : 1, signal);
  const warnings = column
    ? [
        `${source} holds ${describeShape(array.shape)} numbers, as QMNIST does: its first column was taken for the labels`,
      ]
    : [];
  if (elements instanceof Float32Array || elements instanceof Float64Array) checkWhole(elements, source);
  if (array.dtype !== 'bool') checkPresent(elements, source, missing);
  if (elements instanceof BigInt64Array || elements instanceof BigUint64Array) {
    const ids = bigLabels(elements);
    const idWarnings = Array.isArray(ids)
      ? [`${source} holds whole numbers beyond 2^53: they are taken for text`]
      : [];
    return { target: ids, warnings: [...warnings, ...idWarnings] };
  }
  return {
    target: array.dtype === 'bool' ? Array.from(elements, (value) => value === 1) : elements,
    warnings,
  };
}

function isQmnist(array: ArrayEntry | TextArray, format: string): boolean {
  return format === 'idx' && array.shape.length === 2 && array.shape[1] === QMNIST_COLUMNS;
}

/** Every `step`th element. */
async function readColumn(entry: ArrayEntry, step: number, signal: AbortSignal | undefined) {
  const parts = [];
  for await (const [block] of blocksOf(entry, signal)) {
    parts.push(step === 1 ? block : block.filter((_: number | bigint, i: number) => i % step === 0));
  }
  return joined(parts);
}

function joined<T extends Awaited<ReturnType<ArrayEntry['readRows']>>>(parts: readonly T[]): T {
  if (parts.length === 1) return parts[0];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new (parts[0].constructor as new (length: number) => T)(length);
  let at = 0;
  for (const part of parts) {
    all.set(part as never, at);
    at += part.length;
  }
  return all;
}

/** Numbers where doubles hold all labels exactly, else text, so that two labels never become one. */
function bigLabels(elements: BigInt64Array | BigUint64Array): Float64Array | string[] {
  const numbers = Float64Array.from(elements, Number);
  return numbers.every((value) => Number.isSafeInteger(value)) ? numbers : Array.from(elements, String);
}

function checkWhole(labels: Float32Array | Float64Array, source: string): void {
  const wrong = labels.findIndex((value) => !Number.isSafeInteger(value));
  if (wrong < 0) return;
  const value = labels[wrong];
  const isMissing = Number.isNaN(value);
  const received = `${isMissing ? 'NaN, a missing label,' : value} in row ${wrong} (counted from 0)`;
  const advice = Number.isInteger(value)
    ? 'save such labels as integers or as text'
    : isMissing
      ? 'leave that row out, or give it a label'
      : 'classes are whole numbers, truth values or text';
  const problem = isMissing ? 'missing-label' : 'label';
  throw new ArrayDataError(source, problem, 'a whole number as each label', received, advice, { row: wrong });
}

/** Refuses labels that stand for missing ones. */
function checkPresent(
  labels: Readonly<ArrayLike<string | number | bigint>>,
  source: string,
  missing: ReadonlySet<string>,
): void {
  const present = new Set<string | number | bigint>();
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    if (present.has(label)) continue;
    const text = String(label).trim();
    if (missing.has(text)) throw missingLabel(text, row, source);
    present.add(label);
  }
}

function missingLabel(text: string, row: number, source: string): ArrayDataError {
  const what = text === '' ? 'an empty one' : `${describe(text)}, which stands for a missing label,`;
  const advice =
    text === ''
      ? 'leave that row out, or give it a label'
      : 'leave that row out, give it a label, or set `missing` to other spellings if this is a class';
  const received = `${what} in row ${row} (counted from 0)`;
  return new ArrayDataError(source, 'missing-label', 'a label in each row', received, advice, {
    row,
    value: text,
  });
}

function labelShapeError(source: string, shape: readonly number[]): ArrayDataError {
  const advice =
    shape.length === 2 && shape[1] > 1
      ? 'of one column a class take numpy.argmax(labels, axis=1), of several labels a row take one column'
      : 'give an array with one label a row';
  return new ArrayDataError(
    source,
    'shape',
    'a list of labels',
    `an array of ${describeShape(shape)}`,
    advice,
  );
}
