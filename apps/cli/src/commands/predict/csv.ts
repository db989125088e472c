import { type Label, toCsv } from 'tenfold';

import type { PredictionFile } from './plan.js';
import type { Predictions } from './predictions.js';

/** Rows that are put into one piece of text. */
const ROWS_PER_PIECE = 4096;

/**
 * Predictions as a table in the form of RFC 4180, piece by piece: the row's number or name, the predicted label, the
 * true one when it is known and no headings were named, and the probability of each class when wanted.
 */
export function* predictionsCsv(
  predictions: Predictions,
  { columns, firstId }: Pick<PredictionFile, 'columns' | 'firstId'>,
): Generator<string> {
  const { rows, ids, predicted, classes, probabilities } = predictions;
  const actual = columns === undefined ? predictions.actual : undefined;
  const names = columns ?? [ids?.name ?? 'row', 'predicted', ...(actual === undefined ? [] : ['actual'])];
  yield toCsv([[...names, ...(probabilities === undefined ? [] : classes)]]);
  for (let start = 0; start < rows.length; start += ROWS_PER_PIECE) {
    const lines: Label[][] = [];
    for (let i = start; i < Math.min(start + ROWS_PER_PIECE, rows.length); i++) {
      const id = ids?.values[rows[i]] ?? rows[i] + firstId;
      const known = actual === undefined ? [] : [actual[i]];
      lines.push([id, predicted[i], ...known, ...(probabilities?.getRow(i) ?? [])]);
    }
    yield toCsv(lines);
  }
}
