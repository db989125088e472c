import type { Output } from '../../terminal/output.js';
import type { Cell } from '../../terminal/cell.js';
import { streamTable } from '../../terminal/table.js';
import type { Predictions } from './predictions.js';

/** Prints predictions as a table, a line a row. */
export async function printPredictions(
  out: Output,
  predictions: Predictions,
  signal: AbortSignal,
): Promise<void> {
  const { ids, actual, classes, probabilities } = predictions;
  const names = probabilities === undefined ? [] : classes.map(String);
  const texts = [ids?.name ?? 'row', 'predicted', ...(actual === undefined ? [] : ['actual'])];
  // Four decimals where the terminal has room for them, and always in a pipe.
  const isTight = out.isTerminal && 24 + 8 * names.length > out.width;
  const right = [...(ids === undefined ? [0] : []), ...names.map((_, column) => column + texts.length)];
  const options = { head: [...texts, ...names], right, gap: isTight ? 1 : 2 };
  const lines = { [Symbol.iterator]: () => linesOf(out, predictions, isTight ? 2 : 4) };
  await streamTable(out, options, lines, signal);
}

function* linesOf(
  { colours: { green, red } }: Output,
  { rows, ids, predicted, actual, probabilities }: Predictions,
  digits: number,
): Generator<Cell[]> {
  for (const [i, row] of rows.entries()) {
    const id = ids?.values[row] ?? String(row);
    const text = String(predicted[i]);
    const shares = probabilities?.getRow(i).map((share) => share.toFixed(digits)) ?? [];
    if (actual === undefined) yield [id, text, ...shares];
    else {
      const paint = predicted[i] === actual[i] ? green : red;
      yield [id, { text, paint }, String(actual[i]), ...shares];
    }
  }
}
