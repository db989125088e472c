import { type ArrayFile, bytesSource } from '@tenfold/arrays';
import { datasetFromArrays } from '@tenfold/datasets';

import { matrixRows } from './matrix-rows.js';
import type { RowSource } from './rows.js';

/** Whether an array may be images in colour of so many pixels, its colours behind each pixel or before the image. */
export function isOfColours(shape: readonly number[], pixels: number): boolean {
  if (shape.length !== 4) return false;
  const [, first, second, third] = shape;
  return first * second === pixels || second * third === pixels;
}

/**
 * The rows of images in colour, as grey as in training.
 *
 * @param name the file's
 * @param bytes its content
 * @param file what is in it
 * @param x the array's name in an archive
 * @param signal stops the reading
 * @throws ArrayDataError when they are no images
 */
export async function colourRows(
  name: string,
  bytes: Uint8Array,
  file: ArrayFile,
  x: string,
  signal: AbortSignal,
): Promise<RowSource> {
  const files = { data: { name, source: bytesSource(bytes) } };
  const options = { signal, ...(file.format === 'npz' && { x }) };
  const { data, warnings } = await datasetFromArrays(files, options);
  return matrixRows(data, warnings);
}
