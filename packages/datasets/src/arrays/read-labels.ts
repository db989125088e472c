import type { ArrayEntry, TextArray } from '@tenfold/arrays';
import type { Labels } from '@tenfold/linalg';

import { ArrayDataError } from './array-data-error.js';
import { labelCount } from './label-shape.js';
import type { ChosenArray } from './opened-file.js';
import { describeShape } from './opened-file.js';
import { blocksOf } from './read-rows.js';

/** Labels, and what was read otherwise than one might expect. */
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

/**
 * Reads labels: whole numbers, truth values or text.
 *
 * @throws ArrayDataError when it is no list of labels, or one of them is missing or no label
 */
export async function readLabels(chosen: ChosenArray, signal: AbortSignal | undefined): Promise<ReadLabels> {
  const { array, source, file } = chosen;
  if (countLabels(chosen) === undefined) throw noList(source, array.shape);
  if ('readText' in array) return { target: await readTexts(array, source, signal), warnings: [] };
  const column = isQmnist(array, file.format);
  const elements = await readColumn(array, column ? array.rowLength : 1, signal);
  const warnings = column
    ? [
        `${source} holds ${describeShape(array.shape)} numbers, as QMNIST does: its first column was taken for the labels`,
      ]
    : [];
  if (elements instanceof BigInt64Array || elements instanceof BigUint64Array) {
    const ids = bigLabels(elements);
    const said = Array.isArray(ids)
      ? [`${source} holds whole numbers beyond 2^53: they are taken for text`]
      : [];
    return { target: ids, warnings: [...warnings, ...said] };
  }
  if (elements instanceof Float32Array || elements instanceof Float64Array) checkWhole(elements, source);
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

/** Doubles hold them all, or text does: two labels never become one. */
function bigLabels(elements: BigInt64Array | BigUint64Array): Float64Array | string[] {
  const numbers = Float64Array.from(elements, Number);
  return numbers.every((value) => Number.isSafeInteger(value)) ? numbers : Array.from(elements, String);
}

function checkWhole(labels: Float32Array | Float64Array, source: string): void {
  const wrong = labels.findIndex((value) => !Number.isSafeInteger(value));
  if (wrong < 0) return;
  const value = labels[wrong];
  const received = `${Number.isNaN(value) ? 'NaN, a missing label,' : value} in row ${wrong} (counted from 0)`;
  const advice = Number.isInteger(value)
    ? 'save such labels as integers or as text'
    : 'classes are whole numbers, truth values or text';
  throw new ArrayDataError(source, 'label', 'a whole number as each label', received, advice);
}

async function readTexts(
  array: TextArray,
  source: string,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const texts = await array.readText(0, array.rows, signal);
  const missing = texts.indexOf('');
  if (missing < 0) return texts;
  const received = `an empty one in row ${missing} (counted from 0)`;
  throw new ArrayDataError(
    source,
    'label',
    'a text as each label',
    received,
    'leave that row out, or give it a label',
  );
}

function noList(source: string, shape: readonly number[]): ArrayDataError {
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
