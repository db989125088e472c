import { type ArrayFile, bytesSource, openArray } from '@tenfold/arrays';
import type { AnyClassifier } from '@tenfold/base';
import { InputError } from '@tenfold/core';

import { isTable } from '../files/table-file.js';
import { arrayRows } from './array-rows.js';
import { columnOrder, namesOfColumns } from './column-order.js';
import { colourRows, isOfColours } from './colour-rows.js';
import type { RowSource } from './rows.js';
import { tableRows } from './table-rows.js';

/**
 * Reads the rows of a file that a model is to predict: of a table, of an array of images or rows, or of the first such array
 * of an archive. Columns that an archive names in `feature_names` are taken by name, and images in colour become grey.
 *
 * @param name the file's
 * @param bytes its content
 * @param model the model
 * @param signal stops the reading
 * @throws InputError when the file has no such rows; TableError when a table cannot be read; FeatureNamesError when an
 *   archive names other columns than the model was trained on
 */
export async function rowSource(
  name: string,
  bytes: Uint8Array,
  model: AnyClassifier,
  signal: AbortSignal,
): Promise<RowSource> {
  if (isTable(name)) return tableRows(name, bytes, model, signal);
  const file = await openArray(bytesSource(bytes), { name, signal, texts: true });
  const { nFeatures: features, featureNamesIn: expected } = model;
  const fitting = rowsOfLength(file, features);
  const { names, warnings } = await namesOfColumns(file, fitting?.rowLength, signal);
  const named = fitting ?? (expected && names && rowsOfLength(file, names.length));
  if (named !== undefined) return arrayRows(named, columnOrder(names, expected), warnings);
  const coloured = file.entries.find(({ shape }) => isOfColours(shape, features));
  if (coloured !== undefined) return colourRows(name, bytes, file, coloured.name, signal);
  throw new InputError(
    `${name} has no rows of ${features} numbers, as the model takes them (it holds ${held(file)})`,
  );
}

function rowsOfLength({ entries }: ArrayFile, length: number) {
  return entries.find(({ shape, rowLength }) => shape.length > 1 && rowLength === length);
}

/** The first arrays of a file, in words. */
function held({ entries, broken }: ArrayFile): string {
  const found = [
    ...entries.map((entry) => `${entry.name}: ${entry.shape.join(' × ') || 'one number'}`),
    ...broken.map((entry) => `${entry.name}: not readable`),
  ];
  return found.slice(0, 5).join('; ') || 'no array';
}
