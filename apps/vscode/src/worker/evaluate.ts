import type { LogisticRegression } from '@tenfold/estimators';
import { ShapeError } from '@tenfold/errors';
import { splitDataset, type SplitChoice } from '@tenfold/runs';

import type { Evaluation } from '../protocol/training.js';
import { classNumbers, type LoadedDataset } from './datasets/loaded-dataset.js';
import { topClasses } from './top-classes.js';

/** How many of the most probable classes are told of each row. */
const TOP = 3;

/**
 * How a model does on the rows that are kept for testing, or on all when none are.
 *
 * @throws ShapeError when the model was trained on rows of another width
 */
export async function evaluateModel(
  model: LogisticRegression,
  { dataset, facts }: LoadedDataset,
  choice: SplitChoice,
  signal: AbortSignal,
): Promise<Evaluation> {
  if (model.nFeatures !== dataset.data.columns) {
    throw new ShapeError(
      'evaluate',
      `rows of ${model.nFeatures} features, as the model was trained on`,
      `${dataset.data.columns} in ${dataset.name}`,
    );
  }
  const { train, test } = splitDataset(dataset, choice);
  const part = test ?? train;
  const probabilities = await model.predictProbaAsync(part.data, { signal });
  const { classes } = model;
  const best = topClasses(probabilities, TOP);
  return {
    facts,
    classes: [...classes],
    rows: part.rows,
    actual: classNumbers(part.target, classes),
    predicted: Uint16Array.from({ length: part.rows.length }, (_, row) => best.classes[row * best.each]),
    top: best.classes,
    probabilities: best.probabilities,
  };
}
