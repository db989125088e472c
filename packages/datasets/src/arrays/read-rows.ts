import type { ArrayEntry, Elements } from '@tenfold/arrays';
import { yieldToEventLoop } from '@tenfold/core';
import type { ByteMatrix, Matrix } from '@tenfold/linalg';

import { ArrayDataError } from './array-data-error.js';
import { CollectedRows } from './collected-rows.js';
import { arrangeRows, type Numbers } from './grey.js';
import type { RowLayout } from './row-layout.js';

/** Bytes that are read at a time. */
const BLOCK = 4 << 20;
/** The same of an array that is stored column by column, of which each reading has to visit every column. */
const SCATTERED_BLOCK = 64 << 20;

/** How rows are read. */
export interface ReadRowsOptions {
  /** The name of the array in errors. */
  readonly source: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads all rows of an array: bytes and booleans as bytes, integers too when all fit, other numbers as doubles.
 *
 * @throws ArrayDataError when they need too much memory, or an integer is beyond 2^53
 * @throws ArrayFileError when the file is damaged
 */
export async function readRows(
  entry: ArrayEntry,
  layout: RowLayout,
  { source, maxBytes, signal }: ReadRowsOptions,
): Promise<Matrix | ByteMatrix> {
  const mixed = layout.colours !== 'none' && entry.dtype !== 'uint8';
  const floats = mixed || entry.dtype.startsWith('float');
  const collected = new CollectedRows(source, layout.rows, layout.columns, floats, maxBytes);
  for await (const [block, first] of blocksOf(entry, signal)) {
    const numbers = toNumbers(block, (index) =>
      unsafeNumberError(source, first + Math.floor(index / entry.rowLength), block[index]),
    );
    collected.add(arrangeRows(numbers, block.length / entry.rowLength, layout));
  }
  return collected.finish();
}

/** An array's rows, some megabytes at a time, each with the number of its first row. */
export async function* blocksOf(
  entry: ArrayEntry,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly [block: Elements, first: number]> {
  const rowBytes = Math.max(1, entry.byteLength / Math.max(1, entry.rows));
  const most = entry.fortranOrder ? SCATTERED_BLOCK : BLOCK;
  const step = Math.max(1, Math.floor(most / rowBytes));
  for (let first = 0; first < entry.rows; first += step) {
    signal?.throwIfAborted();
    yield [await entry.readRows(first, Math.min(step, entry.rows - first), signal), first];
    await yieldToEventLoop();
  }
  signal?.throwIfAborted();
}

/**
 * Elements as numbers: those of 64 bits become doubles.
 *
 * @param elements as a file holds them
 * @param beyondRange makes the error for an element that a double does not hold
 */
export function toNumbers(elements: Elements, beyondRange: (index: number) => Error): Numbers {
  if (!(elements instanceof BigInt64Array || elements instanceof BigUint64Array)) return elements;
  const numbers = new Float64Array(elements.length);
  for (let i = 0; i < elements.length; i++) {
    numbers[i] = Number(elements[i]);
    if (!Number.isSafeInteger(numbers[i])) throw beyondRange(i);
  }
  return numbers;
}

function unsafeNumberError(source: string, row: number, value: number | bigint): ArrayDataError {
  const received = `${value} in row ${row} (counted from 0)`;
  const advice = 'scale the values, or save them as float64 when their last digits do not matter';
  return new ArrayDataError(source, 'value', 'whole numbers between -2^53 and 2^53', received, advice);
}
