import type { Evaluation } from '../../protocol/training.js';
import type { Label } from '../../protocol/values.js';

/** A row that the model took for another class. */
export interface Mistake {
  /** In the data set. */
  readonly row: number;
  readonly actual: Label;
  readonly predicted: Label;
  /** The probability of the predicted class; undefined when the model has no probabilities. */
  readonly confidence: number | undefined;
}

/** The rows that the model got wrong, those first of which it was surest. */
export function mistakes(evaluation: Evaluation, most: number): Mistake[] {
  const { rows, actual, predicted, classes, top, probabilities } = evaluation;
  const each = rows.length === 0 ? 0 : top.length / rows.length;
  const sure = (i: number): number | undefined => probabilities?.[i * each];
  return Array.from(rows, (row, i) => ({ row, i }))
    .filter(({ i }) => actual[i] !== predicted[i])
    .sort((a, b) => (sure(b.i) ?? 0) - (sure(a.i) ?? 0))
    .slice(0, most)
    .map(({ row, i }) => ({
      row,
      actual: classes.at(actual[i]) ?? '?',
      predicted: classes.at(predicted[i]) ?? '?',
      confidence: sure(i),
    }));
}
