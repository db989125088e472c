import { isByteMatrix } from '@tenfold/linalg';
import { InputError } from '@tenfold/core';

import type { ImagePage } from '../protocol/values.js';
import type { LoadedDataset } from './datasets/loaded-dataset.js';

/** Images of a page at most: what a window shows at a time, many times over. */
const MOST_PIXELS = 64 * 2 ** 20;

/**
 * Some images of a data set as bytes from black, 0, to white, 255.
 *
 * @throws InputError when a row is not there, or when they are too many
 */
export function imagePage(
  { dataset: { data, maximum }, codes }: LoadedDataset,
  rows: Uint32Array,
): ImagePage {
  const { columns } = data;
  const missing = rows.find((row) => row >= data.rows);
  if (missing !== undefined) throw new InputError(`there is no row ${missing} among ${data.rows}`);
  if (rows.length * columns > MOST_PIXELS) throw new InputError('these are too many images for one page');
  const pixels = new Uint8Array(rows.length * columns);
  const bytes = isByteMatrix(data) && maximum === 255 ? data.data : undefined;
  rows.forEach((row, i) => {
    if (bytes !== undefined) {
      pixels.set(bytes.subarray(row * columns, (row + 1) * columns), i * columns);
      return;
    }
    for (let column = 0; column < columns; column++)
      pixels[i * columns + column] = toByte(data.get(row, column), maximum);
  });
  return { rows, pixels, actual: Uint16Array.from(rows, (row) => codes[row]) };
}

function toByte(value: number, maximum: number): number {
  return Math.round((255 * Math.min(Math.max(value, 0), maximum)) / maximum);
}
