import { type AnyClassifier, hasProbabilities } from '@tenfold/base';
import type { Matrix } from '@tenfold/linalg';
import { type DatasetPart, predictPart, predictProbaPart } from '@tenfold/runs';

import { largestPlace } from '../model/ranking.js';
import type { Ranking } from '../protocol/values.js';
import { classNumbers } from './datasets/loaded-dataset.js';

/**
 * The predictions of a model for rows: the most probable classes of each, of equally probable ones the first. A model without
 * probabilities gives one class.
 *
 * @param model the model
 * @param part the rows
 * @param most how many classes of each, if there are so many
 * @param signal cancels it
 */
export async function rankRows(
  model: AnyClassifier,
  part: Pick<DatasetPart, 'data' | 'featureNames'>,
  most: number,
  signal: AbortSignal,
): Promise<Ranking> {
  if (hasProbabilities(model)) return rankClasses(await predictProbaPart(model, part, signal), most);
  const predicted = await predictPart(model, part, signal);
  return { top: classNumbers(predicted, model.classes), probabilities: null };
}

/**
 * The most probable classes of each row.
 *
 * @param probabilities one row a sample, one column a class
 * @param most how many of each row, if there are so many classes
 */
function rankClasses(probabilities: Matrix, most: number): Ranking {
  const { rows, columns } = probabilities;
  const each = Math.min(most, columns);
  const top = new Uint16Array(rows * each);
  const values = new Float32Array(rows * each);
  for (let row = 0; row < rows; row++) {
    const left = probabilities.getRow(row);
    for (let at = row * each; at < (row + 1) * each; at++) {
      const best = largestPlace(left);
      top[at] = best;
      values[at] = left[best];
      left[best] = -1;
    }
  }
  return { top, probabilities: values };
}
