import type { Label, Labels, Matrix } from 'tenfold';

/** Predicted rows, column by column. */
export interface Predictions {
  /** The rows of the whole data set, from 0. */
  readonly rows: Uint32Array;
  /** The names of the rows, from the column that --id-column names. */
  readonly ids: { readonly name: string; readonly values: readonly string[] } | undefined;
  readonly predicted: Labels;
  /** The true labels, when they are known. */
  readonly actual: Labels | undefined;
  /** The classes, in the order of the columns of `probabilities`. */
  readonly classes: readonly Label[];
  /** One row a row, one column a class, when wanted. */
  readonly probabilities: Matrix | undefined;
}

/** Predictions for scripts: the object that --json prints. */
export function toJSON(predictions: Predictions): object {
  const { rows, ids, predicted, actual, classes, probabilities } = predictions;
  return {
    rows: [...rows],
    ...(ids && { ids: [...rows].map((row) => ids.values[row]) }),
    predictions: Array.from<Label>(predicted),
    ...(actual && { actual: Array.from<Label>(actual) }),
    ...(probabilities && { classes, probabilities: probabilities.to2DArray() }),
  };
}
