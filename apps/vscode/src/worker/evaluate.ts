import { alignLabels, type AnyClassifier } from '@tenfold/base';
import { ShapeError } from '@tenfold/core';
import { splitDataset, type SplitChoice } from '@tenfold/runs';

import type { Evaluation } from '../protocol/training.js';
import { classNumbers, type LoadedDataset } from './datasets/loaded-dataset.js';
import { rankRows } from './rank-rows.js';

/** How many of the most probable classes there are for each row. */
const CLASSES_PER_ROW = 3;

/**
 * How a model does on the rows that are kept for testing, or on all when none are. Columns with names are taken by name,
 * and labels are read in the kind of the model's classes.
 *
 * @throws ShapeError when the model was trained on rows of another width, FeatureNamesError on columns of other names
 * @throws LabelMismatchError when labels cannot be read as the model's classes
 */
export async function evaluateModel(
  model: AnyClassifier,
  { dataset, facts }: LoadedDataset,
  choice: SplitChoice,
  signal: AbortSignal,
): Promise<Omit<Evaluation, 'reading'>> {
  if (model.nFeatures !== dataset.data.columns) {
    throw new ShapeError(
      'evaluate',
      `rows of ${model.nFeatures} features, as the model was trained on`,
      `${dataset.data.columns} in ${dataset.name}`,
    );
  }
  const { train, test } = splitDataset(dataset, choice);
  const part = test ?? train;
  const { classes } = model;
  const target = alignLabels(part.target, classes);
  const ranking = await rankRows(model, part, CLASSES_PER_ROW, signal);
  const each = ranking.top.length / part.rows.length;
  return {
    facts,
    classes: [...classes],
    rows: part.rows,
    trainRows: train.rows,
    actual: classNumbers(target, classes),
    predicted: Uint16Array.from({ length: part.rows.length }, (_, row) => ranking.top[row * each]),
    ...ranking,
  };
}
