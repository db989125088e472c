import type { Evaluation } from '../../protocol/training.js';

type Label = Evaluation['classes'][number];

/** The rows behind a cell of a confusion matrix, with the most probable classes of each. */
export interface CellRows {
  readonly total: number;
  readonly rows: Uint32Array;
  readonly top: Uint16Array;
  readonly probabilities: Float32Array;
}

/**
 * Finds the rows of one actual class that the model took for one class.
 *
 * @param evaluation how the model did on all rows
 * @param actual the rows' own label
 * @param predicted what the model said
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
  const { classes, rows, top, probabilities } = evaluation;
  const isActual = classes.findIndex((label) => label === actual);
  const isPredicted = classes.findIndex((label) => label === predicted);
  const each = rows.length === 0 ? 0 : top.length / rows.length;
  const places: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (evaluation.actual[i] === isActual && evaluation.predicted[i] === isPredicted) places.push(i);
  }
  const shown = places.slice(from, from + most);
  const several = shown.flatMap((place) => Array.from({ length: each }, (_, k) => place * each + k));
  return {
    total: places.length,
    rows: Uint32Array.from(shown, (place) => rows[place]),
    top: Uint16Array.from(several, (place) => top[place]),
    probabilities: Float32Array.from(several, (place) => probabilities[place]),
  };
}
