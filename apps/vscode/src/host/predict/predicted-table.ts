import type { Label, Ranking } from '../../protocol/values.js';

/** Predicted rows. */
export interface PredictedTable {
  readonly classes: readonly Label[];
  /** The number of each row's class. */
  readonly predicted: Uint16Array;
  /** The first rows as a table with a head: with probabilities where there are such, and labels where there are such. */
  rows(most: number): (Label | number)[][];
}

/**
 * The predictions of a model for rows, as a table.
 *
 * @param classes the model's
 * @param ranking what it says
 * @param rows how many rows there are
 * @param actual the number of each row's true class, where there are labels
 */
export function tableOf(
  classes: readonly Label[],
  ranking: Ranking,
  rows: number,
  actual?: Uint16Array,
): PredictedTable {
  const { top, probabilities } = ranking;
  const each = rows === 0 ? 0 : top.length / rows;
  const hasSecond = probabilities !== null && each > 1;
  const share = (at: number): number => Number((probabilities?.[at] ?? 0).toFixed(6));
  const head = [
    'index',
    'predicted',
    ...(probabilities === null ? [] : ['probability']),
    ...(hasSecond ? ['second', 'probability of second'] : []),
    ...(actual === undefined ? [] : ['actual']),
  ];
  const line = (row: number): (Label | number)[] => {
    const best = row * each;
    return [
      row,
      classes[top[best]],
      ...(probabilities === null ? [] : [share(best)]),
      ...(hasSecond ? [classes[top[best + 1]], share(best + 1)] : []),
      ...(actual === undefined ? [] : [classes.at(actual[row]) ?? '']),
    ];
  };
  return {
    classes,
    predicted: Uint16Array.from({ length: rows }, (_, row) => top[row * each]),
    rows: (most) => [head, ...Array.from({ length: Math.min(rows, most) }, (_, row) => line(row))],
  };
}
