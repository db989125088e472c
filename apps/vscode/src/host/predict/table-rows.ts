import type { AnyClassifier } from '@tenfold/base';
import { type FeatureTableOptions, parseTableAsync, readTableLayout } from '@tenfold/datasets';
import { InputError } from '@tenfold/core';

import { matrixRows } from './matrix-rows.js';
import type { RowSource } from './rows.js';

/** What a column of labels may be called; it is passed over. */
const LABEL = /^(labels?|targets?|class|digit|y)$/i;

/**
 * Reads the rows of a table that a model is to predict: the columns that the model was trained on by their names, in its
 * order, whatever else there is; of a model that knows no names all columns, but for one of labels that may stand beside
 * them.
 *
 * @param name the file's
 * @param bytes its content, gzipped or not
 * @param model the model
 * @param signal stops the reading
 * @throws TableColumnsError when columns that the model was trained on are missing, with their names and those that are
 *   there; InputError when there are not as many
 */
export async function tableRows(
  name: string,
  bytes: Uint8Array,
  model: AnyClassifier,
  signal: AbortSignal,
): Promise<RowSource> {
  const { featureNamesIn: columns } = model;
  const features = columns === undefined ? await unnamedFeatures(name, bytes, model, signal) : { columns };
  const { data, warnings } = await parseTableAsync(bytes, { source: name, signal, ...features });
  return matrixRows(data, warnings);
}

/** All columns but that of labels, if there is one beside the features: that of the training, by its name, else the last. */
async function unnamedFeatures(
  name: string,
  bytes: Uint8Array,
  { nFeatures, provenance }: AnyClassifier,
  signal: AbortSignal,
): Promise<FeatureTableOptions> {
  const { columns } = await readTableLayout(bytes, { source: name, signal });
  const names = columns.filter((column) => column !== '');
  if (names.length === nFeatures) return {};
  if (names.length === nFeatures + 1) {
    const own = names.find((column) => column === provenance?.target);
    return { drop: [own ?? names.find((column) => LABEL.test(column.trim())) ?? names[nFeatures]] };
  }
  throw new InputError(
    `${name} has ${names.length} columns; the model takes ${nFeatures}, and one of labels may stand beside them`,
  );
}
