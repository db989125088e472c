import { openArray, type ArrayEntry, bytesSource } from '@tenfold/arrays';
import { InputError } from '@tenfold/errors';
import type { LogisticRegression } from '@tenfold/estimators';

import { isTable } from '../files/table-file.js';
import type { RowSource } from './rows.js';
import { tableRows } from './table-rows.js';

/**
 * Reads the rows of a file that a model is to predict: of a table, of an array of images or rows, or of the first such array
 * of an archive.
 *
 * @param name the file's
 * @param bytes its content
 * @param model the model
 * @param signal stops the reading
 * @throws InputError when the file has no such rows; TableError when a table cannot be read
 */
export async function rowSource(
  name: string,
  bytes: Uint8Array,
  model: LogisticRegression,
  signal: AbortSignal,
): Promise<RowSource> {
  if (isTable(name)) return tableRows(name, bytes, model, signal);
  const { entries, broken } = await openArray(bytesSource(bytes), { name, signal });
  const features = model.nFeatures;
  const fitting = entries.find(({ shape, rowLength }) => shape.length > 1 && rowLength === features);
  if (fitting !== undefined) return arrayRows(fitting);
  const found = [
    ...entries.map((entry) => `${entry.name}: ${entry.shape.join(' × ') || 'one number'}`),
    ...broken.map((entry) => `${entry.name}: not readable`),
  ].slice(0, 5);
  throw new InputError(
    `${name} has no rows of ${features} numbers, as the model takes them (it holds ${found.join('; ') || 'no array'})`,
  );
}

function arrayRows(entry: ArrayEntry): RowSource {
  return {
    rows: entry.rows,
    warnings: [],
    async read(start, count) {
      const elements = await entry.readRows(start, count);
      return elements instanceof BigInt64Array || elements instanceof BigUint64Array
        ? Float64Array.from(elements, Number)
        : elements;
    },
  };
}
