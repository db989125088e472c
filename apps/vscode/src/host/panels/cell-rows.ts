import { pickRankings } from '../../model/ranking.js';
import type { Evaluation } from '../../protocol/training.js';
import type { Ranking } from '../../protocol/values.js';

type Label = Evaluation['classes'][number];

/** The rows behind a cell of a confusion matrix, with the most probable classes of each. */
export interface CellRows extends Ranking {
  readonly total: number;
  readonly rows: Uint32Array;
}

/**
 * Finds the rows of one actual class that the model took for one class.
 *
 * @param evaluation how the model did on all rows
 * @param actual the rows' own label
 * @param predicted the predicted classes
 * @param from how many of them are passed over
 * @param most how many are given
 */
export function cellRows(
  evaluation: Evaluation,
  actual: Label | undefined,
  predicted: Label | undefined,
  from: number,
  most: number,
): CellRows {
  const { classes, rows } = evaluation;
  const isActual = classes.findIndex((label) => label === actual);
  const isPredicted = classes.findIndex((label) => label === predicted);
  const places: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (evaluation.actual[i] === isActual && evaluation.predicted[i] === isPredicted) places.push(i);
  }
  const shown = places.slice(from, from + most);
  return {
    total: places.length,
    rows: Uint32Array.from(shown, (place) => rows[place]),
    ...pickRankings(evaluation, rows.length, shown),
  };
}
